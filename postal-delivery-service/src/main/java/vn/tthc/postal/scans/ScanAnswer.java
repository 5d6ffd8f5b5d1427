package vn.tthc.postal.scans;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Anomaly;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.postal.domain.ItemState;

/**
 * What became of a scan; the same when it is told again.
 *
 * @param itemId the item
 * @param scanId the scan
 * @param result {@code applied}, or {@code anomaly} when it was set aside
 * @param anomaly why it was set aside
 * @param delivered whether it is what delivered the item
 * @param version the item's version after it
 */
record ScanAnswer(
        String itemId,
        String scanId,
        String result,
        @Nullable Anomaly anomaly,
        boolean delivered,
        long version) {
    private static final String APPLIED = "applied";
    private static final String SET_ASIDE = "anomaly";

    /** From the commit alone; where there is none, the scan was known before and nothing was to be done. */
    static ScanAnswer of(Outcome.Done done, String scanId, Streams streams, ItemState.Open before) {
        String itemId = StreamId.parse(done.stream()).id();
        RecordedCommit commit = done.commit();
        if (commit == null) {
            Anomaly anomaly = before.timeline().anomalies().get(scanId);
            return new ScanAnswer(itemId, scanId, result(anomaly), anomaly, false, done.version());
        }
        Anomaly anomaly = null;
        boolean delivered = false;
        for (var event : streams.events(commit)) {
            if (event instanceof PostalEvent.AnomalyRecorded aside
                    && aside.scan().scanId().equals(scanId)) {
                anomaly = aside.anomaly();
            }
            delivered |= event instanceof PostalEvent.Delivered;
        }
        return new ScanAnswer(itemId, scanId, result(anomaly), anomaly, delivered, done.version());
    }

    private static String result(@Nullable Anomaly anomaly) {
        return anomaly == null ? APPLIED : SET_ASIDE;
    }
}
