package vn.tthc.law.clock;

import java.time.Instant;
import java.util.List;

/**
 * The clock stands still: a pause has no end yet, so the due moment is undetermined.
 *
 * @param since when the open pause began
 * @param reason why the clock stands
 * @param calendarVersion the version of the calendar
 * @param explanation line by line, from reception to the open pause
 */
public record StoppedClock(Instant since, PauseReason reason, String calendarVersion, List<ExplanationLine> explanation)
        implements ClockReading {
    public StoppedClock {
        explanation = List.copyOf(explanation);
    }
}
