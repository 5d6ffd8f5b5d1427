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
 * @param readings the readings that count, in the order in which they came
 * @param deliveredAt when delivery was proven
 * @param anomalies readings kept aside
 * @param cancelled whether it was called back before the post had it
 */
public record ItemFold(
        long position,
        @Nullable Opened opened,
        List<Reading> readings,
        @Nullable Instant deliveredAt,
        List<PostalEvent.Anomaly> anomalies,
        boolean cancelled) {

    /** Nothing heard yet. */
    public static final ItemFold EMPTY = new ItemFold(0, null, List.of(), null, List.of(), false);

    public ItemFold {
        readings = List.copyOf(readings);
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
                        readings,
                        deliveredAt,
                        anomalies,
                        cancelled);
            case PostalEvent.Scanned e -> scanned(version, e.scan());
            case PostalEvent.Delivered e ->
                new ItemFold(version, opened, readings, e.occurredAt(), anomalies, cancelled);
            case PostalEvent.Cancelled e -> new ItemFold(version, opened, readings, deliveredAt, anomalies, true);
            case PostalEvent.AddressChanged e -> only(version);
            case PostalEvent.Split e -> only(version);
            case PostalEvent.HandedOver e -> only(version); // its scan tells where it is
            case PostalEvent.DossierTaken e -> only(version); // its scan tells where it is
            case PostalEvent.PapersSurrendered e -> only(version); // its scan tells where it is
            case PostalEvent.DossierChecked e -> only(version);
            case PostalEvent.FilingRefused e -> only(version); // the dossier's stream tells it
            case PostalEvent.SilenceNoticed e -> only(version); // silence moves nothing
            case PostalEvent.AnomalySettled e -> only(version); // a ruling neither; the contradiction stays one
            case PostalEvent.Returned e -> only(version); // the scan has told it already
            case PostalEvent.AnomalyRecorded e -> {
                List<PostalEvent.Anomaly> more = new ArrayList<>(anomalies);
                more.add(e.anomaly());
                // A reading that counted can turn out to be impossible when an earlier one comes in late.
                List<Reading> counting = readings.stream()
                        .filter(reading -> !reading.scanId().equals(e.scan().scanId()))
                        .toList();
                yield new ItemFold(version, opened, counting, deliveredAt, more, cancelled);
            }
        };
    }

    private ItemFold only(long version) {
        return new ItemFold(version, opened, readings, deliveredAt, anomalies, cancelled);
    }

    private ItemFold scanned(long version, PostalEvent.Scan scan) {
        List<Reading> more = new ArrayList<>(readings);
        more.add(new Reading(
                scan.kind(), scan.occurredAt(), scan.sequence(), scan.scanId(), scan.point(), scan.reason()));
        return new ItemFold(version, opened, more, deliveredAt, anomalies, cancelled);
    }

    /** The reading that is last in the item's history, which need not be the one that came last. */
    public @Nullable Reading latest() {
        return readings.stream().max(Reading.HISTORY).orElse(null);
    }

    /** How many deliveries failed. */
    public int failedAttempts() {
        return (int) readings.stream()
                .filter(reading -> reading.kind() == PostalEvent.ScanKind.ATTEMPT_FAILED)
                .count();
    }

    /** Where it is now; null while it waits for the post. Proof of delivery is never taken back by a later reading. */
    public PostalEvent.@Nullable ScanKind state() {
        if (deliveredAt != null) {
            return PostalEvent.ScanKind.DELIVERED;
        }
        PostalEvent.ScanKind state = null;
        for (Reading reading : readings.stream().sorted(Reading.HISTORY).toList()) {
            state = reading.kind().after(state);
        }
        return state;
    }

    /** Since when it is there. */
    public @Nullable Instant since() {
        if (deliveredAt != null) {
            return deliveredAt;
        }
        Reading latest = latest();
        if (latest != null) {
            return latest.at();
        }
        return opened == null ? null : opened.at();
    }
}
