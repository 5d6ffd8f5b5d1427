package vn.tthc.processing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.dossier.Obligation;
import vn.tthc.contracts.dossier.SupplementLeave;
import vn.tthc.contracts.dossier.SupplementRequest;
import vn.tthc.law.clock.PauseReason;

/**
 * All that can be asked of a case. {@code agency} is the agency on whose behalf it is asked; that the caller may act for
 * it has been settled before.
 */
public sealed interface CaseCommand {

    /** When it is asked, or when it happened, for facts that have their own time. */
    Instant at();

    /** The dossier has been handed over (giao) to processing, or an old one was imported. */
    record Open(Instant at, CaseFile file, boolean imported) implements CaseCommand {}

    /** The agency of the current step takes the papers (nhận). */
    record AcceptCustody(Instant at, String agency) implements CaseCommand {}

    /** The work of the current step is done. */
    record CompleteStep(
            Instant at,
            String agency,
            String by,
            String step,
            @Nullable String note) implements CaseCommand {}

    /**
     * Gives the case (giao) to a later step.
     *
     * @param toStep the step; null for the next one
     * @param reason why optional steps in between are passed over
     */
    record Forward(
            Instant at,
            String agency,
            @Nullable String toStep,
            @Nullable String reason) implements CaseCommand {}

    /** The agency the papers were given to does not take them. */
    record Decline(Instant at, String agency, String reason) implements CaseCommand {}

    /** Gives the case back to an earlier step. */
    record SendBack(Instant at, String agency, String toStep, String reason) implements CaseCommand {}

    /**
     * Keeps a step outside the flow, or of an old dossier, as it was told.
     *
     * @param at when it was done
     * @param recordId identifies the record within the case
     * @param contentHash hash of all that was told, so that the same record told again is known
     * @param ownTime whether {@code at} was told (an import) or is the present
     */
    record RecordStep(
            Instant at,
            String recordId,
            String name,
            @Nullable AgencyRef agency,
            @Nullable String agencyLabel,
            @Nullable String resource,
            String contentHash,
            boolean ownTime)
            implements CaseCommand {}

    /** The decision is drafted (dự thảo). */
    record Draft(Instant at, String agency, String by, ResultKind kind) implements CaseCommand {}

    /** The decision is signed. */
    record Sign(Instant at, String agency, String by) implements CaseCommand {}

    /** The signed decision gets its number (vào số), which completes a numbering step. */
    record GiveNumber(Instant at, String agency, String by, String number) implements CaseCommand {}

    /** The result leaves the agency; the number may be left out when it has one. */
    record Issue(
            Instant at, String agency, String by, @Nullable String number) implements CaseCommand {}

    /** A signed decision turns out to be wrong: back to signing, or to a step that signing may return to. */
    record Correct(Instant at, String agency, String by, String toStep, String ground, String reason)
            implements CaseCommand {}

    /** An officer takes the current step out of the pool. */
    record Claim(Instant at, String agency, String officer) implements CaseCommand {}

    /**
     * The head gives the current step to an officer, or takes it from another for that.
     *
     * @param officer who is to do it
     * @param standIn who does it because the officer is absent, null when present
     */
    record Assign(
            Instant at,
            String agency,
            String officer,
            @Nullable String standIn,
            @Nullable String reason) implements CaseCommand {}

    /**
     * The current step goes back into the pool.
     *
     * @param by who says so
     * @param asHead whether as the head, who may release anybody
     */
    record Release(
            Instant at,
            String agency,
            String by,
            boolean asHead,
            @Nullable String reason) implements CaseCommand {}

    /** Asks another agency's opinion. */
    record AskOpinion(Instant at, String agency, String opinionId, AgencyRef asked, String question, Instant dueAt)
            implements CaseCommand {}

    /** The agency that was asked answers; it need not have the papers. */
    record GiveOpinion(Instant at, String agency, String opinionId, CaseEvent.Stance stance, String text)
            implements CaseCommand {}

    /** The asker does without. */
    record WithdrawOpinion(Instant at, String agency, String opinionId, String reason) implements CaseCommand {}

    /** The dossier has told of its clock. */
    record FollowClock(Instant at, ClockChange change) implements CaseCommand {}

    /** What a dossier can tell of its clock. */
    sealed interface ClockChange {
        /** It stands still. */
        record Stopped() implements ClockChange {}

        /** It runs towards this date. */
        record Runs(Instant dueAt) implements ClockChange {}

        /** Another date was promised with an apology. */
        record Promised(Instant promisedAt) implements ClockChange {}
    }

    /**
     * A moment the case waited for has come.
     *
     * @param key which one
     * @param due the moment
     */
    record TimeCame(Instant at, String key, Instant due) implements CaseCommand {}

    /** An agency has become another. */
    record Succeed(Instant at, String agency, AgencyRef successor) implements CaseCommand {}

    /**
     * The work is over.
     *
     * @param at the end of processing
     * @param agency null for an imported case
     * @param ownTime whether {@code at} was told (an import) or is the present
     */
    record Finish(Instant at, @Nullable String agency, boolean ownTime) implements CaseCommand {}

    /** Asks the dossier to ask the applicant for supplements; a second time only with leave. */
    record AskSupplement(
            Instant at,
            String agency,
            SupplementRequest request,
            @Nullable SupplementLeave leave) implements CaseCommand {}

    /** Asks the dossier to wait for a financial obligation. */
    record AskObligation(Instant at, String agency, Obligation obligation) implements CaseCommand {}

    /** Asks the dossier to stop its clock for another reason of the procedure. */
    record AskPause(Instant at, String agency, PauseReason reason, String note) implements CaseCommand {}

    /** What was waited for is there. */
    record EndPause(
            Instant at,
            String agency,
            PauseReason reason,
            @Nullable String note) implements CaseCommand {}

    /**
     * The apology that was drafted is signed.
     *
     * @param promisedAt the new date, null for the one proposed in the draft
     * @param reason why it takes longer
     * @param signer office of who signs
     */
    record SignApology(Instant at, String agency, @Nullable Instant promisedAt, String reason, String signer)
            implements CaseCommand {}

    /** The applicant asks to withdraw the dossier: granted while nothing is signed. */
    record ConsiderWithdrawal(Instant at) implements CaseCommand {}
}
