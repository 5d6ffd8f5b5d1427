package vn.tthc.contracts.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.PauseReason;

/** The legal facts of a dossier. Stream {@code dossier-<dossierId>}, topic {@code tthc.dossier}. */
public sealed interface DossierEvent extends TthcEvent {

    /**
     * Filed by a citizen (status 1).
     *
     * @param applicant who files (người nộp)
     * @param owner whose matter it is (chủ hồ sơ), null when it is the applicant's own
     * @param authority by which the applicant acts for the owner (người được ủy quyền), null when none was named
     */
    @EventType(value = "dossier.submitted", audience = Audience.CITIZEN)
    record Submitted(
            Instant occurredAt,
            String procedure,
            String procedureName,
            String procedureNameEn,
            Channel channel,
            Places places,
            @Nullable String portalCode,
            Party applicant,
            @Nullable Party owner,
            ReturnWish returnWish,
            Lookup lookup,
            @Nullable Authority authority)
            implements DossierEvent {}

    /** An old dossier brought in with its own dates; {@code file} goes on to processing. */
    @EventType(value = "dossier.imported", audience = Audience.CITIZEN)
    record Imported(
            Instant occurredAt, String source, String externalId, String contentHash, CaseFile file, Lookup lookup)
            implements DossierEvent {}

    /** Received by the one-stop (status 2): the clock starts. */
    @EventType(value = "dossier.received", audience = Audience.CITIZEN)
    record Received(
            Instant occurredAt,
            String code,
            AgencyRef receiving,
            @Nullable Term term,
            @Nullable Instant dueAt,
            String calendarVersion)
            implements DossierEvent {}

    /** Reception refused with a reason (status 3, Mẫu 03). */
    @EventType(value = "dossier.reception-refused", audience = Audience.CITIZEN)
    record ReceptionRefused(Instant occurredAt, String reason, String ground) implements DossierEvent {}

    /** Given (giao) to the agency of the first step, with all it needs. */
    @EventType(value = "dossier.handed-over", audience = Audience.CITIZEN)
    record HandedOver(Instant occurredAt, CaseFile file) implements DossierEvent {}

    /** The agency refused the hand-over by a rule; the dossier is with the one-stop again. */
    @EventType("dossier.hand-over-refused")
    record HandOverRefused(Instant occurredAt, AgencyRef agency, String code, String reason) implements DossierEvent {}

    /** First receipt (nhận) by a specialised agency (status 4). */
    @EventType(value = "dossier.processing-started", audience = Audience.CITIZEN)
    record ProcessingStarted(Instant occurredAt, AgencyRef agency) implements DossierEvent {}

    /** Processing ended (status 9); {@code occurredAt} is the case's finish and decides the verdict for good. */
    @EventType(value = "dossier.processing-ended", audience = Audience.CITIZEN)
    record ProcessingEnded(
            Instant occurredAt,
            @Nullable Verdict verdict,
            @Nullable String resultNumber) implements DossierEvent {}

    /** The one-stop has the result in its hands. */
    @EventType(value = "dossier.result-accepted", audience = Audience.CITIZEN)
    record ResultAccepted(
            Instant occurredAt,
            @Nullable String resultNumber,
            AgencyRef oneStop,
            ReturnWish returnWish,
            @Nullable Party addressee,
            String code)
            implements DossierEvent {}

    /** One of the outbound result items has been delivered with proof. */
    @EventType("dossier.result-item-delivered")
    record ResultItemDelivered(Instant occurredAt, String itemId, int ordinal, int of) implements DossierEvent {}

    /** The result is not to come by post any more: called back before dispatch, or brought back undelivered. */
    @EventType(value = "dossier.return-way-changed", audience = Audience.CITIZEN)
    record ReturnWayChanged(Instant occurredAt, ReturnWay way, String itemId) implements DossierEvent {}

    /** The result is with the citizen (status 10). */
    @EventType(value = "dossier.returned", audience = Audience.CITIZEN)
    record Returned(
            Instant occurredAt, ReturnWay way, @Nullable Recipient recipient, List<String> itemIds)
            implements DossierEvent {
        public Returned {
            itemIds = List.copyOf(itemIds);
        }
    }

    /**
     * Supplements asked for (status 5, Mẫu 02). Asked before reception it stops no clock, there is none yet.
     *
     * @param occurredAt since when the clock stands still
     * @param nth how many requests the dossier has had, this one included
     * @param agency who asks
     * @param request what is missing and why
     * @param ground the legal ground
     * @param clockStopped whether a clock stands still for it
     * @param leave who allowed a second or later request, null for the first
     */
    @EventType(value = "dossier.supplement-requested", audience = Audience.CITIZEN)
    record SupplementRequested(
            Instant occurredAt,
            int nth,
            AgencyRef agency,
            SupplementRequest request,
            LegalGround ground,
            boolean clockStopped,
            @Nullable SupplementLeave leave)
            implements DossierEvent {}

