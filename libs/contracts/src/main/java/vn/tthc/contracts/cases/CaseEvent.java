package vn.tthc.contracts.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.dossier.Obligation;
import vn.tthc.contracts.dossier.SupplementLeave;
import vn.tthc.contracts.dossier.SupplementRequest;
import vn.tthc.law.clock.PauseReason;

/** The work on a dossier. Stream {@code case-<dossierId>}, topic {@code tthc.case}. */
public sealed interface CaseEvent extends TthcEvent {

    /** The dossier has been given to processing; custody of the first step's agency is still to be accepted. */
    @EventType("case.opened")
    record Opened(Instant occurredAt, CaseFile file, boolean imported) implements CaseEvent {}

    /** A hand-over that a rule forbids: nothing was opened or moved. */
    @EventType("case.hand-over-refused")
    record HandOverRefused(Instant occurredAt, AgencyRef agency, String code, String reason) implements CaseEvent {}

    /** The agency of the step has taken the papers (nhận). */
    @EventType(value = "case.custody-accepted", audience = Audience.CITIZEN)
    record CustodyAccepted(Instant occurredAt, String step, AgencyRef agency, boolean first) implements CaseEvent {}

    /** The work of a step is done. */
    @EventType(value = "case.step-completed", audience = Audience.CITIZEN)
    record StepCompleted(
            Instant occurredAt,
            String step,
            AgencyRef agency,
            @Nullable String note) implements CaseEvent {}

    /** Given (giao) on to the next step; a change of agency waits for its receipt. */
    @EventType(value = "case.forwarded", audience = Audience.CITIZEN)
    record Forwarded(Instant occurredAt, String fromStep, String toStep, AgencyRef from, AgencyRef to)
            implements CaseEvent {}

    /** Sent back to an earlier step with a reason. */
    @EventType("case.sent-back")
    record SentBack(Instant occurredAt, String fromStep, String toStep, AgencyRef from, AgencyRef to, String reason)
            implements CaseEvent {}

    /** A step outside the flow, or of an old dossier, kept as it was told. */
    @EventType("case.step-recorded")
    record StepRecorded(
            Instant occurredAt,
            String recordId,
            String name,
            @Nullable AgencyRef agency,
            @Nullable String agencyLabel,
            @Nullable String resource,
            String contentHash)
            implements CaseEvent {}

    /** The decision is signed; from here it can only be corrected. */
    @EventType("case.result-signed")
    record ResultSigned(Instant occurredAt, String step, AgencyRef agency) implements CaseEvent {}

    /** The result has its number and has left the agency. */
    @EventType("case.result-issued")
    record ResultIssued(Instant occurredAt, String step, AgencyRef agency, String number) implements CaseEvent {}

    /** The work is over; this moment is the end of processing. */
    @EventType(value = "case.finished", audience = Audience.CITIZEN)
    record Finished(Instant occurredAt, @Nullable String resultNumber, boolean imported) implements CaseEvent {}

    /** The agency asks for supplements; the dossier records the request and stops the clock, or refuses. */
    @EventType("case.supplement-asked")
    record SupplementAsked(
            Instant occurredAt,
            String step,
            AgencyRef agency,
            SupplementRequest request,
            @Nullable SupplementLeave leave)
            implements CaseEvent {}

    /** The agency asks for a financial obligation to be met; the dossier records it and stops the clock, or refuses. */
    @EventType("case.obligation-asked")
    record ObligationAsked(Instant occurredAt, String step, AgencyRef agency, Obligation obligation)
            implements CaseEvent {}

    /** The agency asks for the clock to stand still for another reason of the procedure. */
    @EventType("case.pause-asked")
    record PauseAsked(Instant occurredAt, String step, AgencyRef agency, PauseReason reason, String note)
            implements CaseEvent {}

    /** What the agency waited for is there: the pause for that reason ends, if there is one. */
    @EventType("case.pause-ended")
    record PauseEnded(
            Instant occurredAt,
            String step,
            AgencyRef agency,
            PauseReason reason,
            @Nullable String note) implements CaseEvent {}

    /** The dossier may be withdrawn: nothing is decided yet. The case is over. */
    @EventType("case.withdrawal-granted")
    record WithdrawalGranted(Instant occurredAt, @Nullable AgencyRef agency) implements CaseEvent {}

    /** The dossier cannot be withdrawn any more, because the decision is signed or the work is over. */
    @EventType("case.withdrawal-refused")
    record WithdrawalRefused(Instant occurredAt, @Nullable AgencyRef agency, String code, String reason)
            implements CaseEvent {}

    /** Something that does not fit together in a fact we keep nevertheless. */
    @EventType("case.anomaly-recorded")
    record AnomalyRecorded(
            Instant occurredAt, Anomaly anomaly, @Nullable String recordId) implements CaseEvent {}

    /** What can be wrong with the steps of an imported dossier. */
    enum Anomaly {
        /** A recorded step lies after the end of processing. */
        STEP_AFTER_END
    }
}
