package vn.tthc.intake.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.dossier.Authority;
import vn.tthc.contracts.dossier.DossierEvent.FeeDue;
import vn.tthc.contracts.dossier.DossierEvent.Recipient;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;

/**
 * Everything that can be asked of a dossier. The {@code Record...} commands bring facts that another service has settled:
 * the same fact again changes nothing, and one that comes late never takes a dossier back.
 */
public sealed interface DossierCommand
        permits ClockCommand,
                FeeCommand,
                WithdrawalCommand,
                DossierCommand.Submit,
                DossierCommand.RefusePosted,
                DossierCommand.Import,
                DossierCommand.Receive,
                DossierCommand.RefuseReception,
                DossierCommand.HandOver,
                DossierCommand.RecordHandOverRefused,
                DossierCommand.RecordProcessingStarted,
                DossierCommand.RecordProcessingEnded,
                DossierCommand.RecordAsked,
                DossierCommand.RaiseAnswerOverdue,
                DossierCommand.AcceptResult,
                DossierCommand.ReturnAtCounter,
                DossierCommand.RecordItemDelivered,
                DossierCommand.RecordOffThePost {
    /** When it happens, or happened. */
    Instant at();

    /** Files a dossier; agencies and procedure as the catalogue has them. */
    record Submit(
            Instant at,
            Procedure procedure,
            Channel channel,
            Agency receiving,
            Agency competent,
            @Nullable Agency support,
            @Nullable Agency destination,
            @Nullable String portalCode,
            Party applicant,
            @Nullable Party owner,
            ReturnWish returnWish,
            Lookup lookup,
            @Nullable Authority authority)
            implements DossierCommand {}

    /**
     * A dossier that came by post cannot be filed.
     *
     * @param itemId the postal item it came in
     * @param oneStop who has the papers
     * @param applicant sealed for this command; null when the person was erased
     * @param code problem code of the rule that forbids it
     * @param reason the rule in Vietnamese
     * @param reasonEn the same in English
     */
    record RefusePosted(
            Instant at,
            String itemId,
            AgencyRef oneStop,
            @Nullable Party applicant,
            String code,
            String reason,
            String reasonEn)
            implements DossierCommand {}

    /** Brings in an old dossier; {@code at} is its reception then. */
    record Import(Instant at, String source, String externalId, String contentHash, CaseFile file, Lookup lookup)
            implements DossierCommand {}

    /**
     * Receives it: gives it its code and starts the clock.
     *
     * @param fees what the procedure costs
     * @param check the papers against the components, null where they were not counted
     */
    record Receive(
            Instant at,
            String code,
            AgencyRef receiving,
            @Nullable Term term,
            @Nullable Instant dueAt,
            boolean noDueDate,
            String calendarVersion,
            List<FeeDue> fees,
            @Nullable ComponentCheck check)
            implements DossierCommand {}

    /** Refuses to receive it. */
    record RefuseReception(Instant at, String reason, String ground) implements DossierCommand {}

    /** Gives it to the agency of the first step; {@code chosenAgency} is the one the officer named, if any. */
    record HandOver(Instant at, CaseFile file, @Nullable String chosenAgency) implements DossierCommand {}

    /** The case would not take the hand-over. */
    record RecordHandOverRefused(Instant at, AgencyRef agency, String code, String reason) implements DossierCommand {}

    /** A specialised agency has the papers for the first time. */
    record RecordProcessingStarted(Instant at, AgencyRef agency) implements DossierCommand {}

    /** The case is finished; {@code at} is its finish. */
    record RecordProcessingEnded(Instant at, @Nullable String resultNumber, ClockRules rules)
            implements DossierCommand {}

    /** The case asks for something about the clock; what a rule forbids is told back by an event. */
    record RecordAsked(ClockCommand asked) implements DossierCommand {
        @Override
        public Instant at() {
            return asked.at();
        }
    }

    /** The first answer to a dossier filed online has become due. */
    record RaiseAnswerOverdue(Instant at, Instant answerDueAt) implements DossierCommand {}

    /** The one-stop takes the result over; wish and addressee are sealed anew for this command. */
    record AcceptResult(
            Instant at, ReturnWish returnWish, @Nullable Party addressee) implements DossierCommand {}

    /** Hands the result over at the counter. */
    record ReturnAtCounter(Instant at, Recipient recipient) implements DossierCommand {}

    /** The post has proof that an item with the result was delivered. */
    record RecordItemDelivered(Instant at, String itemId, int ordinal, int of) implements DossierCommand {}

    /** An item with the result was called back before dispatch, or came back: the one-stop hands it out. */
    record RecordOffThePost(Instant at, String itemId) implements DossierCommand {}
}