    /** The supplements are complete: back to the status before, with the due date they lead to. */
    @EventType(value = "dossier.supplement-received", audience = Audience.CITIZEN)
    record SupplementReceived(Instant occurredAt, AgencyRef agency, DueChange due) implements DossierEvent {}

    /** Tax, fee or charge to be settled (status 6); the clock stands still. */
    @EventType(value = "dossier.obligation-requested", audience = Audience.CITIZEN)
    record ObligationRequested(Instant occurredAt, AgencyRef agency, Obligation obligation, LegalGround ground)
            implements DossierEvent {}

    /** The obligation is met: back to the status before, with the due date that leads to. */
    @EventType(value = "dossier.obligation-met", audience = Audience.CITIZEN)
    record ObligationMet(
            Instant occurredAt, AgencyRef agency, @Nullable String receipt, DueChange due) implements DossierEvent {}

    /** The clock stands still for another reason the procedure lists; the status stays. */
    @EventType(value = "dossier.paused", audience = Audience.CITIZEN)
    record Paused(Instant occurredAt, AgencyRef agency, PauseReason reason, String note, LegalGround ground)
            implements DossierEvent {}

    /** That reason is gone; or supplements or an obligation are not waited for any longer, though they did not come. */
    @EventType(value = "dossier.resumed", audience = Audience.CITIZEN)
    record Resumed(
            Instant occurredAt,
            AgencyRef agency,
            PauseReason reason,
            @Nullable String note,
            DueChange due) implements DossierEvent {}

    /** The case asked for something a rule of the dossier forbids: nothing stands still, and the asker is told why. */
    @EventType("dossier.pause-refused")
    record PauseRefused(Instant occurredAt, AgencyRef agency, PauseReason reason, String code, String text)
            implements DossierEvent {}

    /**
     * The applicant asks to withdraw (status 7).
     *
     * @param decidedByCase whether the case is to decide it; if not, the next event does
     */
    @EventType(value = "dossier.withdrawal-requested", audience = Audience.CITIZEN)
    record WithdrawalRequested(Instant occurredAt, @Nullable Sealed reason, boolean decidedByCase)
            implements DossierEvent {}

    /** The withdrawal is refused because there is a decision already; back to the status before. */
    @EventType(value = "dossier.withdrawal-refused", audience = Audience.CITIZEN)
    record WithdrawalRefused(Instant occurredAt, String code, String reason) implements DossierEvent {}

    /**
     * Processing is stopped on the applicant's request (status 8, Mẫu 05): final.
     *
     * @param verdict whether that was in time, null where no clock ran
     */
    @EventType(value = "dossier.stopped", audience = Audience.CITIZEN)
    record Stopped(
            Instant occurredAt,
            @Nullable AgencyRef agency,
            LegalGround ground,
            @Nullable Verdict verdict) implements DossierEvent {}

    /**
     * A new date is promised with an apology (Mẫu 04). The due date stays the measured one.
     *
     * @param dueAt the measured due date
     * @param promisedBefore the date promised until now
     * @param promisedAt the date promised from now on
     * @param reason why it takes longer
     * @param signer office of who signs the letter; who recorded it is the envelope's actor
     */
    @EventType(value = "dossier.extended", audience = Audience.CITIZEN)
    record Extended(
            Instant occurredAt,
            AgencyRef agency,
            Instant dueAt,
            Instant promisedBefore,
            Instant promisedAt,
            String reason,
            String signer)
            implements DossierEvent {}

    /**
     * The case signed an apology that a rule of the dossier forbids: no new date is promised, and the signer is told why.
     *
     * @param promisedAt the date the letter names, which does not hold
     * @param code the rule
     */
    @EventType("dossier.extension-refused")
    record ExtensionRefused(Instant occurredAt, AgencyRef agency, Instant promisedAt, String code, String text)
            implements DossierEvent {}

    /**
     * A moment that was recorded wrongly is corrected (đính chính); what was recorded stays in the log. The author is the
     * envelope's actor.
     *
     * @param fact which moment
     * @param before as it was recorded
     * @param after as it is
     * @param reason what was wrong
     * @param ground on what the correction rests
     * @param due due date before and after
     * @param verdict the verdict as it is then, null while there is none
     */
    @EventType(value = "dossier.corrected", audience = Audience.CITIZEN)
    record Corrected(
            Instant occurredAt,
            CorrectedFact fact,
            Instant before,
            Instant after,
            String reason,
            String ground,
            DueChange due,
            @Nullable Verdict verdict)
            implements DossierEvent {}

