package vn.tthc.query.dossierview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.postal.PostalEvent;

/**
 * What the stream of one postal item has told so far.
 *
 * @param position version of the last event taken
 * @param opened what it carries and where from
 * @param latest the reading that is last in its history, which need not be the one that came last
 * @param failedAttempts how many deliveries failed
 * @param deliveredAt when delivery was proven
 * @param anomalies readings kept aside
 */
public record ItemFold(
        long position,
        @Nullable Opened opened,
        @Nullable Reading latest,
        int failedAttempts,
        @Nullable Instant deliveredAt,
        List<PostalEvent.Anomaly> anomalies) {

    /** Nothing heard yet. */
    public static final ItemFold EMPTY = new ItemFold(0, null, null, 0, null, List.of());

    public ItemFold {
        anomalies = List.copyOf(anomalies);
    }

    /** What an item is. */
    public record Opened(
            Instant at, PostalEvent.Purpose purpose, int ordinal, int of, String identifier, AgencyRef from) {}

    /** A reading, without the names on its proof. */
    public record Reading(
            PostalEvent.ScanKind kind,
            Instant at,
            long sequence,
            String scanId,
            String point,
            PostalEvent.@Nullable FailureReason reason) {

        /** Place in the item's history: when it happened, then the device's counter, then the id. */
        static final Comparator<Reading> HISTORY = Comparator.comparing(Reading::at)
                .thenComparingLong(Reading::sequence)
                .thenComparing(Reading::scanId);
    }

    /** Takes an event of the stream; a repeat changes nothing. */
    public ItemFold apply(Envelope envelope, PostalEvent event) {
        if (!Sequence.isNew(position, envelope)) {
            return this;
        }
        long version = envelope.version();
        return switch (event) {
            case PostalEvent.Opened e ->
                new ItemFold(
                        version,
                        new Opened(e.occurredAt(), e.purpose(), e.ordinal(), e.of(), e.identifier(), e.from()),
                        latest,
                        failedAttempts,
                        deliveredAt,
                        anomalies);
            case PostalEvent.Scanned e -> scanned(version, e.scan());
            case PostalEvent.Delivered e ->
                new ItemFold(version, opened, latest, failedAttempts, e.occurredAt(), anomalies);
            case PostalEvent.AnomalyRecorded e -> {
                List<PostalEvent.Anomaly> more = new ArrayList<>(anomalies);
                more.add(e.anomaly());
                yield new ItemFold(version, opened, latest, failedAttempts, deliveredAt, more);
            }
        };
    }

    private ItemFold scanned(long version, PostalEvent.Scan scan) {
        Reading reading = new Reading(
                scan.kind(), scan.occurredAt(), scan.sequence(), scan.scanId(), scan.point(), scan.reason());
        boolean last = latest == null || Reading.HISTORY.compare(reading, latest) >= 0;
        int failed = failedAttempts + (scan.kind() == PostalEvent.ScanKind.ATTEMPT_FAILED ? 1 : 0);
        return new ItemFold(version, opened, last ? reading : latest, failed, deliveredAt, anomalies);
    }

    /** Where it is now; null while it waits for the post. Proof of delivery is never taken back by a later reading. */
    public PostalEvent.@Nullable ScanKind state() {
        if (deliveredAt != null) {
            return PostalEvent.ScanKind.DELIVERED;
        }
        return latest == null ? null : latest.kind();
    }

    /** Since when it is there. */
    public @Nullable Instant since() {
        if (deliveredAt != null) {
            return deliveredAt;
        }
        if (latest != null) {
            return latest.at();
        }
        return opened == null ? null : opened.at();
    }
}
