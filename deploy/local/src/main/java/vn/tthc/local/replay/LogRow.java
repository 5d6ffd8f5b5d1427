package vn.tthc.local.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of an event log: something that was done in a case, with what is said of the case.
 *
 * @param line line of the file
 * @param caseId the case
 * @param channel COUNTER, ONLINE or POST
 * @param deadline when the case was due, null when it was not
 * @param end end of its processing, null while it is open
 * @param department who had the case, empty when nobody says
 * @param instance names the row within its case
 * @param activity what was done
 * @param group who did it, as a group, empty when nobody says
 * @param resource who did it, empty when nobody says
 * @param at when
 */
record LogRow(
        int line,
        String caseId,
        String channel,
        @Nullable Instant deadline,
        @Nullable Instant end,
        String department,
        String instance,
        String activity,
        String group,
        String resource,
        Instant at) {
    static final String RECEPTION = "Confirmation of receipt";

    boolean reception() {
        return activity.equals(RECEPTION);
    }
}
