package vn.tthc.postal.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.PostalEvent.FailureReason;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.law.clock.WorkingCalendar;

/**
 * How long an item that could not be delivered is kept, and whether the rules of keeping it were followed: a pure
 * function of the item, so that a scan that comes late puts it right.
 *
 * @param invitations how often the addressee was invited
 * @param secondInvitationFrom the first day of the second invitation, two working days after the first (Luật Bưu chính
 *     2010, Điều 17 khoản 1 điểm d); null before the first
 * @param returnFrom from when it goes back to the sender, null while nothing speaks for that
 * @param findings what was not done as the rules say; for a person to look at, never a reason to disbelieve a scan
 */
public record Retention(
        int invitations,
        @Nullable LocalDate secondInvitationFrom,
        @Nullable Instant returnFrom,
        Set<Finding> findings) {
    /** The time of the country; where nothing else is known nothing goes back too early. */
    public static final int LONGEST_DAYS = 30;

    private static final int WORKING_DAYS_BETWEEN_INVITATIONS = 2;

    public Retention {
        findings = Set.copyOf(findings);
    }

    /** What was not done as the rules say. */
    public enum Finding {
        /** Sent back before the addressee had the time the law gives. */
        SENT_BACK_EARLY,
        /** Said not to have come, without two invitations two working days apart. */
        NOT_INVITED_TWICE
    }

    /** What the item's scans and the retention of its delivery office come to. */
    public static Retention of(ItemState.Open item, WorkingCalendar calendar) {
        Timeline timeline = item.timeline();
        List<Scan> invitations = timeline.of(ScanKind.INVITED);
        LocalDate second = invitations.isEmpty() ? null : secondFrom(invitations.getFirst(), calendar);
        Instant returnFrom = returnFrom(item, timeline);
        return new Retention(invitations.size(), second, returnFrom, findings(timeline, returnFrom, calendar));
    }

    /**
     * Refused: at once. Otherwise the days of the area (15 in towns, 30 in the country) from the first invitation, or from
     * the first failed attempt while nobody was invited (unsourced).
     */
    private static @Nullable Instant returnFrom(ItemState.Open item, Timeline timeline) {
        Optional<Scan> refused = refusal(timeline);
        if (refused.isPresent()) {
            return refused.get().occurredAt();
        }
        Optional<Scan> since = timeline.of(ScanKind.INVITED).stream()
                .findFirst()
                .or(() -> timeline.of(ScanKind.ATTEMPT_FAILED).stream().findFirst());
        return since.map(scan -> VietnamTime.date(scan.occurredAt())
                        .plusDays(item.retentionDays())
                        .atStartOfDay(VietnamTime.ZONE)
                        .toInstant())
                .orElse(null);
    }

    private static Optional<Scan> refusal(Timeline timeline) {
        return timeline.of(ScanKind.ATTEMPT_FAILED).stream()
                .filter(scan -> scan.reason() == FailureReason.REFUSED)
                .findFirst();
    }

    private static Set<Finding> findings(Timeline timeline, @Nullable Instant returnFrom, WorkingCalendar calendar) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        timeline.of(ScanKind.RETURNING).stream()
                .filter(back -> returnFrom == null || back.occurredAt().isBefore(returnFrom))
                .findFirst()
                .ifPresent(back -> findings.add(Finding.SENT_BACK_EARLY));
        timeline.of(ScanKind.ATTEMPT_FAILED).stream()
                .filter(scan -> scan.reason() == FailureReason.DID_NOT_COME)
                .filter(scan -> !invitedTwiceBefore(scan, timeline, calendar))
                .findFirst()
                .ifPresent(scan -> findings.add(Finding.NOT_INVITED_TWICE));
        return findings;
    }

    private static boolean invitedTwiceBefore(Scan scan, Timeline timeline, WorkingCalendar calendar) {
        List<Scan> before = timeline.of(ScanKind.INVITED).stream()
                .filter(invited -> Timeline.ORDER.compare(invited, scan) < 0)
                .toList();
        if (before.isEmpty()) {
            return false;
        }
        LocalDate second = secondFrom(before.getFirst(), calendar);
        return before.stream()
                .anyMatch(invited -> !VietnamTime.date(invited.occurredAt()).isBefore(second));
    }

    private static LocalDate secondFrom(Scan first, WorkingCalendar calendar) {
        LocalDate day = VietnamTime.date(first.occurredAt());
        for (int i = 0; i < WORKING_DAYS_BETWEEN_INVITATIONS; i++) {
            day = calendar.workingDayFrom(day.plusDays(1));
        }
        return day;
    }
}
