package vn.tthc.law.clock;

import java.time.Instant;
import java.util.List;

/**
 * Due dates. Pure: the same request and calendar version give the same answer, today and on replay.
 *
 * <ul>
 *   <li>HOUR and WORKING_DAY count working time, a working day always 480 minutes. Received outside office hours, the
 *       clock starts at the next opening. A due moment that falls on an opening is told as the previous close.
 *   <li>DAY and MONTH count calendar time from the very moment of reception; ending on a day off, the term moves to the
 *       next working day at the same time of day (Bộ luật Dân sự 2015, Điều 148).
 *   <li>Pauses extend by working time for HOUR and WORKING_DAY, by elapsed time for DAY and MONTH. What two pauses share
 *       is not counted twice. A pause that begins when the term is already over changes nothing, and none ever shortens a
 *       term.
 *   <li>A same-day procedure (see {@link DeadlineRequest#sameDayCutOff()}) is due at the close of the day its clock
 *       starts, or of the next working day when received after the cut-off; at the cut-off itself is in time.
 * </ul>
 *
 * Moments are exact to the nanosecond: seconds of the reception reappear in the due moment. All methods throw
 * {@link IllegalArgumentException} when the calendar is one for reception or the answer lies beyond its years.
 */
public final class Deadlines {
    private Deadlines() {}

    /**
     * The due moment.
     *
     * @throws ClockStoppedException when an open pause leaves it undetermined
     */
    public static Instant dueAt(DeadlineRequest request, WorkingCalendar calendar) {
        ClockRun run = ClockRun.of(request, calendar);
        Pause open = run.stoppedBy();
        if (open != null) {
            throw new ClockStoppedException(open.from(), open.reason());
        }
        return run.term().due();
    }

    /**
     * The due moment and why, line by line.
     *
     * @throws ClockStoppedException when an open pause leaves it undetermined
     */
    public static Deadline explain(DeadlineRequest request, WorkingCalendar calendar) {
        return switch (read(request, calendar)) {
            case Deadline deadline -> deadline;
            case StoppedClock stopped -> throw new ClockStoppedException(stopped.since(), stopped.reason());
        };
    }

    /** What the clock says, be it running or standing still, and why, line by line. */
    public static ClockReading read(DeadlineRequest request, WorkingCalendar calendar) {
        ClockRun run = ClockRun.of(request, calendar);
        List<ExplanationLine> lines = new Explainer(request, calendar, run).lines();
        Pause open = run.stoppedBy();
        return open == null
                ? new Deadline(run.term().due(), calendar.version(), lines)
                : new StoppedClock(open.from(), open.reason(), calendar.version(), lines);
    }
}
