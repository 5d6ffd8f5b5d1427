package vn.tthc.contracts.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.TthcEvent;

/** Who is away and who stands in. Stream {@code officer-<account>}, topic {@code tthc.operation}. */
public sealed interface StaffEvent extends TthcEvent {

    /**
     * An officer will be absent; {@code standIn} does what would have been theirs from {@code from} until {@code to}.
     *
     * @param agency the agency whose work it concerns: that of whoever declared it
     */
    @EventType("officer.absence-declared")
    record AbsenceDeclared(
            Instant occurredAt,
            String absenceId,
            String officer,
            @Nullable String agency,
            Instant from,
            Instant to,
            String standIn)
            implements StaffEvent {}

    /** The absence has begun: open work goes to the stand-in. */
    @EventType("officer.absence-begun")
    record AbsenceBegun(
            Instant occurredAt,
            String absenceId,
            String officer,
            @Nullable String agency,
            String standIn) implements StaffEvent {}

    /** The officer is back, or not away after all. */
    @EventType("officer.absence-ended")
    record AbsenceEnded(Instant occurredAt, String absenceId, String officer) implements StaffEvent {}
}
