package vn.tthc.intake.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.contracts.dossier.LegalGround;
import vn.tthc.intake.domain.ClockCommand.Correct;
import vn.tthc.intake.domain.ClockCommand.Extend;
import vn.tthc.intake.domain.ClockCommand.MeetObligation;
import vn.tthc.intake.domain.ClockCommand.ReceiveSupplement;
import vn.tthc.intake.domain.ClockCommand.Rederive;
import vn.tthc.intake.domain.ClockCommand.RequestObligation;
import vn.tthc.intake.domain.ClockCommand.RequestSupplement;
import vn.tthc.intake.domain.ClockCommand.ResumeClock;
import vn.tthc.intake.domain.ClockCommand.StopClock;
import vn.tthc.law.clock.Pause;
import vn.tthc.law.clock.PauseReason;

/** What follows when the clock is stopped, runs again or is measured anew. */
final class ClockDecisions {
    /** The ground of the one guidance before reception, when no procedure's clock is concerned. */
    private static final LegalGround GUIDANCE = new LegalGround(
            "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02, Thông tư 03/2025/TT-VPCP)",
            "Request to supplement and complete the dossier (form 02, Circular 03/2025/TT-VPCP)");

    private ClockDecisions() {}

    /** A decision given now: it does not lie before what happened last. */
    static Decision<DossierEvent> live(DossierState state, ClockCommand command) {
        Refusal back = DeskPolicies.timeGoesForward(state, command);
        return back != null && state.exists() ? new Decision.Refused<>(back) : decide(state, command);
    }

    /** What the case asked: refused, it is told so; what ends nothing changes nothing. */
    static Decision<DossierEvent> asked(DossierState state, ClockCommand command) {
        if (!state.exists()) {
            return Decision.refuse(DossierProblem.NO_SUCH_DOSSIER);
        }
        return switch (decide(state, command)) {
            case Decision.Accepted<DossierEvent> accepted -> accepted;
            case Decision.Refused<DossierEvent>(Refusal refusal) ->
                Decision.accept(refused(command, refusal).stream().toList());
        };
    }

    static Decision<DossierEvent> decide(DossierState state, ClockCommand command) {
        return switch (command) {
            case RequestSupplement ask ->
                unless(ClockPolicies.SUPPLEMENT_REQUEST, state, ask, () -> supplementRequested(state, ask));
            case ReceiveSupplement came ->
                unless(
                        ClockPolicies.SUPPLEMENT,
                        state,
                        came,
                        () -> new DossierEvent.SupplementReceived(
                                came.at(), came.agency(), due(state, came, PauseReason.SUPPLEMENT)));
            case RequestObligation ask ->
                unless(
                        ClockPolicies.OBLIGATION_REQUEST,
                        state,
                        ask,
                        () -> new DossierEvent.ObligationRequested(
                                ask.at(),
                                ask.agency(),
                                ask.obligation(),
                                ground(ask, PauseReason.FINANCIAL_OBLIGATION)));
            case MeetObligation met ->
                unless(
                        ClockPolicies.OBLIGATION,
                        state,
                        met,
                        () -> new DossierEvent.ObligationMet(
                                met.at(),
                                met.agency(),
                                met.receipt(),
                                due(state, met, PauseReason.FINANCIAL_OBLIGATION)));
            case StopClock stop ->
                unless(
                        ClockPolicies.STOP,
                        state,
                        stop,
                        () -> new DossierEvent.Paused(
                                stop.at(), stop.agency(), stop.reason(), stop.note(), ground(stop, stop.reason())));
            case ResumeClock resume ->
                unless(
                        ClockPolicies.RESUME,
                        state,
                        resume,
                        () -> new DossierEvent.Resumed(
                                resume.at(),
                                resume.agency(),
                                resume.reason(),
                                resume.note(),
                                due(state, resume, resume.reason())));
            case Extend extend -> unless(ClockPolicies.EXTENSION, state, extend, () -> extended(state, extend));
            case Correct correct -> Corrections.decide(state, correct);
            case Rederive rederive -> rederived(state, rederive);
        };
    }

