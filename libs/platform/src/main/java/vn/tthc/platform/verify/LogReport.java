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
 * @param foreignCount records on the topics that are none of our events; whoever reads them parks their dossier, which is
 *     what has to be settled (ADR 0014)
 * @param foreign where the first hundred of them lie, as {@code topic-partition/offset}
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
        long foreignCount,
        List<String> foreign,
        long differenceCount,
        List<Difference> differences) {
    public LogReport {
        foreign = List.copyOf(foreign);
        differences = List.copyOf(differences);
    }
}
