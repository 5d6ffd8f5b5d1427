package vn.tthc.processing.domain;

import static vn.tthc.processing.domain.Rules.unless;

import java.util.List;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.processing.domain.CaseState.Live;

/** A case on its way through the flow of its procedure. */
final class LiveCase {
    private LiveCase() {}

    static Decision<CaseEvent> decide(Live state, CaseCommand command) {
        return switch (command) {
            case CaseCommand.Open open -> Decision.accept();
            case CaseCommand.AcceptCustody accept -> accept(state, accept);
            case CaseCommand.CompleteStep complete -> complete(state, complete);
            case CaseCommand.Forward forward -> forward(state, forward);
            case CaseCommand.SendBack back -> sendBack(state, back);
            case CaseCommand.RecordStep record ->
                RecordedSteps.knownBefore(state.records(), record).orElseGet(() -> record(state, record));
            case CaseCommand.Sign sign -> sign(state, sign);
            case CaseCommand.Issue issue -> issue(state, issue);
            case CaseCommand.Finish finish -> finish(state, finish);
            case CaseCommand.AskSupplement ask -> Waiting.supplement(state, ask);
            case CaseCommand.AskObligation ask -> Waiting.obligation(state, ask);
            case CaseCommand.AskPause ask -> Waiting.pause(state, ask);
            case CaseCommand.EndPause end -> Waiting.over(state, end);
            case CaseCommand.ConsiderWithdrawal withdrawal -> Waiting.withdrawal(state, withdrawal);
        };
    }

    private static Decision<CaseEvent> accept(Live state, CaseCommand.AcceptCustody command) {
        FlowStep step = state.progress().current();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.offeredTo(state, command.agency()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> List.of(new CaseEvent.CustodyAccepted(command.at(), step.id(), step.agency(), !state.started())));
    }