    /** A new version of the working calendar moved the due date of this open dossier. */
    @EventType(value = "dossier.due-date-rederived", audience = Audience.CITIZEN)
    record DueDateRederived(Instant occurredAt, String calendarVersionBefore, DueChange due, String decision)
            implements DossierEvent {}

    /**
     * A paper as it was handed in.
     *
     * @param component code of the component in the procedure
     * @param kind ORIGINAL, COPY or DIGITAL
     * @param count how many
     * @param digitised whether it was digitised at the reception (indicator 4.2 of the 766 index)
     * @param reused whether it was taken from a store instead of being handed in (indicator 4.3)
     */
    record Paper(String component, String kind, int count, boolean digitised, boolean reused) {}

    /** A fee that is due, in đồng. */
    record FeeDue(String code, String name, String nameEn, long amountVnd) {}

    /** How a fee was paid (DuocThanhToanTrucTuyen tells the two online ones apart). */
    enum FeeChannel {
        /** In cash or by card at the counter. */
        COUNTER,
        /** Online on the National Public Service Portal. */
        NATIONAL_PORTAL,
        /** Online through the gateway of the province or ministry. */
        LOCAL_GATEWAY,
        /** Into an account, not through a gateway. */
        BANK_TRANSFER,
        /** Collected by the public post. */
        POST
    }

    /** A moment of a dossier that can be corrected. */
    enum CorrectedFact {
        /** The reception: moves the start of the clock. */
        RECEIVED_AT,
        /** The end of processing: decides the verdict anew. */
        ENDED_AT
    }

    /**
     * A dossier filed online has had no first answer in eight working hours: neither received nor refused, nor asked for
     * supplements. Raised once.
     *
     * @param answerDueAt when the answer was due
     */
    @EventType("dossier.answer-overdue")
    record AnswerOverdue(Instant occurredAt, Instant answerDueAt) implements DossierEvent {}

    /** The papers as they were handed in and counted at the reception, against the components of the procedure. */
    @EventType("dossier.components-checked")
    record ComponentsChecked(Instant occurredAt, AgencyRef agency, List<Paper> papers) implements DossierEvent {
        public ComponentsChecked {
            papers = List.copyOf(papers);
        }
    }

    /**
     * A dossier that came by post could not be filed: a rule of what is published forbids it. There is no dossier, and its
     * papers go back to the citizen.
     *
     * @param itemId the postal item it came in
     * @param oneStop who has the papers
     * @param applicant who wanted to file it; null when that person was erased meanwhile
     * @param code problem code of the rule, or {@code APPLICANT_ERASED}
     * @param reason the rule in Vietnamese
     * @param reasonEn the same in English
     */
    @EventType(value = "dossier.posted-refused", audience = Audience.CITIZEN)
    record PostedRefused(
            Instant occurredAt,
            String itemId,
            AgencyRef oneStop,
            @Nullable Party applicant,
            String code,
            String reason,
            String reasonEn)
            implements DossierEvent {}

    /** Fees of the procedure that are due (phí, lệ phí). */
    @EventType(value = "dossier.fees-due", audience = Audience.CITIZEN)
    record FeesDue(Instant occurredAt, List<FeeDue> fees) implements DossierEvent {
        public FeesDue {
            fees = List.copyOf(fees);
        }
    }

    /** A fee was paid in full. */
    @EventType(value = "dossier.fee-paid", audience = Audience.CITIZEN)
    record FeePaid(Instant occurredAt, String fee, long amountVnd, FeeChannel channel, String receipt)
            implements DossierEvent {}

    /** A fee is not asked for, on a ground. */
    @EventType(value = "dossier.fee-waived", audience = Audience.CITIZEN)
    record FeeWaived(Instant occurredAt, String fee, String ground) implements DossierEvent {}

    /** Something that does not fit together in a fact we keep nevertheless. */
    @EventType("dossier.anomaly-recorded")
    record AnomalyRecorded(Instant occurredAt, Anomaly anomaly) implements DossierEvent {}

    /** What can be wrong with the dates of an imported dossier. */
    enum Anomaly {
        /** The end of processing lies before the reception. */
        ENDED_BEFORE_RECEPTION,
        /** The due date lies before the reception. */
        DEADLINE_BEFORE_RECEPTION
    }

    /**
     * Who took the result.
     *
     * @param name sealed name
     * @param relation to the owner: {@code OWNER}, {@code FAMILY}, {@code AUTHORISED}
     * @param paperShown kind of paper shown, such as {@code CCCD}, {@code RECEIPT_SLIP}, {@code AUTHORISATION}
     */
    record Recipient(Sealed name, String relation, String paperShown) {}
}