    /** What ends every open pause at a moment, each with the due date it leads to. */
    static List<DossierEvent> endOfPauses(
            DossierClock before, Instant at, AgencyRef agency, String note, ClockRules rules) {
        List<DossierEvent> events = new ArrayList<>();
        DossierClock clock = before;
        for (Pause pause : before.pauses()) {
            if (pause.open()) {
                Instant end = at.isBefore(pause.from()) ? pause.from() : at;
                DossierClock after = clock.resumed(end, pause.reason());
                DueChange due = after.due(rules, clock);
                events.add(new DossierEvent.Resumed(end, agency, pause.reason(), note, due));
                clock = after.dueAgain(due);
            }
        }
        return events;
    }

    private static DossierEvent supplementRequested(DossierState state, RequestSupplement ask) {
        return new DossierEvent.SupplementRequested(
                ask.at(),
                state.supplementRequests() + 1,
                ask.agency(),
                ask.request(),
                state.clock() == null ? GUIDANCE : ground(ask, PauseReason.SUPPLEMENT),
                state.clock() != null,
                state.supplementRequests() == 0 ? null : ask.leave());
    }

    private static DossierEvent extended(DossierState state, Extend extend) {
        DossierClock clock = Objects.requireNonNull(state.clock(), "received, so there is one");
        return new DossierEvent.Extended(
                extend.at(),
                extend.agency(),
                Objects.requireNonNull(clock.dueAt(), "extended is a date there is"),
                Objects.requireNonNull(clock.promisedAt(), "the clock runs"),
                extend.promisedAt(),
                extend.reason(),
                extend.signer());
    }

    /**
     * A new version of a calendar moves the due date of a live dossier that is open, and only when it gives another one
     * (a fact of the calendar, told as an event). While the clock stands still there is no date to move: the newest version
     * is taken when it runs again.
     */
    private static Decision<DossierEvent> rederived(DossierState state, Rederive command) {
        DossierClock clock = state.clock();
        boolean open = state.standing() != null && !state.standing().over() && state.brought() == null;
        if (!open
                || clock == null
                || clock.term() == null
                || clock.paused()
                || command.calendarVersion().equals(clock.calendarVersion())) {
            return Decision.accept();
        }
        DueChange due =
                clock.due(command.rules(), clock, command.rules().calendars().version(command.calendarVersion()));
        return Objects.equals(due.newDueAt(), clock.dueAt())
                ? Decision.accept()
                : Decision.accept(new DossierEvent.DueDateRederived(
                        command.at(), Objects.requireNonNull(clock.calendarVersion()), due, command.decision()));
    }

    private static DueChange due(DossierState state, ClockCommand command, PauseReason reason) {
        DossierClock clock = state.clock();
        return clock == null
                ? DueChange.NONE
                : clock.resumed(command.at(), reason).due(command.rules(), clock);
    }

    private static LegalGround ground(ClockCommand command, PauseReason reason) {
        return Objects.requireNonNull(command.rules().grounds().get(reason), "listed, so it has a ground");
    }

    private static <C extends ClockCommand> Decision<DossierEvent> unless(
            List<Policy<? super C>> policies, DossierState state, C command, Supplier<DossierEvent> event) {
        @Nullable Refusal objection = Policy.first(policies, state, command);
        return objection == null ? Decision.accept(event.get()) : new Decision.Refused<>(objection);
    }

    private static String text(Refusal refusal) {
        String text = refusal.code().vietnamese();
        for (Map.Entry<String, String> value : refusal.values().entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    /** What an asker is told; nothing when the case only said that something is over. */
    private static Optional<DossierEvent> refused(ClockCommand command, Refusal why) {
        return switch (command) {
            case RequestSupplement ask -> noPause(ask.at(), ask.agency(), PauseReason.SUPPLEMENT, why);
            case RequestObligation ask -> noPause(ask.at(), ask.agency(), PauseReason.FINANCIAL_OBLIGATION, why);
            case StopClock stop -> noPause(stop.at(), stop.agency(), stop.reason(), why);
            case Extend extend ->
                Optional.of(new DossierEvent.ExtensionRefused(
                        extend.at(),
                        extend.agency(),
                        extend.promisedAt(),
                        why.code().name(),
                        text(why)));
            case ReceiveSupplement came -> Optional.empty();
            case MeetObligation met -> Optional.empty();
            case ResumeClock resume -> Optional.empty();
            case Correct correct -> Optional.empty();
            case Rederive rederive -> Optional.empty();
        };
    }

    private static Optional<DossierEvent> noPause(Instant at, AgencyRef agency, PauseReason reason, Refusal why) {
        return Optional.of(
                new DossierEvent.PauseRefused(at, agency, reason, why.code().name(), text(why)));
    }
}
