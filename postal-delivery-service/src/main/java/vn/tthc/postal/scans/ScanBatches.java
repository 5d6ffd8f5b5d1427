package vn.tthc.postal.scans;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.PartFailure;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.SideBySide;
import vn.tthc.postal.domain.Item;
import vn.tthc.postal.scans.ItemTelling.Part;
import vn.tthc.postal.scans.ItemTelling.Row;
import vn.tthc.postal.scans.ScanBatchAnswer.ScanResult;

/**
 * Takes many scans at once: item by item, several items side by side, so that the log writes them as a group. Each item is
 * a commit of its own; a batch of which a part was recorded before is simply told again.
 */
@Component
class ScanBatches {
    private static final int BATCHES = 4;

    private final ScanRows rows;
    private final ItemTelling telling;
    private final Requests requests;
    private final InstantSource clock;
    private final Semaphore room = new Semaphore(BATCHES);

    ScanBatches(ScanRows rows, ItemTelling telling, Requests requests, InstantSource clock) {
        this.rows = rows;
        this.telling = telling;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Takes them.
     *
     * @param told at most {@link ScanBatch#MOST}
     * @throws Problem 503 when others are being taken
     */
    ScanBatchAnswer take(HttpServletRequest request, List<? extends @Nullable JsonNode> told) {
        if (!room.tryAcquire()) {
            throw new Problem(CommonProblem.OVERLOADED);
        }
        try {
            return taken(request, told);
        } finally {
            room.release();
        }
    }

    private ScanBatchAnswer taken(HttpServletRequest request, List<? extends @Nullable JsonNode> told) {
        Actor actor = requests.caller(request).actor();
        @Nullable ScanResult[] results = new ScanResult[told.size()];
        Map<StreamId, List<Row>> items = new LinkedHashMap<>();
        for (int i = 0; i < told.size(); i++) {
            BatchScan row = null;
            try {
                row = rows.read(told.get(i));
                items.computeIfAbsent(rows.item(actor, row), item -> new ArrayList<>())
                        .add(new Row(i + 1, row.scan()));
            } catch (RuntimeException wrong) {
                Problem why = PartFailure.of("row " + (i + 1), wrong);
                if (why.status() == 503) {
                    throw wrong; // nothing was recorded yet, so all of it is told again
                }
                String scanId = row == null ? null : row.scan().scanId();
                results[i] = ScanResult.refused(i + 1, null, scanId, why);
            }
        }
        Instant now = clock.instant();
        List<Callable<List<ScanResult>>> work = new ArrayList<>();
        items.forEach((stream, list) -> {
            List<Part> parts = parts(request, list);
            work.add(() -> tell(actor, now, stream, parts));
        });
        SideBySide.all("scans", work).forEach(some -> some.forEach(result -> results[result.row() - 1] = result));
        return ScanBatchAnswer.of(Arrays.stream(results)
                .map(result -> Objects.requireNonNull(result, "every row has a result"))
                .toList());
    }

    private List<Part> parts(HttpServletRequest request, List<Row> rows) {
        List<Part> parts = new ArrayList<>();
        List<Row> plain = new ArrayList<>();
        for (Row row : rows) {
            if (row.scan().proof() != null) {
                parts.add(new Part(
                        List.of(row),
                        context(request, SealedScans.naturalKey(row.scan()))
                                .withExternalId(row.scan().scanId())));
            } else {
                plain.add(row);
            }
        }
        for (int from = 0; from < plain.size(); from += Item.MOST_SCANS) {
            List<Row> some = plain.subList(from, Math.min(plain.size(), from + Item.MOST_SCANS));
            String key = some.stream()
                    .map(row -> SealedScans.naturalKey(row.scan()))
                    .collect(Collectors.joining("\n", "scans\n", ""));
            parts.add(new Part(List.copyOf(some), context(request, key)));
        }
        return parts;
    }

    private CommandContext context(HttpServletRequest request, String naturalKey) {
        return requests.recorded(request, null, naturalKey).withOrigin(Origin.DEVICE);
    }

    /** An item that cannot even be looked at is refused by itself: what the others were told stays. */
    private List<ScanResult> tell(Actor actor, Instant now, StreamId stream, List<Part> parts) {
        try {
            return telling.tell(actor, now, stream, parts);
        } catch (RuntimeException failed) {
            return ItemTelling.refused(stream, parts, PartFailure.of(stream.toString(), failed));
        }
    }
}
