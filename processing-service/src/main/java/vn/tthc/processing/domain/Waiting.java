package vn.tthc.processing.domain;

import static vn.tthc.processing.domain.Rules.unless;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.processing.domain.CaseState.Live;
import vn.tthc.processing.domain.Progress.Result;
import vn.tthc.processing.domain.Rules.Rule;

/**
 * What a case asks of its dossier: supplements, an obligation, a clock that stands still. The case asks and the dossier
 * records, or refuses: the official status and the legal clock are its alone.
 */
final class Waiting {
    private Waiting() {}

    static Decision<CaseEvent> supplement(Live state, CaseCommand.AskSupplement command) {
        FlowStep step = state.progress().current();
        return unless(
                asking(state, command.agency(), command.at()),
                () -> List.of(new CaseEvent.SupplementAsked(
                        command.at(), step.id(), step.agency(), command.request(), command.leave())));
    }

    static Decision<CaseEvent> obligation(Live state, CaseCommand.AskObligation command) {
        FlowStep step = state.progress().current();
        return unless(
                asking(state, command.agency(), command.at()),
                () -> List.of(
                        new CaseEvent.ObligationAsked(command.at(), step.id(), step.agency(), command.obligation())));
    }

    static Decision<CaseEvent> pause(Live state, CaseCommand.AskPause command) {
        FlowStep step = state.progress().current();
        List<Rule> rules = new ArrayList<>(asking(state, command.agency(), command.at()));
        rules.add(() -> Rules.noActOfItsOwn(command.reason()));
        return unless(
                rules,
                () -> List.of(new CaseEvent.PauseAsked(
                        command.at(), step.id(), step.agency(), command.reason(), command.note())));
    }

    static Decision<CaseEvent> over(Live state, CaseCommand.EndPause command) {
        FlowStep step = state.progress().current();
        return unless(
                List.of(
                        () -> Rules.notFinished(state),
                        () -> Rules.heldBy(state, command.agency()),
                        () -> Rules.timeMovesOn(state, command.at())),
                () -> List.of(new CaseEvent.PauseEnded(
                        command.at(), step.id(), step.agency(), command.reason(), command.note())));
    }

    /**
     * Withdrawn is what has no decision yet (Thông tư 03/2025/TT-VPCP, Mẫu 05). The fact is told by the dossier, so the
     * answer is an event, never a refusal.
     */
    static Decision<CaseEvent> withdrawal(Live state, CaseCommand.ConsiderWithdrawal command) {
        Instant at = command.at().isBefore(state.lastAt()) ? state.lastAt() : command.at();
        FlowStep step = state.progress().current();
        if (state.endedAt() != null) {
            return refused(at, step, CaseProblem.CASE_FINISHED);
        }
        return state.progress().result() == Result.OPEN
                ? Decision.accept(new CaseEvent.WithdrawalGranted(at, step.agency()))
                : refused(at, step, CaseProblem.ALREADY_SIGNED);
    }

    /** A signed decision waits for nothing any more. */
    private static List<Rule> asking(Live state, String agency, Instant at) {
        return List.of(
                () -> Rules.notFinished(state),
                () -> Rules.unsigned(state),
                () -> Rules.heldBy(state, agency),
                () -> Rules.timeMovesOn(state, at));
    }

    private static Decision<CaseEvent> refused(Instant at, FlowStep step, CaseProblem why) {
        return Decision.accept(new CaseEvent.WithdrawalRefused(at, step.agency(), why.name(), why.vietnamese()));
    }
}
