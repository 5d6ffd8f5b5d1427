package vn.tthc.processing.domain;

import static vn.tthc.processing.domain.Rules.unless;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.cases.CaseEvent.Assignment;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.processing.domain.CaseState.Live;

/** Who in the agency does the current step: somebody, or whoever of the pool takes it. */
final class Assigning {
    private Assigning() {}

    /** What one officer has, another does not do. */
    static @Nullable Refusal mayWork(Live state, String by) {
        String officer = state.stay().officer();
        return officer == null || officer.equals(by)
                ? null
                : Rules.refusal(CaseProblem.ASSIGNED_TO_ANOTHER, null, Map.of("officer", officer));
    }

    static Decision<CaseEvent> claim(Live state, CaseCommand.Claim command) {
        boolean mine = command.officer().equals(state.stay().officer());
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> mayWork(state, command.officer()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> mine
                        ? List.of()
                        : List.of(assigned(state, command.at(), command.officer(), Assignment.CLAIMED, null, null)));
    }

    static Decision<CaseEvent> assign(Live state, CaseCommand.Assign command) {
        String before = state.stay().officer();
        String officer = command.standIn() == null ? command.officer() : command.standIn();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Rules.given(officer, "officer", CaseProblem.OFFICER_REQUIRED),
                        () -> before == null || before.equals(officer) || command.standIn() != null
                                ? null
                                : Rules.given(
                                        command.reason() == null ? "" : command.reason(),
                                        "reason",
                                        CaseProblem.REASON_REQUIRED),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> officer.equals(before)
                        ? List.of()
                        : List.of(assigned(
                                state,
                                command.at(),
                                officer,
                                how(command, before),
                                inPlaceOf(command, before),
                                command.reason())));
    }

    private static Assignment how(CaseCommand.Assign command, @Nullable String before) {
        if (command.standIn() != null) {
            return Assignment.DELEGATED;
        }
        return before == null ? Assignment.ASSIGNED : Assignment.REASSIGNED;
    }

    private static @Nullable String inPlaceOf(CaseCommand.Assign command, @Nullable String before) {
        return command.standIn() != null ? command.officer() : before;
    }

    static Decision<CaseEvent> release(Live state, CaseCommand.Release command) {
        FlowStep step = state.progress().current();
        String officer = state.stay().officer();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> command.asHead() ? null : mayWork(state, command.by()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> officer == null
                        ? List.of()
                        : List.of(new CaseEvent.Released(
                                command.at(), step.id(), step.agency(), officer, command.reason())));
    }

    private static CaseEvent assigned(
            Live state,
            Instant at,
            String officer,
            Assignment how,
            @Nullable String inPlaceOf,
            @Nullable String reason) {
        FlowStep step = state.progress().current();
        return new CaseEvent.Assigned(at, step.id(), step.agency(), officer, how, inPlaceOf, reason);
    }
}