    private static Decision<CaseEvent> complete(Live state, CaseCommand.CompleteStep command) {
        boolean done = state.progress().currentDone();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.current(state, command.step()),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> done ? null : Rules.doneByItsOwnAct(state),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> done ? List.of() : List.of(completed(state, command)));
    }

    private static Decision<CaseEvent> forward(Live state, CaseCommand.Forward command) {
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Rules.completed(state),
                        () -> Rules.forward(state, command.toStep()),
                        () -> Rules.exists(target(state, command).agency(), command.at()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> List.of(forwarded(state, command)));
    }

    private static Decision<CaseEvent> sendBack(Live state, CaseCommand.SendBack command) {
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.unsigned(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Rules.backward(state, command.toStep()),
                        () -> Rules.given(command.reason(), "reason", CaseProblem.REASON_REQUIRED),
                        () -> Rules.exists(step(state, command.toStep()).agency(), command.at()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> List.of(sentBack(state, command)));
    }

    private static Decision<CaseEvent> record(Live state, CaseCommand.RecordStep command) {
        return unless(
                command.ownTime()
                        ? List.of()
                        : List.of(() -> Rules.notFinished(state), () -> Rules.timeMovesOn(state, command.at())),
                () -> RecordedSteps.recorded(command, state.endedAt()));
    }

    private static Decision<CaseEvent> sign(Live state, CaseCommand.Sign command) {
        FlowStep step = state.progress().current();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.unsigned(state),
                        () -> Rules.kind(state, FlowStep.Kind.SIGN, CaseProblem.NOT_A_SIGN_STEP),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> List.of(
                        new CaseEvent.ResultSigned(command.at(), step.id(), step.agency()),
                        new CaseEvent.StepCompleted(command.at(), step.id(), step.agency(), null)));
    }

    private static Decision<CaseEvent> issue(Live state, CaseCommand.Issue command) {
        FlowStep step = state.progress().current();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.unissued(state),
                        () -> Rules.kind(state, FlowStep.Kind.ISSUE, CaseProblem.NOT_AN_ISSUE_STEP),
                        () -> Rules.signed(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Rules.given(command.number(), "number", CaseProblem.NUMBER_REQUIRED),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> List.of(
                        new CaseEvent.ResultIssued(command.at(), step.id(), step.agency(), command.number()),
                        new CaseEvent.StepCompleted(command.at(), step.id(), step.agency(), null)));
    }

    private static Decision<CaseEvent> finish(Live state, CaseCommand.Finish command) {
        if (command.ownTime() || command.agency() == null) {
            return Decision.refuse(CaseProblem.LIVE_CASE);
        }
        String agency = command.agency();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.issued(state),
                        () -> Rules.heldBy(state, agency),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> RecordedSteps.finished(
                        new CaseEvent.Finished(command.at(), state.progress().resultNumber(), false), state.records()));
    }

    private static CaseEvent completed(Live state, CaseCommand.CompleteStep command) {
        FlowStep step = state.progress().current();
        return new CaseEvent.StepCompleted(command.at(), step.id(), step.agency(), command.note());
    }

    private static CaseEvent forwarded(Live state, CaseCommand.Forward command) {
        FlowStep from = state.progress().current();
        FlowStep to = target(state, command);
        return new CaseEvent.Forwarded(command.at(), from.id(), to.id(), from.agency(), to.agency());
    }

    private static CaseEvent sentBack(Live state, CaseCommand.SendBack command) {
        FlowStep from = state.progress().current();
        FlowStep to = step(state, command.toStep());
        return new CaseEvent.SentBack(command.at(), from.id(), to.id(), from.agency(), to.agency(), command.reason());
    }

    private static FlowStep target(Live state, CaseCommand.Forward command) {
        String toStep = command.toStep();
        Progress progress = state.progress();
        return toStep == null ? progress.flow().at(progress.position() + 1) : step(state, toStep);
    }

    private static FlowStep step(Live state, String id) {
        Flow flow = state.progress().flow();
        return flow.at(flow.position(id));
    }

    static Live opened(CaseEvent.Opened event) {
        Flow flow = new Flow(event.file().steps());
        Custody custody = new Custody.Offered(flow.first().agency(), event.occurredAt());
        return new Live(event.file(), Progress.atStartOf(flow), custody, false, Records.NONE, event.occurredAt(), null);
    }

    static CaseState evolve(Live state, CaseEvent event) {
        Progress progress = state.progress();
        return switch (event) {
            case CaseEvent.CustodyAccepted e ->
                state.accepted(new Custody.Held(e.agency(), e.occurredAt()), e.occurredAt());
            case CaseEvent.StepCompleted e ->
                state.moved(progress.completed(e.step()), state.custody(), e.occurredAt());
            case CaseEvent.Forwarded e ->
                state.moved(progress.movedTo(e.toStep()), handedOver(state, e.from(), e.to(), e), e.occurredAt());
            case CaseEvent.SentBack e ->
                state.moved(progress.movedTo(e.toStep()), handedOver(state, e.from(), e.to(), e), e.occurredAt());
            case CaseEvent.ResultSigned e -> state.moved(progress.signed(), state.custody(), e.occurredAt());
            case CaseEvent.ResultIssued e -> state.moved(progress.issued(e.number()), state.custody(), e.occurredAt());
            case CaseEvent.StepRecorded e -> state.recorded(state.records().with(e));
            case CaseEvent.Finished e -> state.ended(e.occurredAt());
            case CaseEvent.AnomalyRecorded e -> state;
            // What is asked of the dossier is the dossier's to record; nothing moves here.
            case CaseEvent.SupplementAsked e -> state;
            case CaseEvent.ObligationAsked e -> state;
            case CaseEvent.PauseAsked e -> state;
            case CaseEvent.PauseEnded e -> state;
            case CaseEvent.WithdrawalRefused e -> state;
            case CaseEvent.WithdrawalGranted e -> state.ended(e.occurredAt());
            case CaseEvent.Opened e -> throw Case.misplaced(e);
            case CaseEvent.HandOverRefused e -> throw Case.misplaced(e);
        };
    }

    /** Within an agency the papers stay where they are; another agency must take them. */
    private static Custody handedOver(Live state, AgencyRef from, AgencyRef to, CaseEvent event) {
        return from.id().equals(to.id()) ? state.custody() : new Custody.Offered(to, event.occurredAt());
    }
}
