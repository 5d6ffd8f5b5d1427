package vn.tthc.processing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** All that can be asked about the absences of an officer. */
public sealed interface StaffCommand {
    /** When it is asked. */
    Instant at();

    /** The officer will be away from the work of an agency, and somebody stands in. */
    record Declare(
            Instant at,
            String absenceId,
            String officer,
            @Nullable String agency,
            Instant from,
            Instant to,
            String standIn)
            implements StaffCommand {}

    /** The absence begins. */
    record Begin(Instant at, String absenceId) implements StaffCommand {}

    /** The officer is back, or not away after all. */
    record End(Instant at, String absenceId) implements StaffCommand {}
}
