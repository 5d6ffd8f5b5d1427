package vn.tthc.postal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.PostalEvent.Anomaly;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

/**
 * What a set of scans says about an item: a pure function of the set, so that the order of arrival does not matter.
 *
 * <p>Every rule compares a scan with scans that lie before it in their own time, or asks whether there is a proof of
 * delivery at all. So one more scan can set others aside but never brings one back: an anomaly told once stays true, and
 * a delivery told once stays a delivery.
 *
 * @param applied the scans that make up the item's way, in their own order
 * @param anomalies the scans that are set aside and why, by scan id
 * @param delivered the scan that delivered it, null while none has
 */
public record Timeline(
        List<Scan> applied,
        Map<String, Anomaly> anomalies,
        @Nullable Scan delivered) {

    /** The order of scans: by their own time, then the device's counter, then their id. */
    public static final Comparator<Scan> ORDER = Comparator.comparing(Scan::occurredAt)
            .thenComparingLong(Scan::sequence)
            .thenComparing(Scan::scanId);

    /** How far a device's clock may be wrong before its scans are not believed. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /**
     * Reads a set of scans.
     *
     * @param opened since when there is something to carry
     * @param cancelled whether it was called back before the post had it
     * @param scans the scans, in any order; none of them from the future
     */
    static Timeline of(Instant opened, boolean cancelled, Collection<Scan> scans) {
        List<Scan> ordered = scans.stream().sorted(ORDER).toList();
        List<Scan> possible = ordered.stream()
                .filter(scan -> !beforeThereWasAnything(scan, opened))
                .toList();
        Scan delivered = first(possible, scan -> scan.kind() == ScanKind.DELIVERED);
        Scan returned = first(possible, scan -> scan.kind() == ScanKind.RETURNED);
        Scan underway = first(possible, scan -> scan.kind() != ScanKind.ACCEPTED);
        List<Scan> applied = new ArrayList<>();
        Map<String, Anomaly> anomalies = new TreeMap<>();
        for (Scan scan : ordered) {
            anomaly(scan, opened, cancelled, delivered, returned, underway)
                    .ifPresentOrElse(anomaly -> anomalies.put(scan.scanId(), anomaly), () -> applied.add(scan));
        }
        return new Timeline(List.copyOf(applied), Map.copyOf(anomalies), delivered);
    }

    private static Optional<Anomaly> anomaly(
            Scan scan,
            Instant opened,
            boolean cancelled,
            @Nullable Scan delivered,
            @Nullable Scan returned,
            @Nullable Scan underway) {
        if (beforeThereWasAnything(scan, opened)) {
            return Optional.of(Anomaly.IMPOSSIBLE);
        }
        if (after(scan, delivered)) {
            return Optional.of(Anomaly.AFTER_DELIVERY);
        }
        if (cancelled && scan.kind() != ScanKind.DELIVERED) {
            return Optional.of(Anomaly.AFTER_CANCELLATION); // a proof outweighs the paper that says it never left
        }
        boolean impossible = returnedThoughDelivered(scan, delivered)
                || underwayThoughReturned(scan, returned)
                || acceptedThoughUnderway(scan, underway);
        return impossible ? Optional.of(Anomaly.IMPOSSIBLE) : Optional.empty();
    }

    /** A scan of something that did not exist yet. */
    private static boolean beforeThereWasAnything(Scan scan, Instant opened) {
        return scan.occurredAt().isBefore(opened.minus(TOLERANCE));
    }

    /** Back with its sender, and delivered as well: the proof outweighs, as it was given by a person. */
    private static boolean returnedThoughDelivered(Scan scan, @Nullable Scan delivered) {
        return scan.kind() == ScanKind.RETURNED && delivered != null;
    }

    /** Once back at the agency an item does not travel; only a proof of delivery can say otherwise. */
    private static boolean underwayThoughReturned(Scan scan, @Nullable Scan returned) {
        return scan.kind() != ScanKind.DELIVERED && after(scan, returned);
    }

    /** Taken over by the post after it was already on its way. */
    private static boolean acceptedThoughUnderway(Scan scan, @Nullable Scan underway) {
        return scan.kind() == ScanKind.ACCEPTED && after(scan, underway);
    }

    private static boolean after(Scan scan, @Nullable Scan other) {
        return other != null && ORDER.compare(scan, other) > 0;
    }

    private static @Nullable Scan first(List<Scan> scans, Predicate<Scan> which) {
        return scans.stream().filter(which).findFirst().orElse(null);
    }

    /** Where the item is, by the last scan that counts; empty while there is none. */
    public Optional<Scan> last() {
        return applied.isEmpty() ? Optional.empty() : Optional.of(applied.getLast());
    }

    /** What all scans that count come to; null while there is none. */
    public @Nullable ScanKind state() {
        ScanKind state = null;
        for (Scan scan : applied) {
            state = scan.kind().after(state);
        }
        return state;
    }

    /** How far it has come. */
    public Phase phase() {
        return switch (state()) {
            case null -> Phase.WAITING;
            case DELIVERED -> Phase.DELIVERED;
            case RETURNED -> Phase.RETURNED;
            case RETURNING -> Phase.RETURNING;
            case ACCEPTED, IN_TRANSIT, AT_DELIVERY_OFFICE, ATTEMPT_FAILED, INVITED -> Phase.UNDERWAY;
        };
    }

    /** The scans of a kind that count, in their own order. */
    public List<Scan> of(ScanKind kind) {
        return applied.stream().filter(scan -> scan.kind() == kind).toList();
    }

    /** How often delivery was tried in vain. */
    public long failedAttempts() {
        return of(ScanKind.ATTEMPT_FAILED).size();
    }
}
