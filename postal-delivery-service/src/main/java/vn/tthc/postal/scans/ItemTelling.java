package vn.tthc.postal.scans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Anomaly;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams.Loaded;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.PartFailure;
import vn.tthc.platform.web.Problem;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.Item;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.domain.ItemProblem;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.domain.Timeline;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.items.ItemSubjects;
import vn.tthc.postal.scans.ScanBatchAnswer.ScanResult;

/**
 * Tells one item all that a batch says of it: what rests on no proof by as few commands as can be, each proof by a command
 * of its own, because what is sealed in it is bound to the command.
 */
@Component
class ItemTelling {
    private final ItemReader items;
    private final ItemSubjects subjects;
    private final ScanTelling telling;
    private final Commands commands;
    private final AccessPolicy access;

    ItemTelling(ItemReader items, ItemSubjects subjects, ScanTelling telling, Commands commands, AccessPolicy access) {
        this.items = items;
        this.subjects = subjects;
        this.telling = telling;
        this.commands = commands;
        this.access = access;
    }

    /** A scan with its place in the batch. */
    record Row(int number, ScanRequest scan) {}

    /** What one command tells. */
    record Part(List<Row> rows, CommandContext context) {
        boolean proven() {
            return rows.getFirst().scan().proof() != null;
        }
    }

    /**
     * Tells it. A part that fails is refused by itself; one that the log had no room for lets those after it wait too.
     *
     * @param at when it is told
     */
    List<ScanResult> tell(Actor actor, Instant at, StreamId stream, List<Part> parts) {
        Optional<Loaded<ItemState.Open>> found = items.find(stream);
        if (found.isEmpty()) {
            return refused(stream, parts, ScanRows.unknownItem());
        }
        ItemState.Open before = found.get().state();
        if (!access.allows(actor, PostalPermission.SCAN, subjects.scanned(before))) {
            return refused(stream, parts, new Problem(CommonProblem.FORBIDDEN));
        }
        Map<Part, Problem> refused = new HashMap<>();
        boolean room = true;
        for (Part part : parts) {
            Problem why = room ? tell(at, before, stream, part) : new Problem(CommonProblem.OVERLOADED);
            if (why != null) {
                refused.put(part, why);
                room = why.code() != CommonProblem.OVERLOADED && why.code() != CommonProblem.OUTCOME_UNKNOWN;
            }
        }
        return results(stream, parts, before, refused);
    }

    private List<ScanResult> results(
            StreamId stream, List<Part> parts, ItemState.Open before, Map<Part, Problem> refused) {
        ItemState.Open after;
        try {
            after = items.get(stream).state();
        } catch (RuntimeException unreadable) {
            Problem why = PartFailure.of(stream.toString(), unreadable);
            return refused(stream, parts, why.status() == 503 ? new Problem(CommonProblem.OUTCOME_UNKNOWN) : why);
        }
        Timeline way = after.timeline();
        List<ScanResult> results = new ArrayList<>();
        for (Part part : parts) {
            part.rows().forEach(row -> results.add(result(row, stream, before, after, way, refused.get(part))));
        }
        return results;
    }

    private @Nullable Problem tell(Instant at, ItemState.Open item, StreamId stream, Part part) {
        try {
            return part.proven() ? tellProof(at, item, stream, part) : tellPlain(at, stream, part);
        } catch (RuntimeException failed) {
            return PartFailure.of(stream.toString(), failed);
        }
    }

    private @Nullable Problem tellPlain(Instant at, StreamId stream, Part part) {
        List<Scan> scans =
                part.rows().stream().map(row -> SealedScans.plain(row.scan())).toList();
        return problem(commands.send(stream, new ItemCommand.RecordScans(at, scans), part.context()));
    }

    private @Nullable Problem tellProof(Instant at, ItemState.Open item, StreamId stream, Part part) {
        return problem(telling.tell(at, part.rows().getFirst().scan(), item, stream, part.context()));
    }

    private static @Nullable Problem problem(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> null;
            case Outcome.Refused(var refusal, long version) ->
                new Problem(refusal.code(), 409, refusal.field(), refusal.values());
            case Outcome.Stale stale -> throw new IllegalStateException("nobody expected a version");
            case Outcome.KeyReused reused -> throw new IllegalStateException("nobody gave a key");
        };
    }

    private static ScanResult result(
            Row row,
            StreamId stream,
            ItemState.Open before,
            ItemState.Open after,
            Timeline way,
            @Nullable Problem refused) {
        ScanRequest told = row.scan();
        Scan known = after.find(told.scanId());
        if (refused != null || known == null) {
            return ScanResult.refused(
                    row.number(), stream.id(), told.scanId(), refused == null ? leftOut(told, after) : refused);
        }
        if (told.proof() == null && !known.equals(SealedScans.plain(told))) {
            Problem conflict = new Problem(ItemProblem.SCAN_CONFLICT, 409, "scanId", Map.of("scanId", told.scanId()));
            return ScanResult.refused(row.number(), stream.id(), told.scanId(), conflict);
        }
        Anomaly anomaly = after.unbelieved().containsKey(told.scanId())
                ? Anomaly.IN_THE_FUTURE
                : way.anomalies().get(told.scanId());
        Scan delivered = way.delivered();
        return new ScanResult(
                row.number(),
                stream.id(),
                told.scanId(),
                anomaly == null ? "applied" : "anomaly",
                before.find(told.scanId()) != null,
                anomaly,
                delivered != null && delivered.scanId().equals(told.scanId()),
                null);
    }

    /** Why a scan is not there: what it would have been told alone. */
    private static Problem leftOut(ScanRequest told, ItemState.Open item) {
        Scan scan = SealedScans.plain(told);
        if (Item.decide(item, new ItemCommand.RecordScan(scan.occurredAt(), scan))
                instanceof Decision.Refused<PostalEvent>(var refusal)) {
            return new Problem(refusal.code(), 409, refusal.field(), refusal.values());
        }
        throw new IllegalStateException("a scan that is right was left out");
    }

    /** All of them refused for one reason. */
    static List<ScanResult> refused(StreamId stream, List<Part> parts, Problem why) {
        return parts.stream()
                .flatMap(part -> part.rows().stream())
                .map(row ->
                        ScanResult.refused(row.number(), stream.id(), row.scan().scanId(), why))
                .toList();
    }
}
