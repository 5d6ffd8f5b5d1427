package vn.tthc.intake.domain;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.SupplementLeave;
import vn.tthc.intake.domain.ClockCommand.Extend;
import vn.tthc.intake.domain.ClockCommand.MeetObligation;
import vn.tthc.intake.domain.ClockCommand.ReceiveSupplement;
import vn.tthc.intake.domain.ClockCommand.RequestObligation;
import vn.tthc.intake.domain.ClockCommand.RequestSupplement;
import vn.tthc.intake.domain.ClockCommand.ResumeClock;
import vn.tthc.intake.domain.ClockCommand.StopClock;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Term;
import vn.tthc.law.clock.ClockRefusal;
import vn.tthc.law.clock.ClockStep;
import vn.tthc.law.clock.DeadlineRequest;
import vn.tthc.law.clock.Extension;
import vn.tthc.law.clock.ExtensionRule;
import vn.tthc.law.clock.LegalClock;
import vn.tthc.law.clock.PauseReason;

/** What must hold to stop the clock, to let it run again, and to promise a new date. */
final class ClockPolicies {
    static final List<Policy<? super RequestSupplement>> SUPPLEMENT_REQUEST = List.of(
            DeskPolicies::known,
            DeskPolicies::ours,
            ClockPolicies::notOver,
            ClockPolicies::noWithdrawalPending,
            ClockPolicies::somethingIsMissing,
            ClockPolicies::notAskedAlready,
            ClockPolicies::supplementsListed,
            ClockPolicies::askedOnceUnlessAllowed);

    static final List<Policy<? super ReceiveSupplement>> SUPPLEMENT = List.of(
            DeskPolicies::known,
            DeskPolicies::ours,
            ClockPolicies::notOver,
            (state, command) -> waitingFor(state, PauseReason.SUPPLEMENT));

    static final List<Policy<? super RequestObligation>> OBLIGATION_REQUEST = List.of(
            DeskPolicies::known,
            DeskPolicies::ours,
            ClockPolicies::notOver,
            ClockPolicies::hasBeenReceived,
            ClockPolicies::noWithdrawalPending,
            (state, command) -> listed(command, PauseReason.FINANCIAL_OBLIGATION),
            (state, command) -> notStoppedFor(state, PauseReason.FINANCIAL_OBLIGATION));

    static final List<Policy<? super MeetObligation>> OBLIGATION = List.of(
            DeskPolicies::known,
            DeskPolicies::ours,
            ClockPolicies::notOver,
            (state, command) -> waitingFor(state, PauseReason.FINANCIAL_OBLIGATION));

    static final List<Policy<? super StopClock>> STOP = List.of(
            DeskPolicies::known,
            DeskPolicies::ours,
            ClockPolicies::notOver,
            ClockPolicies::hasBeenReceived,
            ClockPolicies::noWithdrawalPending,
            ClockPolicies::noActOfItsOwn,
            (state, command) -> listed(command, command.reason()),
            (state, command) -> notStoppedFor(state, command.reason()));

    static final List<Policy<? super ResumeClock>> RESUME = List.of(
            DeskPolicies::known,
            DeskPolicies::ours,
            ClockPolicies::notOver,
            (state, command) -> waitingFor(state, command.reason()));

    static final List<Policy<? super Extend>> EXTENSION = List.of(
            DeskPolicies::known,
            DeskPolicies::ours,
            ClockPolicies::notOver,
            ClockPolicies::hasBeenReceived,
            ClockPolicies::noWithdrawalPending,
            ClockPolicies::apologyInTime);

    private ClockPolicies() {}

    /** After the end of processing nothing stops, runs or is promised any more. */
    static @Nullable Refusal notOver(DossierState state, DossierCommand command) {
        return state.standing() != null && !state.standing().over()
                ? null
                : Objections.of(DossierProblem.DOSSIER_OVER, state);
    }

    /** The clock starts with the reception (Thông tư 03/2025/TT-VPCP, Mẫu 01); before it nothing can stand still. */
    static @Nullable Refusal hasBeenReceived(DossierState state, DossierCommand command) {
        return state.clock() == null ? Objections.of(DossierProblem.NOT_RECEIVED_YET) : null;
    }

    /** While the applicant wants out, nothing more is asked of the applicant. */
    static @Nullable Refusal noWithdrawalPending(DossierState state, DossierCommand command) {
        return state.status() == OfficialStatus.WITHDRAWAL_REQUESTED
                ? Objections.of(DossierProblem.WITHDRAWAL_PENDING)
                : null;
    }

    /** The request says what is missing (Thông tư 03/2025/TT-VPCP, Mẫu 02). */
    private static @Nullable Refusal somethingIsMissing(DossierState state, RequestSupplement command) {
        return command.request().items().isEmpty()
                ? new Refusal(DossierProblem.SUPPLEMENT_ITEMS_REQUIRED, "items", Map.of())
                : null;
    }

    private static @Nullable Refusal notAskedAlready(DossierState state, RequestSupplement command) {
        return state.standing() != null && state.standing().supplementAsked()
                ? reason(DossierProblem.ALREADY_PAUSED, PauseReason.SUPPLEMENT)
                : null;
    }

    /** Once received, only a reason the procedure lists stops the clock; before, there is none to stop. */
    private static @Nullable Refusal supplementsListed(DossierState state, RequestSupplement command) {
        return state.clock() == null ? null : listed(command, PauseReason.SUPPLEMENT);
    }

