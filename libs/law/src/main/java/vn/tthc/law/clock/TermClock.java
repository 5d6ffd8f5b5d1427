package vn.tthc.law.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import vn.tthc.law.Term;

/** A term that runs: where it ends now, and how a pause moves that. */
sealed interface TermClock {
    /** When the term begins to run. */
    Instant start();

    /** The due moment with the pauses taken into account so far. */
    Instant due();

    /** Takes a pause into account that begins before {@link #due()}, and tells by how much it extends the term. */
    Duration extend(Instant from, Instant to);

    /** The clock of a request, before any pause. */
    static TermClock of(DeadlineRequest request, WorkingCalendar calendar) {
        Term term = request.term();
        LocalDateTime received = VietnamTime.local(request.receivedAt());
        return switch (term.unit()) {
            case HOUR -> working(request, calendar, Duration.ofHours(term.amount()));
            // A working day is 480 minutes whatever the season's hours.
            case WORKING_DAY -> working(request, calendar, Duration.ofHours(8L * term.amount()));
            case DAY -> new CalendarTime(request, received.plusDays(term.amount()), calendar);
            case MONTH -> new CalendarTime(request, received.plusMonths(term.amount()), calendar);
        };
    }

    private static TermClock working(DeadlineRequest request, WorkingCalendar calendar, Duration amount) {
        Instant start = calendar.nextOpening(request.receivedAt());
        Instant due =
                request.sameDay() ? sameDayClose(request, start, calendar) : calendar.plusWorkingTime(start, amount);
        return new WorkingTime(start, calendar.worked(due), calendar);
    }

    /** The close of the day the clock starts on, or of the next working day when received after the cut-off. */
    private static Instant sameDayClose(DeadlineRequest request, Instant start, WorkingCalendar calendar) {
        LocalDate day = VietnamTime.date(start);
        LocalDate closing = afterCutOff(request, start) ? calendar.workingDayFrom(day.plusDays(1)) : day;
        return calendar.closeOf(closing).orElseThrow();
    }

    /** Whether a same-day dossier came on the very day its clock starts, but too late for it. */
    static boolean afterCutOff(DeadlineRequest request, Instant start) {
        LocalDateTime received = VietnamTime.local(request.receivedAt());
        return request.sameDay()
                && received.toLocalDate().equals(VietnamTime.date(start))
                && received.toLocalTime().isAfter(Objects.requireNonNull(request.sameDayCutOff()));
    }

    /** Giờ, ngày làm việc: working time. */
    final class WorkingTime implements TermClock {
        private final Instant start;
        private final WorkingCalendar calendar;
        /** How much the office will have worked, since the calendar's first day, when the term is over. */
        private long target;

        private WorkingTime(Instant start, long target, WorkingCalendar calendar) {
            this.start = start;
            this.target = target;
            this.calendar = calendar;
        }

        @Override
        public Instant start() {
            return start;
        }

        @Override
        public Instant due() {
            return calendar.momentOf(target);
        }

        @Override
        public Duration extend(Instant from, Instant to) {
            Duration extension = calendar.workingTimeBetween(from, to);
            target += extension.toNanos();
            return extension;
        }
    }

    /**
     * Ngày, tháng: time by the calendar, moved to a working day at its end.
     *
     * <p>Moving to the next working day at the same time of day can turn a later end into an earlier due moment: Sunday
     * 20:00 becomes Monday 20:00, Monday 01:00 stays. As a pause never shortens a term, the due moment told when a pause
     * began is kept as a floor.
     */
    final class CalendarTime implements TermClock {
        private final Instant start;
        private final WorkingCalendar calendar;
        private LocalDateTime end;
        private Instant floor;
        /** Where the last pause ended; one that begins there continues it. */
        private Instant pausedTo = Instant.MIN;

        private CalendarTime(DeadlineRequest request, LocalDateTime end, WorkingCalendar calendar) {
            this.start = request.receivedAt();
            this.end = end;
            this.calendar = calendar;
            this.floor = start;
        }

        @Override
        public Instant start() {
            return start;
        }

        /** Where the time by the calendar ends, be it on a day off. */
        LocalDateTime end() {
            return end;
        }

        @Override
        public Instant due() {
            LocalDateTime moved = LocalDateTime.of(calendar.workingDayFrom(end.toLocalDate()), end.toLocalTime());
            Instant due = VietnamTime.instant(moved);
            return due.isBefore(floor) ? floor : due;
        }

        @Override
        public Duration extend(Instant from, Instant to) {
            if (!from.equals(pausedTo)) {
                floor = due();
                // A pause that begins while the term waits for the next working day moves that day, not the one before.
                end = VietnamTime.local(from).isBefore(end) ? end : VietnamTime.local(floor);
            }
            pausedTo = to;
            Duration extension = Duration.between(from, to);
            end = end.plus(extension);
            return extension;
        }
    }
}
