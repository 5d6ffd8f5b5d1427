package vn.tthc.processing.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.cases.CaseEvent;

/**
 * The steps that were recorded outside a flow.
 *
 * @param byId every record there is
 */
public record Records(Map<String, Entry> byId) {
    /** No record yet. */
    public static final Records NONE = new Records(Map.of());

    /**
     * What must be remembered of a record.
     *
     * @param contentHash hash of what was told
     * @param occurredAt when it was done
     */
    public record Entry(String contentHash, Instant occurredAt) {
        boolean after(Instant end) {
            return occurredAt.isAfter(end);
        }
    }

    public Records {
        byId = Map.copyOf(byId);
    }

    @Nullable
    Entry find(String recordId) {
        return byId.get(recordId);
    }

    Records with(CaseEvent.StepRecorded event) {
        Map<String, Entry> more = new HashMap<>(byId);
        more.put(event.recordId(), new Entry(event.contentHash(), event.occurredAt()));
        return new Records(more);
    }

    /** Ids of the records that lie after an end of processing, in a stable order. */
    List<Map.Entry<String, Entry>> after(Instant end) {
        return byId.entrySet().stream()
                .filter(record -> record.getValue().after(end))
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }
}
