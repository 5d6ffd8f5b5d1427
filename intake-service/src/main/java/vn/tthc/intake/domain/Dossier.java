package vn.tthc.intake.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.contracts.dossier.Places;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.intake.domain.DossierCommand.AcceptResult;
import vn.tthc.intake.domain.DossierCommand.HandOver;
import vn.tthc.intake.domain.DossierCommand.Import;
import vn.tthc.intake.domain.DossierCommand.Receive;
import vn.tthc.intake.domain.DossierCommand.RecordAsked;
import vn.tthc.intake.domain.DossierCommand.RecordHandOverRefused;
import vn.tthc.intake.domain.DossierCommand.RecordItemDelivered;
import vn.tthc.intake.domain.DossierCommand.RecordOffThePost;
import vn.tthc.intake.domain.DossierCommand.RecordProcessingEnded;
import vn.tthc.intake.domain.DossierCommand.RecordProcessingStarted;
import vn.tthc.intake.domain.DossierCommand.RefusePosted;
import vn.tthc.intake.domain.DossierCommand.RefuseReception;
import vn.tthc.intake.domain.DossierCommand.ReturnAtCounter;
import vn.tthc.intake.domain.DossierCommand.Submit;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.clock.PauseReason;

/** A dossier (hồ sơ): the only place that decides its official status, its code, its due date's record and its verdict. */
public final class Dossier {
    private Dossier() {}

    /** What follows from a command; the first rule that objects is the answer. */
    public static Decision<DossierEvent> decide(DossierState state, DossierCommand command) {
        return switch (command) {
            case Submit submit -> unless(SubmissionPolicies.ALL, state, submit, () -> submitted(submit));
            case RefusePosted refuse -> refusePosted(state, refuse);
            case Import brought -> Imports.decide(state, brought);
            case Receive receive -> receive(state, receive);
            case RefuseReception refuse -> refuse(state, refuse);
            case HandOver give -> unless(DeskPolicies.HAND_OVER, state, give, () -> handedOver(give));
            case AcceptResult accept -> unless(DeskPolicies.RESULT, state, accept, () -> accepted(state, accept));
            case ReturnAtCounter back -> unless(DeskPolicies.RETURN, state, back, () -> returned(back));
            case RecordHandOverRefused fact -> Facts.handOverRefused(state, fact);
            case RecordProcessingStarted fact -> Facts.processingStarted(state, fact);
            case RecordProcessingEnded fact -> Facts.processingEnded(state, fact);
            case RecordItemDelivered fact -> Facts.itemDelivered(state, fact);
            case RecordOffThePost fact -> Facts.offThePost(state, fact);
            case DossierCommand.RaiseAnswerOverdue alarm -> FirstAnswer.overdue(state, alarm);
            case RecordAsked fact -> ClockDecisions.asked(state, fact.asked());
            case ClockCommand clock -> ClockDecisions.live(state, clock);
            case FeeCommand fee -> Fees.decide(state, fee);
            case WithdrawalCommand withdrawal -> Withdrawals.decide(state, withdrawal);
        };
    }

    /** The state after an event; never refuses. */
    public static DossierState evolve(DossierState state, DossierEvent event) {
        return Evolution.of(state, event);
    }

    private static <C extends DossierCommand> Decision<DossierEvent> unless(
            List<Policy<? super C>> policies, DossierState state, C command, Supplier<DossierEvent> event) {
        @Nullable Refusal objection = Policy.first(policies, state, command);
        return objection == null ? Decision.accept(event.get()) : new Decision.Refused<>(objection);
    }

    private static DossierEvent submitted(Submit command) {
        Agency support = command.support();
        return new DossierEvent.Submitted(
                command.at(),
                command.procedure().pin(),
                command.procedure().name(),
                command.procedure().nameEn(),
                command.channel(),
                new Places(
                        support == null ? null : support.ref(),
                        command.receiving().ref(),
                        command.competent().ref()),
                command.portalCode(),
                command.applicant(),
                command.owner(),
                command.returnWish(),
                command.lookup(),
                command.authority());
    }

    /** It stays without a dossier; what was filed meanwhile is no longer to be refused. */
    private static Decision<DossierEvent> refusePosted(DossierState state, RefusePosted command) {
        return state.exists()
                ? Decision.refuse(DossierProblem.ALREADY_SUBMITTED)
                : Decision.accept(new DossierEvent.PostedRefused(
                        command.at(),
                        command.itemId(),
                        command.oneStop(),
                        command.applicant(),
                        command.code(),
                        command.reason(),
                        command.reasonEn()));
    }

    private static Decision<DossierEvent> receive(DossierState state, Receive command) {
        @Nullable Refusal objection = Policy.first(DeskPolicies.RECEPTION, state, command);
        if (objection != null) {
            return new Decision.Refused<>(objection);
        }
        List<DossierEvent> events = new ArrayList<>();
        if (command.check() != null) {
            events.add(new DossierEvent.ComponentsChecked(
                    command.at(), command.receiving(), command.check().papers()));
        }
        events.add(received(command));
        if (!command.fees().isEmpty()) {
            events.add(new DossierEvent.FeesDue(command.at(), command.fees()));
        }
        return Decision.accept(events);
    }

    private static DossierEvent received(Receive command) {
        return new DossierEvent.Received(
                command.at(),
                command.code(),
                command.receiving(),
                command.term(),
                command.dueAt(),
                command.calendarVersion());
    }

    /** What was asked for before is not waited for any longer: 3 comes from 1 alone. */
    private static Decision<DossierEvent> refuse(DossierState state, RefuseReception command) {
        @Nullable Refusal objection = Policy.first(DeskPolicies.REFUSAL, state, command);
        if (objection != null) {
            return new Decision.Refused<>(objection);
        }
        List<DossierEvent> events = new ArrayList<>();
        if (state.status() == OfficialStatus.SUPPLEMENT_REQUESTED) {
            events.add(new DossierEvent.Resumed(
                    command.at(),
                    Objects.requireNonNull(state.filing(), "registered, so filed")
                            .places()
                            .receiving(),
                    PauseReason.SUPPLEMENT,
                    null,
                    DueChange.NONE));
        }
        events.add(new DossierEvent.ReceptionRefused(command.at(), command.reason(), command.ground()));
        return Decision.accept(events);
    }

    private static DossierEvent handedOver(HandOver command) {
        return new DossierEvent.HandedOver(command.at(), command.file());
    }

    private static DossierEvent accepted(DossierState state, AcceptResult command) {
        DossierState.Reception reception = Objects.requireNonNull(state.reception(), "processed, so received");
        DossierState.Ending ending = Objects.requireNonNull(state.ending(), "processed, so ended");
        return new DossierEvent.ResultAccepted(
                command.at(),
                ending.resultNumber(),
                reception.receiving(),
                command.returnWish(),
                command.addressee(),
                reception.code());
    }

    private static DossierEvent returned(ReturnAtCounter command) {
        return new DossierEvent.Returned(command.at(), ReturnWay.COUNTER, command.recipient(), List.of());
    }
}
