package vn.tthc.platform.consume;

import java.util.List;

/**
 * What building a view once more, from the first event on, found.
 *
 * @param view the view
 * @param generation the generation that was built
 * @param events records that were read
 * @param documents documents of the serving generation that were compared with it
 * @param millis how long it took, in milliseconds
 * @param swapped whether the new generation serves now
 * @param differenceCount how many documents differ, byte for byte
 * @param differences the first hundred
 */
public record RebuildReport(
        String view,
        long generation,
        long events,
        long documents,
        long millis,
        boolean swapped,
        long differenceCount,
        List<String> differences) {
    public RebuildReport {
        differences = List.copyOf(differences);
    }
}
