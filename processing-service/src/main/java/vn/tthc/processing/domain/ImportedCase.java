package vn.tthc.processing.domain;

import java.time.Instant;
import java.util.Map;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.processing.domain.CaseState.Imported;

/** An old case: whatever is told is kept, in any order; what does not fit together is an anomaly. */
final class ImportedCase {
    private ImportedCase() {}

    static Decision<CaseEvent> decide(Imported state, CaseCommand command) {
        return switch (command) {
            case CaseCommand.Open open -> Decision.accept();
            case CaseCommand.RecordStep record ->
                RecordedSteps.knownBefore(state.records(), record)
                        .orElseGet(() -> Decision.accept(RecordedSteps.recorded(record, state.endedAt())));
            case CaseCommand.Finish finish -> finish(state, finish);
            case CaseCommand.FollowClock c -> Decision.accept();
            case CaseCommand.TimeCame c -> Decision.accept();
            case CaseCommand.Succeed c -> Decision.accept();
            case CaseCommand.AcceptCustody c -> noFlow();
            case CaseCommand.Decline c -> noFlow();
            case CaseCommand.Claim c -> noFlow();
            case CaseCommand.Assign c -> noFlow();
            case CaseCommand.Release c -> noFlow();
            case CaseCommand.AskOpinion c -> noFlow();
            case CaseCommand.GiveOpinion c -> noFlow();
            case CaseCommand.WithdrawOpinion c -> noFlow();
            case CaseCommand.Draft c -> noFlow();
            case CaseCommand.GiveNumber c -> noFlow();
            case CaseCommand.Correct c -> noFlow();
            case CaseCommand.CompleteStep c -> noFlow();
            case CaseCommand.Forward c -> noFlow();
            case CaseCommand.SendBack c -> noFlow();
            case CaseCommand.Sign c -> noFlow();
            case CaseCommand.Issue c -> noFlow();
            case CaseCommand.AskSupplement c -> noFlow();
            case CaseCommand.AskObligation c -> noFlow();
            case CaseCommand.AskPause c -> noFlow();
            case CaseCommand.EndPause c -> noFlow();
            case CaseCommand.SignApology c -> noFlow();
            case CaseCommand.ConsiderWithdrawal c -> noFlow();
        };
    }

    private static Decision<CaseEvent> finish(Imported state, CaseCommand.Finish command) {
        if (!command.ownTime()) {
            return Decision.refuse(CaseProblem.END_TIME_REQUIRED, "endedAt", Map.of());
        }
        Instant ended = state.endedAt();
        if (ended == null) {
            return Decision.accept(
                    RecordedSteps.finished(new CaseEvent.Finished(command.at(), null, true), state.records()));
        }
        return ended.equals(command.at())
                ? Decision.accept()
                : Decision.refuse(CaseProblem.FINISH_CONFLICT, "endedAt", Map.of("ended", ended.toString()));
    }

    static CaseState evolve(Imported state, CaseEvent event) {
        return switch (event) {
            case CaseEvent.StepRecorded recorded ->
                state.recorded(state.records().with(recorded));
            case CaseEvent.Finished finished -> state.ended(finished.occurredAt());
            case CaseEvent.AnomalyRecorded anomaly -> state;
            case CaseEvent.Opened e -> throw Case.misplaced(e);
            case CaseEvent.HandOverRefused e -> throw Case.misplaced(e);
            case CaseEvent.CustodyAccepted e -> throw Case.misplaced(e);
            case CaseEvent.StepCompleted e -> throw Case.misplaced(e);
            case CaseEvent.Forwarded e -> throw Case.misplaced(e);
            case CaseEvent.SentBack e -> throw Case.misplaced(e);
            case CaseEvent.ResultSigned e -> throw Case.misplaced(e);
            case CaseEvent.ResultIssued e -> throw Case.misplaced(e);
            case CaseEvent.SupplementAsked e -> throw Case.misplaced(e);
            case CaseEvent.ObligationAsked e -> throw Case.misplaced(e);
            case CaseEvent.PauseAsked e -> throw Case.misplaced(e);
            case CaseEvent.PauseEnded e -> throw Case.misplaced(e);
            case CaseEvent.WithdrawalGranted e -> throw Case.misplaced(e);
            case CaseEvent.WithdrawalRefused e -> throw Case.misplaced(e);
            case CaseEvent.HandOverDeclined e -> throw Case.misplaced(e);
            case CaseEvent.AgencySucceeded e -> throw Case.misplaced(e);
            case CaseEvent.StepSkipped e -> throw Case.misplaced(e);
            case CaseEvent.Assigned e -> throw Case.misplaced(e);
            case CaseEvent.Released e -> throw Case.misplaced(e);
            case CaseEvent.OpinionAsked e -> throw Case.misplaced(e);
            case CaseEvent.OpinionGiven e -> throw Case.misplaced(e);
            case CaseEvent.OpinionWithdrawn e -> throw Case.misplaced(e);
            case CaseEvent.ResultDrafted e -> throw Case.misplaced(e);
            case CaseEvent.ResultNumbered e -> throw Case.misplaced(e);
            case CaseEvent.ResultCorrected e -> throw Case.misplaced(e);
            case CaseEvent.ClockFollowed e -> throw Case.misplaced(e);
            case CaseEvent.AlarmRaised e -> throw Case.misplaced(e);
            case CaseEvent.Escalated e -> throw Case.misplaced(e);
            case CaseEvent.ApologyDrafted e -> throw Case.misplaced(e);
            case CaseEvent.ApologySigned e -> throw Case.misplaced(e);
        };
    }

    private static Decision<CaseEvent> noFlow() {
        return Decision.refuse(CaseProblem.IMPORTED_CASE);
    }
}
