package vn.tthc.intake.preview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.law.clock.ClockReading;
import vn.tthc.law.clock.Deadline;
import vn.tthc.law.clock.ExplanationLine;
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
        @Nullable Instant dueAt, @Nullable Instant stoppedSince, String calendarVersion, List<Line> explanation) {

    /**
     * One line.
     *
     * @param code kind of line, stable
     * @param date day it is about
     * @param vi in Vietnamese
     * @param en in English
     * @param ground decision or article
     * @param countedMinutes minutes that count towards the term, or by which a pause extends it
     */
    record Line(
            String code,
            @Nullable LocalDate date,
            String vi,
            String en,
            @Nullable String ground,
            long countedMinutes) {
        static Line of(ExplanationLine line) {
            return new Line(
                    line.code(),
                    line.date(),
                    line.vi(),
                    line.en(),
                    line.ground(),
                    line.counted().toMinutes());
        }
    }

    static PreviewAnswer of(ClockReading reading) {
        List<Line> lines = reading.explanation().stream().map(Line::of).toList();
        return switch (reading) {
            case Deadline deadline -> new PreviewAnswer(deadline.dueAt(), null, deadline.calendarVersion(), lines);
            case StoppedClock stopped -> new PreviewAnswer(null, stopped.since(), stopped.calendarVersion(), lines);
        };
    }
}
