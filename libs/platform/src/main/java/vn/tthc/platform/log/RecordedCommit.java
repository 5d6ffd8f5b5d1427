package vn.tthc.platform.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit as the log holds it.
 *
 * @param number place among the commits of this log; rises, gaps are possible
 * @param stream the stream
 * @param commandId its command
 * @param fingerprint hash of the request that made it
 * @param events its events in order
 */
public record RecordedCommit(
        long number,
        String stream,
        String commandId,
        @Nullable String fingerprint,
        List<RecordedEvent> events) {
    public RecordedCommit {
        events = List.copyOf(events);
    }

    /** The version the stream had after it. */
    public long version() {
        return events.getLast().envelope().version();
    }
}
