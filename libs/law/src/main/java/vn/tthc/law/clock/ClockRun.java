package vn.tthc.law.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A clock run over its pauses.
 *
 * @param term where the term stands after the pauses
 * @param shares what each pause did, in the order in which they began
 * @param stoppedBy the open pause that leaves no due moment, null when there is one
 */
record ClockRun(
        TermClock term, List<PauseShare> shares, @Nullable Pause stoppedBy) {
    private static final Comparator<Pause> BY_BEGIN =
            Comparator.comparing(Pause::from).thenComparing(p -> p.to() == null ? Instant.MAX : p.to());

    static ClockRun of(DeadlineRequest request, WorkingCalendar calendar) {
        if (calendar.purpose() != CalendarPurpose.DEADLINE) {
            throw new IllegalArgumentException(
                    "calendar " + calendar.version() + " is for reception, not for deadlines");
        }
        TermClock term = TermClock.of(request, calendar);
        if (request.pauses().isEmpty()) {
            return new ClockRun(term, List.of(), null);
        }
        List<PauseShare> shares = new ArrayList<>();
        Instant covered = request.receivedAt();
        for (Pause pause : request.pauses().stream().sorted(BY_BEGIN).toList()) {
            Instant to = pause.to();
            if (!pause.from().isBefore(term.due())) {
                shares.add(PauseShare.without(pause, PauseShare.Effect.AFTER_DUE));
            } else if (to == null) {
                return new ClockRun(term, List.copyOf(shares), pause);
            } else if (!to.isAfter(request.receivedAt())) {
                shares.add(PauseShare.without(pause, PauseShare.Effect.BEFORE_RECEPTION));
            } else if (!to.isAfter(covered)) {
                shares.add(PauseShare.without(pause, PauseShare.Effect.COVERED_BY_ANOTHER));
            } else {
                Instant from = pause.from().isAfter(covered) ? pause.from() : covered;
                Duration extension = term.extend(from, to);
                shares.add(new PauseShare(pause, PauseShare.Effect.EXTENDS, from, to, extension));
                covered = to;
            }
        }
        return new ClockRun(term, List.copyOf(shares), null);
    }
}
