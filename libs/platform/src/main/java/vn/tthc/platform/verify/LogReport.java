package vn.tthc.platform.verify;

import java.time.Instant;
import java.util.List;

/**
 * What comparing a service's log with itself and with its topics found.
 *
 * @param service whose log
 * @param recordedBefore what was recorded before this moment was compared
 * @param streams streams
 * @param events events in the log
 * @param published distinct events of them on the topics
 * @param repeats records that were on the topics more than once, which is legal
 * @param differenceCount how many differences
 * @param differences the first hundred of them
 */
public record LogReport(
        String service,
        Instant recordedBefore,
        long streams,
        long events,
        long published,
        long repeats,
        long differenceCount,
        List<Difference> differences) {
    public LogReport {
        differences = List.copyOf(differences);
    }
}
