package vn.tthc.contracts.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.Role;
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

    /**
     * The agency does not take what it was given; the giver, who has never lost it, goes on where it was.
     *
     * @param fromStep the step it was on its way to
     * @param toStep the step it is at again
     * @param from who declines
     * @param to the giver
     */
    @EventType("case.hand-over-declined")
    record HandOverDeclined(
            Instant occurredAt, String fromStep, String toStep, AgencyRef from, AgencyRef to, String reason)
            implements CaseEvent {}

    /**
     * An agency was merged, split or renamed: from here on its successor stands where it stood. What happened before
     * keeps the old name.
     */
    @EventType(value = "case.agency-succeeded", audience = Audience.CITIZEN)
    record AgencySucceeded(Instant occurredAt, AgencyRef from, AgencyRef to) implements CaseEvent {}

    /** An optional step is passed over. */
    @EventType("case.step-skipped")
    record StepSkipped(Instant occurredAt, String step, AgencyRef agency, String reason) implements CaseEvent {}

    /**
     * An officer answers for the current step.
     *
     * @param officer the account
     * @param inPlaceOf the account it would have been, had it not been absent or relieved
     */
    @EventType("case.assigned")
    record Assigned(
            Instant occurredAt,
            String step,
            AgencyRef agency,
            String officer,
            Assignment how,
            @Nullable String inPlaceOf,
            @Nullable String reason)
            implements CaseEvent {}

    /** Nobody in particular answers for the current step any more: it is in the pool of its agency and role. */
    @EventType("case.released")
    record Released(
            Instant occurredAt,
            String step,
            AgencyRef agency,
            String officer,
            @Nullable String reason) implements CaseEvent {}

    /** How a step came to its officer. */
    enum Assignment {
        /** The officer took it out of the pool. */
        CLAIMED,
        /** The head gave it out of the pool. */
        ASSIGNED,
        /** The head took it from one and gave it to another. */
        REASSIGNED,
        /** The officer is absent and had named who stands in. */
        DELEGATED
    }

    /**
     * Another agency's opinion is asked, with a term of its own; several may be open at once.
     *
     * @param dueAt end of that term
     */
    @EventType(value = "case.opinion-asked", audience = Audience.CITIZEN)
    record OpinionAsked(
            Instant occurredAt,
            String opinionId,
            String step,
            AgencyRef asking,
            AgencyRef agency,
            String question,
            Instant dueAt)
            implements CaseEvent {}

    /** The opinion is there. */
    @EventType(value = "case.opinion-given", audience = Audience.CITIZEN)
    record OpinionGiven(
            Instant occurredAt, String opinionId, AgencyRef agency, Stance stance, String text, boolean late)
            implements CaseEvent {}

    /** The opinion is not needed any more. */
    @EventType("case.opinion-withdrawn")
    record OpinionWithdrawn(Instant occurredAt, String opinionId, AgencyRef agency, String reason)
            implements CaseEvent {}

    /** What an opinion comes to. */
    enum Stance {
        AGREES,
        AGREES_ON_CONDITIONS,
        DISAGREES,
        /** The agency asked is not the one to say. */
        NOT_COMPETENT
    }

    /**
     * The decision is drafted (dự thảo); drafting again replaces the draft.
     *
     * @param draftedBy the account
     */
    @EventType("case.result-drafted")
    record ResultDrafted(Instant occurredAt, String step, AgencyRef agency, ResultKind kind, String draftedBy)
            implements CaseEvent {}

    /** The signed decision has its number (vào số). */
    @EventType("case.result-numbered")
    record ResultNumbered(Instant occurredAt, String step, AgencyRef agency, String number) implements CaseEvent {}

    /**
     * A signed decision is corrected (đính chính): the signature does not hold any more and the case is at an earlier step
     * again. What was signed stays in the log.
     *
     * @param correctedBy the account
     * @param ground on what the correction rests
     */
    @EventType("case.result-corrected")
    record ResultCorrected(
            Instant occurredAt,
            String fromStep,
            String toStep,
            AgencyRef from,
            AgencyRef to,
            String correctedBy,
            String ground,
            String reason)
            implements CaseEvent {}

    /**
     * The clock of the law has changed as the dossier told.
     *
     * @param running whether it runs
     * @param dueAt the measured due date, null while the clock stands still and where there is none
     * @param promisedAt the date promised with an apology, null when none is
     */
    @EventType("case.clock-followed")
    record ClockFollowed(
            Instant occurredAt,
            boolean running,
            @Nullable Instant dueAt,
            @Nullable Instant promisedAt) implements CaseEvent {}

    /**
     * Something is, or will soon be, later than it should: told once for each subject.
     *
     * @param subject what it is about, such as a stay in a step, an opinion or a due date
     * @param agency who has to act
     * @param dueAt the moment it is about
     */
    @EventType("case.alarm-raised")
    record AlarmRaised(Instant occurredAt, Alarm alarm, String subject, String step, AgencyRef agency, Instant dueAt)
            implements CaseEvent {}

    /** What an alarm is about. */
    enum Alarm {
        /** Papers were given and nobody has taken or declined them. */
        HAND_OVER_UNACKNOWLEDGED,
        /** Most of a step's budget is used. */
        STEP_NEARING,
        /** A step has used its budget. */
        STEP_OVERDUE,
        /** An opinion is not there at the end of its term. */
        OPINION_OVERDUE,
        /** The legal due date is near. */
        DUE_NEARING,
        /** The legal due date has passed. */
        OVERDUE,
        /** An agency of the case has ended and it is not known which one takes its place. */
        AGENCY_ENDED
    }

    /** An alarm that nothing came of goes to the next in line, once. */
    @EventType("case.escalated")
    record Escalated(Instant occurredAt, Alarm alarm, String subject, String step, AgencyRef agency, Role toRole)
            implements CaseEvent {}

    /**
     * The system has drafted an apology with a new date (Mẫu 04); a person signs it, or finishes in time.
     *
     * @param agency who is to sign
     * @param dueAt the measured due date
     * @param proposedAt the date proposed
     * @param remainingMinutes working minutes left until the due date
     * @param neededMinutes working minutes the steps that are left may take
     */
    @EventType("case.apology-drafted")
    record ApologyDrafted(
            Instant occurredAt,
            ApologyCause cause,
            String step,
            AgencyRef agency,
            Instant dueAt,
            Instant proposedAt,
            long remainingMinutes,
            long neededMinutes)
            implements CaseEvent {}

    /** Why an apology is drafted. */
    enum ApologyCause {
        /** The steps that are left may take longer than there is time. */
        BUDGETS_EXCEED_TIME,
        /** The due date is so near that an apology must be in hand before it. */
        DUE_DATE_NEAR
    }

    /**
     * The apology (Mẫu 04) is signed; the dossier records it and promises the new date, or tells why not.
     *
     * @param dueAt the measured due date, which it does not move
     * @param promisedAt the new date
     * @param reason why it takes longer, as the letter says; public, so no personal data
     * @param signer office of who signs the letter; the account is the envelope's actor
     */
    @EventType("case.apology-signed")
    record ApologySigned(
            Instant occurredAt,
            String step,
            AgencyRef agency,
            Instant dueAt,
            Instant promisedAt,
            String reason,
            String signer)
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
