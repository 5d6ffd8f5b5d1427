package vn.tthc.processing.domain;

import static vn.tthc.processing.domain.Rules.unless;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.processing.domain.CaseState.Live;

/** Giao and nhận: how a case moves from step to step and from agency to agency. */
final class Handing {
    /** The code of a hand-over from the one-stop that an officer declined. */
    static final String DECLINED = "DECLINED_BY_AGENCY";

    private Handing() {}

    static Decision<CaseEvent> accept(Live state, CaseCommand.AcceptCustody command) {
        FlowStep step = state.progress().current();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.offeredTo(state, command.agency()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> List.of(new CaseEvent.CustodyAccepted(command.at(), step.id(), step.agency(), !state.started())));
    }

    static Live accepted(Live state, CaseEvent.CustodyAccepted event) {
        return state.taken(
                new Custody.Held(event.agency(), event.occurredAt()),
                state.stay().begun(event.occurredAt()),
                event.occurredAt());
    }

    static Decision<CaseEvent> decline(Live state, CaseCommand.Decline command) {
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.offeredTo(state, command.agency()),
                        () -> Rules.declinable(state),
                        () -> Rules.given(command.reason(), "reason", CaseProblem.REASON_REQUIRED),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> List.of(declined(state, command)));
    }

    /** The one-stop gets back what it gave; between agencies the giver goes on where it was. */
    private static CaseEvent declined(Live state, CaseCommand.Decline command) {
        AgencyRef agency = state.custody().agency();
        Custody.Giver giver = state.custody() instanceof Custody.Offered offered ? offered.giver() : null;
        return giver == null
                ? new CaseEvent.HandOverRefused(command.at(), agency, DECLINED, command.reason())
                : new CaseEvent.HandOverDeclined(
                        command.at(),
                        state.progress().current().id(),
                        giver.progress().current().id(),
                        agency,
                        giver.custody().agency(),
                        command.reason());
    }

    static Live declined(Live state, CaseEvent.HandOverDeclined event) {
        if (!(state.custody() instanceof Custody.Offered offered) || offered.giver() == null) {
            throw Case.misplaced(event);
        }
        Custody.Giver giver = offered.giver();
        Stay again = state.stay().next(event.occurredAt()).with(giver.stay().officer());
        return state.moved(giver.progress(), giver.custody(), again, event.occurredAt());
    }

    static Decision<CaseEvent> complete(Live state, CaseCommand.CompleteStep command) {
        boolean done = state.progress().currentDone();
        FlowStep step = state.progress().current();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.current(state, command.step()),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> done ? null : Rules.doneByItsOwnAct(state),
                        () -> done ? null : Assigning.mayWork(state, command.by()),
                        () -> done ? null : Opinions.notWaiting(state, command.at()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> done
                        ? List.of()
                        : List.of(new CaseEvent.StepCompleted(command.at(), step.id(), step.agency(), command.note())));
    }

    static Decision<CaseEvent> forward(Live state, CaseCommand.Forward command) {
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Rules.completed(state),
                        () -> Rules.forward(state, command.toStep()),
                        () -> skipReason(state, command),
                        () -> Rules.exists(target(state, command).agency(), command.at()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> forwarded(state, command));
    }

    /** An optional step is passed over for a reason, which stands in the control sheet (Mẫu 06). */
    private static @Nullable Refusal skipReason(Live state, CaseCommand.Forward command) {
        List<FlowStep> skipped = skipped(state, command);
        boolean given = command.reason() != null && !command.reason().isBlank();
        return skipped.isEmpty() || given
                ? null
                : Rules.refusal(
                        CaseProblem.SKIP_REASON_REQUIRED,
                        "reason",
                        Map.of("step", skipped.getFirst().id()));
    }

    private static List<CaseEvent> forwarded(Live state, CaseCommand.Forward command) {
        List<CaseEvent> events = new ArrayList<>();
        String reason = command.reason() == null ? "" : command.reason();
        for (FlowStep step : skipped(state, command)) {
            events.add(new CaseEvent.StepSkipped(command.at(), step.id(), step.agency(), reason));
        }
        FlowStep from = state.progress().current();
        FlowStep to = target(state, command);
        events.add(new CaseEvent.Forwarded(command.at(), from.id(), to.id(), from.agency(), to.agency()));
        return events;
    }

    private static List<FlowStep> skipped(Live state, CaseCommand.Forward command) {
        Progress progress = state.progress();
        int target = progress.flow().position(target(state, command).id());
        return progress.flow().between(progress.position(), target, progress.kind());
    }

    private static FlowStep target(Live state, CaseCommand.Forward command) {
        Progress progress = state.progress();
        return command.toStep() == null
                ? progress.flow()
                        .at(progress.flow()
                                .next(progress.position(), progress.kind())
                                .orElseThrow())
                : step(state, command.toStep());
    }

    static Decision<CaseEvent> sendBack(Live state, CaseCommand.SendBack command) {
        FlowStep from = state.progress().current();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.unsigned(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Rules.backward(state, command.toStep()),
                        () -> Rules.given(command.reason(), "reason", CaseProblem.REASON_REQUIRED),
                        () -> Rules.exists(step(state, command.toStep()).agency(), command.at()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> {
                    FlowStep to = step(state, command.toStep());
                    return List.of(new CaseEvent.SentBack(
                            command.at(), from.id(), to.id(), from.agency(), to.agency(), command.reason()));
                });
    }

    static Decision<CaseEvent> record(Live state, CaseCommand.RecordStep command) {
        return unless(
                command.ownTime()
                        ? List.of()
                        : List.of(() -> Rules.notFinished(state), () -> Rules.timeMovesOn(state, command.at())),
                () -> RecordedSteps.recorded(command, state.endedAt()));
    }

    static FlowStep step(Live state, String id) {
        Flow flow = state.progress().flow();
        return flow.at(flow.position(id));
    }

    /** Within an agency the papers stay where they are; another agency must take them. */
    static Live moved(Live state, Progress progress, AgencyRef from, AgencyRef to, Instant at) {
        Stay next = state.stay().next(at);
        if (from.id().equals(to.id())) {
            return state.moved(progress, state.custody(), next, at);
        }
        Custody.Held held = state.custody() instanceof Custody.Held h ? h : new Custody.Held(from, at);
        Custody.Giver giver = new Custody.Giver(held, state.progress(), state.stay());
        return state.moved(progress, new Custody.Offered(to, at, giver), next, at);
    }
}
