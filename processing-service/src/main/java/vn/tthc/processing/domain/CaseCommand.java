package vn.tthc.processing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
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
            String step,
            @Nullable String note) implements CaseCommand {}

    /** Gives the case (giao) to a later step; null for the next one. */
    record Forward(Instant at, String agency, @Nullable String toStep) implements CaseCommand {}

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

    /** The decision is signed. */
    record Sign(Instant at, String agency) implements CaseCommand {}

    /** The result gets its number and leaves the agency. */
    record Issue(Instant at, String agency, String number) implements CaseCommand {}

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

    /** The applicant asks to withdraw the dossier: granted while nothing is signed. */
    record ConsiderWithdrawal(Instant at) implements CaseCommand {}
}
