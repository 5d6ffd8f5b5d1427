package vn.tthc.processing.domain;

import java.util.Map;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.processing.domain.CaseState.Live;

/** A case on its way through the flow of its procedure. */
final class LiveCase {
    private LiveCase() {}

    static Decision<CaseEvent> decide(Live state, CaseCommand command) {
        return switch (command) {
            case CaseCommand.Open open -> Decision.accept();
            case CaseCommand.AcceptCustody accept -> Handing.accept(state, accept);
            case CaseCommand.Decline decline -> Handing.decline(state, decline);
            case CaseCommand.CompleteStep complete -> Handing.complete(state, complete);
            case CaseCommand.Forward forward -> Handing.forward(state, forward);
            case CaseCommand.SendBack back -> Handing.sendBack(state, back);
            case CaseCommand.Succeed succeed -> Succession.decide(state, succeed);
            case CaseCommand.RecordStep record ->
                RecordedSteps.knownBefore(state.records(), record).orElseGet(() -> Handing.record(state, record));
            case CaseCommand.Claim claim -> Assigning.claim(state, claim);
            case CaseCommand.Assign assign -> Assigning.assign(state, assign);
            case CaseCommand.Release release -> Assigning.release(state, release);
            case CaseCommand.AskOpinion ask -> Opinions.ask(state, ask);
            case CaseCommand.GiveOpinion give -> Opinions.give(state, give);
            case CaseCommand.WithdrawOpinion withdraw -> Opinions.withdraw(state, withdraw);
            case CaseCommand.Draft draft -> Deciding.draft(state, draft);
            case CaseCommand.Sign sign -> Deciding.sign(state, sign);
            case CaseCommand.GiveNumber number -> Deciding.number(state, number);
            case CaseCommand.Issue issue -> Deciding.issue(state, issue);
            case CaseCommand.Correct correct -> Deciding.correct(state, correct);
            case CaseCommand.Finish finish -> Deciding.finish(state, finish);
            case CaseCommand.AskSupplement ask -> Waiting.supplement(state, ask);
            case CaseCommand.AskObligation ask -> Waiting.obligation(state, ask);
            case CaseCommand.AskPause ask -> Waiting.pause(state, ask);
            case CaseCommand.EndPause end -> Waiting.over(state, end);
            case CaseCommand.SignApology sign -> Apologies.sign(state, sign);
            case CaseCommand.ConsiderWithdrawal withdrawal -> Waiting.withdrawal(state, withdrawal);
            case CaseCommand.FollowClock follow -> Watch.follow(state, follow);
            case CaseCommand.TimeCame came -> Watch.timeCame(state, came);
        };
    }

    static Live opened(CaseEvent.Opened event) {
        Flow flow = new Flow(event.file().steps());
        return new Live(
                event.file(),
                Progress.atStartOf(flow),
                new Custody.Offered(flow.first().agency(), event.occurredAt(), null),
                false,
                Records.NONE,
                event.occurredAt(),
                null,
                Stay.FIRST.begun(event.occurredAt()),
                new LegalDue(event.file().dueAt(), null, null),
                Map.of(),
                Alarms.NONE);
    }

    static CaseState evolve(Live state, CaseEvent event) {
        Progress progress = state.progress();
        return switch (event) {
            case CaseEvent.CustodyAccepted e -> Handing.accepted(state, e);
            case CaseEvent.HandOverRefused e -> CaseState.NONE;
            case CaseEvent.HandOverDeclined e -> Handing.declined(state, e);
            case CaseEvent.StepCompleted e -> state.worked(progress.completed(e.step()), e.occurredAt());
            case CaseEvent.StepSkipped e -> state.worked(progress, e.occurredAt());
            case CaseEvent.Forwarded e ->
                Handing.moved(state, progress.movedTo(e.toStep()), e.from(), e.to(), e.occurredAt());
            case CaseEvent.SentBack e ->
                Handing.moved(state, progress.movedTo(e.toStep()), e.from(), e.to(), e.occurredAt());
            case CaseEvent.ResultCorrected e ->
                Handing.moved(state, progress.corrected(e.toStep()), e.from(), e.to(), e.occurredAt());
            case CaseEvent.AgencySucceeded e -> Succession.succeeded(state, e);
            case CaseEvent.Assigned e ->
                state.moved(progress, state.custody(), state.stay().with(e.officer()), e.occurredAt());
            case CaseEvent.Released e ->
                state.moved(progress, state.custody(), state.stay().with(null), e.occurredAt());
            case CaseEvent.OpinionAsked e -> Opinions.asked(state, e);
            case CaseEvent.OpinionGiven e -> Opinions.closed(state, e.opinionId(), Opinion.Status.GIVEN, e);
            case CaseEvent.OpinionWithdrawn e -> Opinions.closed(state, e.opinionId(), Opinion.Status.WITHDRAWN, e);
            case CaseEvent.ResultDrafted e ->
                state.worked(progress.drafted(new Progress.Draft(e.kind(), e.draftedBy())), e.occurredAt());
            case CaseEvent.ResultSigned e -> state.worked(progress.signed(), e.occurredAt());
            case CaseEvent.ResultNumbered e -> state.worked(progress.numbered(e.number()), e.occurredAt());
            case CaseEvent.ResultIssued e -> state.worked(progress.issued(e.number()), e.occurredAt());
            case CaseEvent.StepRecorded e -> state.recorded(state.records().with(e));
            case CaseEvent.Finished e -> state.ended(e.occurredAt());
            case CaseEvent.ClockFollowed e -> Watch.followed(state, e);
            case CaseEvent.AlarmRaised e -> state.raised(state.alarms().with(e));
            case CaseEvent.Escalated e -> state.raised(state.alarms().with(e));
            case CaseEvent.ApologyDrafted e -> state.raised(state.alarms().with(e));
            case CaseEvent.AnomalyRecorded e -> state;
            // What is asked of the dossier is the dossier's to record; nothing moves here.
            case CaseEvent.SupplementAsked e -> state;
            case CaseEvent.ObligationAsked e -> state;
            case CaseEvent.PauseAsked e -> state;
            case CaseEvent.PauseEnded e -> state;
            case CaseEvent.ApologySigned e -> state;
            case CaseEvent.WithdrawalRefused e -> state;
            case CaseEvent.WithdrawalGranted e -> state.ended(e.occurredAt());
            case CaseEvent.Opened e -> throw Case.misplaced(e);
        };
    }
}
