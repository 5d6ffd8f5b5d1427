package vn.tthc.intake.preview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.intake.clock.ExplainedLine;
import vn.tthc.law.clock.ClockReading;
import vn.tthc.law.clock.Deadline;
import vn.tthc.law.clock.StoppedClock;

/**
 * A due date and why it is that one.
 *
 * @param dueAt the due moment; absent while a pause is open
 * @param stoppedSince since when an open pause keeps the clock from running
 * @param calendarVersion the calendar's version
 * @param explanation line by line, from reception to the due moment
 */
record PreviewAnswer(
        @Nullable Instant dueAt,
        @Nullable Instant stoppedSince,
        String calendarVersion,
        List<ExplainedLine> explanation) {

    static PreviewAnswer of(ClockReading reading) {
        List<ExplainedLine> lines =
                reading.explanation().stream().map(ExplainedLine::of).toList();
        return switch (reading) {
            case Deadline deadline -> new PreviewAnswer(deadline.dueAt(), null, deadline.calendarVersion(), lines);
            case StoppedClock stopped -> new PreviewAnswer(null, stopped.since(), stopped.calendarVersion(), lines);
        };
    }
}
