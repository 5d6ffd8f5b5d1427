package vn.tthc.contracts.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.TthcEvent;

/** Published reference data, topic {@code tthc.reference}; the newest of a stream holds. */
public sealed interface ReferenceEvent extends TthcEvent {

    /** A procedure's version; stream {@code procedure-<code>}. Dossiers received under an older one keep it. */
    @EventType(value = "procedure.published", audience = Audience.CITIZEN)
    record ProcedurePublished(Instant occurredAt, Procedure procedure, String contentHash) implements ReferenceEvent {}

    /** An agency as it is now known; stream {@code agency-<id>}. */
    @EventType(value = "agency.registered", audience = Audience.CITIZEN)
    record AgencyRegistered(Instant occurredAt, Agency agency, String contentHash) implements ReferenceEvent {}

    /**
     * A working calendar's version; stream {@code calendar-<id>}.
     *
     * @param content the calendar in its line format; null where it came with the software
     * @param decision on what the change rests; null where it came with the software
     */
    @EventType(value = "calendar.published", audience = Audience.CITIZEN)
    record CalendarPublished(
            Instant occurredAt,
            String calendar,
            String version,
            String contentHash,
            @Nullable String content,
            @Nullable String decision)
            implements ReferenceEvent {}

    /** Roles are delegated for a while; stream {@code delegation-<id>}. It ends by itself. */
    @EventType("delegation.granted")
    record DelegationGranted(Instant occurredAt, Delegation delegation) implements ReferenceEvent {}

    /**
     * A delegation is over before its time.
     *
     * @param reason why; no personal data
     */
    @EventType("delegation.revoked")
    record DelegationRevoked(Instant occurredAt, String delegationId, String reason) implements ReferenceEvent {}

    /**
     * Dossier codes are set aside for an office that works on paper; stream {@code codes-<block>}. No reception is given
     * one of them that does not name it.
     *
     * @param block names them
     * @param agency id of the one-stop they are of
     * @param day the day that stands in them
     * @param codes in the order of their numbers
     * @param reason what for; no personal data
     */
    @EventType("codes.reserved")
    record CodesReserved(
            Instant occurredAt, String block, String agency, LocalDate day, List<String> codes, String reason)
            implements ReferenceEvent {
        public CodesReserved {
            codes = List.copyOf(codes);
        }
    }

    /**
     * A code that was set aside is taken by a dossier, and by no other from now on.
     *
     * @param block the codes it is one of
     * @param code the code
     * @param dossier id of the dossier
     */
    @EventType("codes.used")
    record CodeUsed(Instant occurredAt, String block, String code, String dossier) implements ReferenceEvent {}
}
