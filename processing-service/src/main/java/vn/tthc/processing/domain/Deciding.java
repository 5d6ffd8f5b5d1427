package vn.tthc.processing.domain;

import static vn.tthc.processing.domain.Rules.unless;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.processing.domain.CaseState.Live;

/** The decision: drafted, signed, numbered, issued, each an act of its own; and how a signed one is corrected. */
final class Deciding {
    private Deciding() {}

    static Decision<CaseEvent> draft(Live state, CaseCommand.Draft command) {
        FlowStep step = state.progress().current();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.unsigned(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Assigning.mayWork(state, command.by()),
                        () -> wayNotTaken(state, command.kind()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> new Progress.Draft(command.kind(), command.by())
                                .equals(state.progress().draft())
                        ? List.of()
                        : List.of(new CaseEvent.ResultDrafted(
                                command.at(), step.id(), step.agency(), command.kind(), command.by())));
    }

    /** On the way of one kind of decision it does not become the other: it goes back to before the ways part. */
    private static @Nullable Refusal wayNotTaken(Live state, ResultKind kind) {
        ResultKind drafted = state.progress().kind();
        return drafted != null && drafted != kind && state.progress().onItsWay()
                ? Rules.refusal(CaseProblem.OTHER_WAY_TAKEN, "kind", Map.of())
                : null;
    }

    static Decision<CaseEvent> sign(Live state, CaseCommand.Sign command) {
        FlowStep step = state.progress().current();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.unsigned(state),
                        () -> Rules.kind(state, Kind.SIGN, CaseProblem.NOT_A_SIGN_STEP),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Assigning.mayWork(state, command.by()),
                        () -> drafted(state),
                        () -> notTheDrafter(state, command.by()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> List.of(
                        new CaseEvent.ResultSigned(command.at(), step.id(), step.agency()),
                        new CaseEvent.StepCompleted(command.at(), step.id(), step.agency(), null)));
    }

    /** Where the way on, or the right to sign, depends on the draft, there has to be one. */
    private static @Nullable Refusal drafted(Live state) {
        boolean needed = state.progress().flow().branches()
                || !WorkTerms.of(state.file()).drafterMaySign();
        return needed && state.progress().draft() == null ? Rules.refusal(CaseProblem.DRAFT_REQUIRED) : null;
    }

    /** Who drafts does not sign, where the procedure says so: chuyên viên dự thảo, người có thẩm quyền ký. */
    private static @Nullable Refusal notTheDrafter(Live state, String signer) {
        Progress.Draft draft = state.progress().draft();
        boolean same = draft != null && draft.draftedBy().equals(signer);
        return same && !WorkTerms.of(state.file()).drafterMaySign()
                ? Rules.refusal(CaseProblem.DRAFTER_CANNOT_SIGN)
                : null;
    }

    static Decision<CaseEvent> number(Live state, CaseCommand.GiveNumber command) {
        FlowStep step = state.progress().current();
        boolean same = command.number().equals(state.progress().resultNumber());
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.kind(state, Kind.NUMBER, CaseProblem.NOT_A_NUMBER_STEP),
                        () -> Rules.signed(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Assigning.mayWork(state, command.by()),
                        () -> Rules.given(command.number(), "number", CaseProblem.NUMBER_REQUIRED),
                        () -> same ? null : notNumbered(state),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> same
                        ? List.of()
                        : List.of(
                                new CaseEvent.ResultNumbered(command.at(), step.id(), step.agency(), command.number()),
                                new CaseEvent.StepCompleted(command.at(), step.id(), step.agency(), null)));
    }

    private static @Nullable Refusal notNumbered(Live state) {
        String number = state.progress().resultNumber();
        return number == null ? null : Rules.refusal(CaseProblem.NUMBER_CONFLICT, "number", Map.of("number", number));
    }

    static Decision<CaseEvent> issue(Live state, CaseCommand.Issue command) {
        FlowStep step = state.progress().current();
        String number = command.number() == null ? state.progress().resultNumber() : command.number();
        String given = number == null ? "" : number;
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.unissued(state),
                        () -> Rules.kind(state, Kind.ISSUE, CaseProblem.NOT_AN_ISSUE_STEP),
                        () -> Rules.signed(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Assigning.mayWork(state, command.by()),
                        () -> Rules.given(given, "number", CaseProblem.NUMBER_REQUIRED),
                        () -> given.equals(state.progress().resultNumber()) ? null : notNumbered(state),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> List.of(
                        new CaseEvent.ResultIssued(command.at(), step.id(), step.agency(), given),
                        new CaseEvent.StepCompleted(command.at(), step.id(), step.agency(), null)));
    }

    /** What is signed is not undone but corrected, by a decision with its ground; once the work is over, not here. */
    static Decision<CaseEvent> correct(Live state, CaseCommand.Correct command) {
        FlowStep from = state.progress().current();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.signed(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> correctable(state, command.toStep()),
                        () -> Rules.given(command.ground(), "ground", CaseProblem.GROUND_REQUIRED),
                        () -> Rules.given(command.reason(), "reason", CaseProblem.REASON_REQUIRED),
                        () -> Rules.exists(Handing.step(state, command.toStep()).agency(), command.at()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> {
                    FlowStep to = Handing.step(state, command.toStep());
                    return List.of(new CaseEvent.ResultCorrected(
                            command.at(),
                            from.id(),
                            to.id(),
                            from.agency(),
                            to.agency(),
                            command.by(),
                            command.ground(),
                            command.reason()));
                });
    }

    /** A correction goes back to the step that signs, or to one that it may return to. */
    static @Nullable Refusal correctable(Live state, String toStep) {
        Progress progress = state.progress();
        OptionalInt target = progress.flow().find(toStep);
        if (target.isEmpty()) {
            return Rules.refusal(CaseProblem.UNKNOWN_STEP, "toStep", Map.of("step", toStep));
        }
        FlowStep sign = progress.flow().signing(progress.kind());
        boolean allowed = target.getAsInt() <= progress.position()
                && (sign.id().equals(toStep) || sign.mayReturnTo().contains(toStep));
        return allowed
                ? null
                : Rules.refusal(CaseProblem.CORRECTION_NOT_ALLOWED, "toStep", Map.of("step", sign.id(), "to", toStep));
    }

    static Decision<CaseEvent> finish(Live state, CaseCommand.Finish command) {
        if (command.ownTime() || command.agency() == null) {
            return Decision.refuse(CaseProblem.LIVE_CASE);
        }
        String agency = Objects.requireNonNull(command.agency(), "just asked");
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.issued(state),
                        () -> Rules.heldBy(state, agency),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> RecordedSteps.finished(
                        new CaseEvent.Finished(command.at(), state.progress().resultNumber(), false), state.records()));
    }
}
