package vn.tthc.law.clock;

import java.time.Instant;
import java.util.List;

/**
 * A due moment and why it is that one.
 *
 * @param dueAt an end at or before it is on time, see {@link vn.tthc.law.Verdict}
 * @param calendarVersion the version of the calendar it was computed with
 * @param explanation line by line, from reception to the due moment
 */
public record Deadline(Instant dueAt, String calendarVersion, List<ExplanationLine> explanation)
        implements ClockReading {
    public Deadline {
        explanation = List.copyOf(explanation);
    }
}
