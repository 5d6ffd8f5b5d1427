package vn.tthc.processing.domain;

import static vn.tthc.processing.domain.Rules.unless;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.processing.domain.CaseState.Live;

/**
 * The apology (Mẫu 04) that the system drafted, signed by a person. Whether the date it names may be promised, the dossier
 * says: how often, how long before and how far is its procedure's to limit.
 */
final class Apologies {
    private Apologies() {}

    static Decision<CaseEvent> sign(Live state, CaseCommand.SignApology command) {
        FlowStep step = state.progress().current();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> drafted(state),
                        () -> later(state, promised(state, command)),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> List.of(new CaseEvent.ApologySigned(
                        command.at(),
                        step.id(),
                        step.agency(),
                        Objects.requireNonNull(state.due().dueAt(), "drafted for it"),
                        promised(state, command),
                        command.reason(),
                        command.signer())));
    }

    /** There is a draft for the due date that holds now; while the clock stands still there is none. */
    private static @Nullable Refusal drafted(Live state) {
        return proposed(state) == null ? Rules.refusal(CaseProblem.APOLOGY_NOT_DRAFTED) : null;
    }

    /** What is promised lies after the due date and after what was promised before. */
    private static @Nullable Refusal later(Live state, Instant promised) {
        Instant due = Objects.requireNonNull(state.due().dueAt(), "drafted for it");
        Instant before = state.due().promisedAt();
        Instant last = before != null && before.isAfter(due) ? before : due;
        return promised.isAfter(last)
                ? null
                : Rules.refusal(CaseProblem.PROMISE_NOT_LATER, "promisedAt", Map.of("promised", last.toString()));
    }

    private static Instant promised(Live state, CaseCommand.SignApology command) {
        return command.promisedAt() == null
                ? Objects.requireNonNull(proposed(state), "drafted, so proposed")
                : command.promisedAt();
    }

    private static @Nullable Instant proposed(Live state) {
        Instant due = state.due().dueAt();
        return due == null || !state.due().running()
                ? null
                : state.alarms().apologies().get(due);
    }
}
