package vn.tthc.processing.domain;

import java.time.Instant;
import java.util.Map;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.processing.domain.CaseState.Imported;
import vn.tthc.processing.domain.CaseState.Live;
import vn.tthc.processing.domain.CaseState.NotOpen;

/** The case (giải quyết hồ sơ): the work on a dossier and who answers for it. */
public final class Case {
    private Case() {}

    /** What follows from a command, or why it may not be. */
    public static Decision<CaseEvent> decide(CaseState state, CaseCommand command) {
        return switch (state) {
            case NotOpen none -> beforeOpening(command);
            case Live live -> LiveCase.decide(live, command);
            case Imported imported -> ImportedCase.decide(imported, command);
        };
    }

    /**
     * What comes by itself may come when the case is not open (any more): it changes nothing then. A case that was refused,
     * or is not there yet, holds nothing back from the applicant.
     */
    private static Decision<CaseEvent> beforeOpening(CaseCommand command) {
        if (command instanceof CaseCommand.Open open) {
            return open(open);
        }
        if (command instanceof CaseCommand.ConsiderWithdrawal withdrawal) {
            return Decision.accept(new CaseEvent.WithdrawalGranted(withdrawal.at(), null));
        }
        boolean byItself = command instanceof CaseCommand.TimeCame
                || command instanceof CaseCommand.FollowClock
                || command instanceof CaseCommand.Succeed;
        return byItself ? Decision.accept() : Decision.refuse(CaseProblem.CASE_NOT_OPEN);
    }

    /** The state after an event. */
    public static CaseState evolve(CaseState state, CaseEvent event) {
        return switch (state) {
            case NotOpen none -> opened(none, event);
            case Live live -> LiveCase.evolve(live, event);
            case Imported imported -> ImportedCase.evolve(imported, event);
        };
    }

    /** A hand-over that a rule forbids is answered by an event: the one-stop has the dossier again and is told why. */
    private static Decision<CaseEvent> open(CaseCommand.Open command) {
        CaseFile file = command.file();
        if (command.imported()) {
            return Decision.accept(new CaseEvent.Opened(command.at(), file, true));
        }
        Flow flow = new Flow(file.steps());
        if (flow.steps().isEmpty()) {
            return refused(command.at(), file.oneStop(), Rules.refusal(CaseProblem.FLOW_EMPTY));
        }
        AgencyRef first = flow.first().agency();
        if (!flow.leadsToResult()) {
            return refused(command.at(), first, Rules.refusal(CaseProblem.FLOW_WITHOUT_RESULT));
        }
        Refusal objection = Rules.exists(first, command.at());
        return objection == null
                ? Decision.accept(new CaseEvent.Opened(command.at(), file, false))
                : refused(command.at(), first, objection);
    }

    private static Decision<CaseEvent> refused(Instant at, AgencyRef agency, Refusal why) {
        String reason = why.code().vietnamese();
        for (Map.Entry<String, String> value : why.values().entrySet()) {
            reason = reason.replace("{" + value.getKey() + "}", value.getValue());
        }
        return Decision.accept(
                new CaseEvent.HandOverRefused(at, agency, why.code().name(), reason));
    }

    private static CaseState opened(NotOpen none, CaseEvent event) {
        return switch (event) {
            case CaseEvent.Opened opened when opened.imported() -> new Imported(opened.file(), Records.NONE, null);
            case CaseEvent.Opened opened -> LiveCase.opened(opened);
            case CaseEvent.HandOverRefused refused -> none;
            case CaseEvent.WithdrawalGranted granted -> none;
            case CaseEvent.CustodyAccepted e -> throw misplaced(e);
            case CaseEvent.StepCompleted e -> throw misplaced(e);
            case CaseEvent.Forwarded e -> throw misplaced(e);
            case CaseEvent.SentBack e -> throw misplaced(e);
            case CaseEvent.StepRecorded e -> throw misplaced(e);
            case CaseEvent.ResultSigned e -> throw misplaced(e);
            case CaseEvent.ResultIssued e -> throw misplaced(e);
            case CaseEvent.Finished e -> throw misplaced(e);
            case CaseEvent.HandOverDeclined e -> throw misplaced(e);
            case CaseEvent.AgencySucceeded e -> throw misplaced(e);
            case CaseEvent.StepSkipped e -> throw misplaced(e);
            case CaseEvent.Assigned e -> throw misplaced(e);
            case CaseEvent.Released e -> throw misplaced(e);
            case CaseEvent.OpinionAsked e -> throw misplaced(e);
            case CaseEvent.OpinionGiven e -> throw misplaced(e);
            case CaseEvent.OpinionWithdrawn e -> throw misplaced(e);
            case CaseEvent.ResultDrafted e -> throw misplaced(e);
            case CaseEvent.ResultNumbered e -> throw misplaced(e);
            case CaseEvent.ResultCorrected e -> throw misplaced(e);
            case CaseEvent.ClockFollowed e -> throw misplaced(e);
            case CaseEvent.AlarmRaised e -> throw misplaced(e);
            case CaseEvent.Escalated e -> throw misplaced(e);
            case CaseEvent.ApologyDrafted e -> throw misplaced(e);
            case CaseEvent.ApologySigned e -> throw misplaced(e);
            case CaseEvent.AnomalyRecorded e -> throw misplaced(e);
            case CaseEvent.SupplementAsked e -> throw misplaced(e);
            case CaseEvent.ObligationAsked e -> throw misplaced(e);
            case CaseEvent.PauseAsked e -> throw misplaced(e);
            case CaseEvent.PauseEnded e -> throw misplaced(e);
            case CaseEvent.WithdrawalRefused e -> throw misplaced(e);
        };
    }

    /** A stream this service wrote cannot hold it here: the log is damaged, and going on would hide it. */
    static IllegalStateException misplaced(CaseEvent event) {
        return new IllegalStateException(
                "cannot happen to a case here: " + event.getClass().getSimpleName());
    }
}
