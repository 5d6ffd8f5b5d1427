package vn.tthc.intake.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.intake.domain.DossierCommand.AcceptResult;
import vn.tthc.intake.domain.DossierCommand.HandOver;
import vn.tthc.intake.domain.DossierCommand.Receive;
import vn.tthc.intake.domain.DossierCommand.RefuseReception;
import vn.tthc.intake.domain.DossierCommand.ReturnAtCounter;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.clock.VietnamTime;

/** What must hold for the decisions of the one-stop. */
final class DeskPolicies {
    static final List<Policy<? super Receive>> RECEPTION = List.of(
            DeskPolicies::known,
            DeskPolicies::waitingForReception,
            DeskPolicies::oneStopExists,
            AuthorityPolicies::holdsWhenReceived,
            DeskPolicies::dueDateUnlessThereIsNone,
            ComponentCheck::complete,
            DeskPolicies::timeGoesForward);

    static final List<Policy<? super RefuseReception>> REFUSAL =
            List.of(DeskPolicies::known, DeskPolicies::notReceivedYet, DeskPolicies::timeGoesForward);

    static final List<Policy<? super HandOver>> HAND_OVER = List.of(
            DeskPolicies::known,
            DeskPolicies::ours,
            DeskPolicies::received,
            DeskPolicies::notGivenYet,
            DeskPolicies::hasAFlow,
            DeskPolicies::agenciesExist,
            DeskPolicies::agenciesAtTheirLevels,
            DeskPolicies::timeGoesForward);

    static final List<Policy<? super AcceptResult>> RESULT = List.of(
            DeskPolicies::known,
            DeskPolicies::processed,
            DeskPolicies::resultNotHereYet,
            DeskPolicies::timeGoesForward);

    static final List<Policy<? super ReturnAtCounter>> RETURN = List.of(
            DeskPolicies::known,
            DeskPolicies::processed,
            DeskPolicies::resultHere,
            DeskPolicies::wishedAtTheCounter,
            DeskPolicies::timeGoesForward);

    private DeskPolicies() {}

    static @Nullable Refusal known(DossierState state, DossierCommand command) {
        return state.exists() ? null : Objections.of(DossierProblem.NO_SUCH_DOSSIER);
    }

    /** Received or refused is what is newly registered, and nothing else (statuses 2 and 3 follow 1). */
    private static @Nullable Refusal waitingForReception(DossierState state, DossierCommand command) {
        return state.status() == OfficialStatus.REGISTERED
                ? null
                : Objections.of(DossierProblem.NOT_WAITING_FOR_RECEPTION, state);
    }

    /** Refused is what is newly registered, also while it waits for the supplements asked for before reception. */
    private static @Nullable Refusal notReceivedYet(DossierState state, DossierCommand command) {
        boolean withdrawing = state.status() == OfficialStatus.WITHDRAWAL_REQUESTED;
        return state.stage() == OfficialStatus.REGISTERED && !withdrawing
                ? null
                : Objections.of(DossierProblem.NOT_WAITING_FOR_RECEPTION, state);
    }

    /** Only a one-stop that exists that day receives (Nghị định 118/2025/NĐ-CP, Điều 1). */
    private static @Nullable Refusal oneStopExists(DossierState state, Receive command) {
        return Objections.validity(null, command.receiving(), VietnamTime.date(command.at()));
    }

    /** No reception without a promised date (Thông tư 03/2025/TT-VPCP, Mẫu 01), unless the procedure has none. */
    private static @Nullable Refusal dueDateUnlessThereIsNone(DossierState state, Receive command) {
        return command.dueAt() != null || command.noDueDate() ? null : Objections.of(DossierProblem.NO_DUE_DATE);
    }

    /** An old dossier's work was recorded elsewhere. */
    static @Nullable Refusal ours(DossierState state, DossierCommand command) {
        return state.brought() == null ? null : Objections.of(DossierProblem.IMPORTED_DOSSIER);
    }

    /** Given is what has been received (Nghị định 118/2025/NĐ-CP; the article's wording was not found, unsourced). */
    private static @Nullable Refusal received(DossierState state, HandOver command) {
        return state.status() == OfficialStatus.RECEIVED ? null : Objections.of(DossierProblem.NOT_IN_RECEPTION, state);
    }

    /** Each giao has one nhận (Mẫu 06, Thông tư 03/2025/TT-VPCP): the papers cannot be given twice. */
    private static @Nullable Refusal notGivenYet(DossierState state, HandOver command) {
        return state.handedOver() ? Objections.of(DossierProblem.ALREADY_HANDED_OVER) : null;
    }

    private static @Nullable Refusal hasAFlow(DossierState state, HandOver command) {
        return command.file().steps().isEmpty() ? Objections.of(DossierProblem.NO_FLOW) : null;
    }

    /** No step at an agency that does not exist that day, so none at a huyện (Nghị định 118/2025/NĐ-CP, Điều 1). */
    private static @Nullable Refusal agenciesExist(DossierState state, HandOver command) {
        LocalDate day = VietnamTime.date(command.at());
        for (FlowStep step : command.file().steps()) {
            Refusal refusal = Objections.validity(field(command, step), step.agency(), day);
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    /** Each step is done at the level the published procedure gives it. */
    private static @Nullable Refusal agenciesAtTheirLevels(DossierState state, HandOver command) {
        for (FlowStep step : command.file().steps()) {
            if (step.agency().level() != step.level()) {
                return Objections.level(field(command, step), step.agency(), step.level());
            }
        }
        return null;
    }

    private static @Nullable String field(HandOver command, FlowStep step) {
        return step.agency().id().equals(command.chosenAgency()) ? "toAgency" : null;
    }

    /** A result is there to take over or to return once processing is over (10 only after 9). */
    private static @Nullable Refusal processed(DossierState state, DossierCommand command) {
        return state.status() == OfficialStatus.PROCESSED ? null : Objections.of(DossierProblem.NOT_PROCESSED, state);
    }

    private static @Nullable Refusal resultNotHereYet(DossierState state, AcceptResult command) {
        return state.resultAcceptedAt() == null ? null : Objections.of(DossierProblem.RESULT_ALREADY_ACCEPTED);
    }

    /** The result is returned through the one-stop (Nghị định 118/2025/NĐ-CP; the article's wording not found, unsourced). */
    private static @Nullable Refusal resultHere(DossierState state, ReturnAtCounter command) {
        return state.resultAcceptedAt() != null ? null : Objections.of(DossierProblem.RESULT_NOT_ACCEPTED);
    }

    /** Returned as registered on the receipt slip (Mẫu 01: đăng ký trả kết quả tại). */
    private static @Nullable Refusal wishedAtTheCounter(DossierState state, ReturnAtCounter command) {
        return state.returnWay() == ReturnWay.COUNTER
                ? null
                : new Refusal(
                        DossierProblem.RETURNED_ANOTHER_WAY,
                        null,
                        Map.of("way", state.returnWay().name()));
    }

    /**
     * A live decision does not lie before what happened last; history is never rewritten (Mẫu 06). Compared to the
     * millisecond: another service may tell its facts more finely.
     */
    static @Nullable Refusal timeGoesForward(DossierState state, DossierCommand command) {
        return command.at().isBefore(state.lastAt().truncatedTo(ChronoUnit.MILLIS))
                ? new Refusal(
                        DossierProblem.TIME_GOES_BACK,
                        null,
                        Map.of(
                                "at", command.at().toString(),
                                "last", state.lastAt().toString()))
                : null;
    }
}