    /**
     * Supplements are asked for once (Chỉ thị 10/CT-TTg, 22/04/2019). A second request needs the leave of a head, and makes
     * the dossier overdue by the formula of the 766 index (Quyết định 766/QĐ-TTg, indicator 2.1; from a description of its
     * formulae of unverified authorship).
     */
    private static @Nullable Refusal askedOnceUnlessAllowed(DossierState state, RequestSupplement command) {
        if (state.supplementRequests() == 0) {
            return null;
        }
        SupplementLeave leave = command.leave();
        if (leave == null) {
            return new Refusal(
                    DossierProblem.SUPPLEMENT_ALREADY_REQUESTED,
                    null,
                    Map.of("count", String.valueOf(state.supplementRequests())));
        }
        return leave.role() == Role.HEAD_OF_UNIT || leave.role() == Role.AGENCY_LEADER
                ? null
                : Objections.of(DossierProblem.LEAVE_NEEDS_HIGHER_OFFICE);
    }

    /** Supplements and obligations are asked for by requests of their own, which have a status each (5 and 6). */
    private static @Nullable Refusal noActOfItsOwn(DossierState state, StopClock command) {
        return command.reason() == PauseReason.SUPPLEMENT || command.reason() == PauseReason.FINANCIAL_OBLIGATION
                ? new Refusal(
                        DossierProblem.PAUSE_HAS_ITS_OWN_ACT,
                        "reason",
                        Map.of("reason", command.reason().name()))
                : null;
    }

    /**
     * Only what the published procedure lists stops its clock; for land: Nghị định 151/2025/NĐ-CP, Phụ lục I, Phần V.A.II
     * khoản 10.
     */
    private static @Nullable Refusal listed(ClockCommand command, PauseReason reason) {
        return command.rules().grounds().containsKey(reason)
                ? null
                : reason(DossierProblem.PAUSE_REASON_NOT_LISTED, reason);
    }

    private static @Nullable Refusal notStoppedFor(DossierState state, PauseReason reason) {
        return state.clock() != null && state.clock().pausedFor(reason)
                ? reason(DossierProblem.ALREADY_PAUSED, reason)
                : null;
    }

    /** What ends has begun. Supplements may have been asked for before there was a clock. */
    private static @Nullable Refusal waitingFor(DossierState state, PauseReason reason) {
        boolean asked = reason == PauseReason.SUPPLEMENT
                && state.standing() != null
                && state.standing().supplementAsked();
        return asked || (state.clock() != null && state.clock().pausedFor(reason))
                ? null
                : reason(DossierProblem.NOT_PAUSED, reason);
    }

    /**
     * The apology is recorded before the date promised runs out, at least a day (practice under Nghị định 61/2018/NĐ-CP),
     * and at most once (its Điều 19, unsourced); both numbers are data of {@link ClockRules}.
     */
    private static @Nullable Refusal apologyInTime(DossierState state, Extend command) {
        DossierClock clock = Objects.requireNonNull(state.clock(), "received, so there is one");
        DeadlineRequest request = clock.request(command.rules());
        if (request == null) {
            return Objections.of(DossierProblem.NO_DUE_DATE_TO_EXTEND);
        }
        Extension extension = new Extension(command.at(), command.promisedAt(), command.reason());
        ClockStep step = new LegalClock(request, clock.extensions())
                .extend(extension, command.rules().extension(), clock.calendar(command.rules()));
        return switch (step) {
            case ClockStep.Taken taken -> null;
            case ClockStep.Refused refused -> objection(refused.refusal(), clock, command);
        };
    }

    private static Refusal objection(ClockRefusal refusal, DossierClock clock, Extend command) {
        Map<String, String> values = Map.of(
                "promised", String.valueOf(clock.promisedAt()),
                "count", String.valueOf(clock.extensions().size()),
                "notice", days(command.rules().extension().notice()),
                "due", String.valueOf(clock.dueAt()),
                "longest", longest(command.rules().extension().longest()));
        return switch (refusal) {
            case NO_DUE_DATE -> new Refusal(DossierProblem.NO_DUE_DATE_TO_EXTEND, null, values);
            case NOT_LATER -> new Refusal(DossierProblem.PROMISE_NOT_LATER, "promisedAt", values);
            case NOTICE_TOO_LATE -> new Refusal(DossierProblem.APOLOGY_TOO_LATE, null, values);
            case TOO_LONG -> new Refusal(DossierProblem.EXTENSION_TOO_LONG, "promisedAt", values);
            case EXTENSIONS_USED_UP -> new Refusal(DossierProblem.EXTENSIONS_USED_UP, null, values);
            case REASON_NOT_LISTED, ALREADY_PAUSED, NOT_PAUSED, BACK_IN_TIME ->
                throw new IllegalStateException("an extension pauses nothing: " + refusal);
        };
    }

    private static String longest(@Nullable Term term) {
        return term == null ? days(ExtensionRule.FURTHEST) : term.amount() + " " + term.unit();
    }

    private static String days(Duration notice) {
        return notice.toHours() + " h";
    }

    private static Refusal reason(DossierProblem problem, PauseReason reason) {
        return new Refusal(problem, null, Map.of("reason", reason.name()));
    }
}
