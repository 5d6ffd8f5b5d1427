package vn.tthc.postal.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

/**
 * What the post has to do with an item next: a pure function of the item, so that it is right whatever the order its scans
 * came in.
 *
 * @param kind what is to be done
 * @param point postal point where it lies; null while it lies at the agency it leaves from
 * @param since since when
 */
public record Work(Kind kind, @Nullable String point, Instant since) {

    /** Sorts of work. */
    public enum Kind {
        /** Thu gom: to be fetched from the agency it leaves from. */
        FETCH,
        /** Vận chuyển: to be carried on towards its delivery office. */
        CARRY,
        /** Phát: to be delivered, or tried again. */
        DELIVER,
        /** Chuyển hoàn: to be brought back to its sender. */
        BRING_BACK
    }

    /** What is to be done; empty when nothing is: cancelled, delivered, back at the agency. */
    public static Optional<Work> of(ItemState.Open item) {
        Timeline timeline = item.timeline();
        Optional<Scan> last = timeline.last();
        return switch (timeline.phase()) {
            case WAITING ->
                item.cancelled()
                        ? Optional.empty()
                        : Optional.of(new Work(Kind.FETCH, null, item.item().occurredAt()));
            case UNDERWAY -> last.map(scan -> carry(item, scan));
            case RETURNING -> last.map(scan -> new Work(Kind.BRING_BACK, scan.point(), scan.occurredAt()));
            case DELIVERED, RETURNED -> Optional.empty();
        };
    }

    /** At its delivery office it is to be delivered; one redirected since then is to be carried on. */
    private static Work carry(ItemState.Open item, Scan last) {
        String office = item.item().office();
        boolean there = office == null ? atAnOffice(last.kind()) : last.point().equals(office);
        return new Work(there ? Kind.DELIVER : Kind.CARRY, last.point(), last.occurredAt());
    }

    private static boolean atAnOffice(ScanKind kind) {
        return switch (kind) {
            case AT_DELIVERY_OFFICE, ATTEMPT_FAILED, INVITED, DELIVERED -> true;
            case ACCEPTED, IN_TRANSIT, RETURNING, RETURNED -> false;
        };
    }
}
