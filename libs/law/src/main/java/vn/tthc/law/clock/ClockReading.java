package vn.tthc.law.clock;

import java.util.List;

/** What the clock says: a due moment, or that it stands still and there is none yet. */
public sealed interface ClockReading permits Deadline, StoppedClock {
    /** The version of the calendar it was read with. */
    String calendarVersion();

    /** Why, line by line. */
    List<ExplanationLine> explanation();
}
