package vn.tthc.postal.domain;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.law.clock.VietnamTime;

/**
 * Whether an item reached the delivery office of its commune on the day on which the post took it over: what the rule
 * "mail reaches every commune the same day" is measured by.
 *
 * @param accepted the day the post had it first, in Vietnam
 * @param reached the day it was first at its delivery office, or delivered without being seen there; null while neither
 */
public record Reach(LocalDate accepted, @Nullable LocalDate reached) {

    /** Measured by the scans that count; empty while the post has not had it, or when it goes to no office. */
    public static Optional<Reach> of(ItemState.Open item) {
        String office = item.item().office();
        Timeline timeline = item.timeline();
        if (office == null || timeline.applied().isEmpty()) {
            return Optional.empty();
        }
        LocalDate reached = timeline.applied().stream()
                .filter(scan -> scan.point().equals(office) || scan.kind() == ScanKind.DELIVERED)
                .findFirst()
                .map(Reach::day)
                .orElse(null);
        return Optional.of(new Reach(day(timeline.applied().getFirst()), reached));
    }

    private static LocalDate day(Scan scan) {
        return VietnamTime.date(scan.occurredAt());
    }

    /** Whether it was there on the day it was taken over. */
    public boolean sameDay() {
        return accepted.equals(reached);
    }
}
