package vn.tthc.contracts.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A due date before and after.
 *
 * @param oldDueAt the due date told before, null where there was none
 * @param newDueAt the due date from now on; null where there is none, or while the clock stands still for another reason
 * @param calendarVersion the calendar it was computed with, null where none was
 */
public record DueChange(
        @Nullable Instant oldDueAt,
        @Nullable Instant newDueAt,
        @Nullable String calendarVersion) {
    /** Where there is no due date and was none. */
    public static final DueChange NONE = new DueChange(null, null, null);
}
