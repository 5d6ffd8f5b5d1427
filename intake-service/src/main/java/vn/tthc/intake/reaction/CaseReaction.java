package vn.tthc.intake.reaction;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.intake.clock.ClockRuleBook;
import vn.tthc.intake.domain.ClockCommand;
import vn.tthc.intake.domain.ClockRules;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.domain.WithdrawalCommand;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;

/** What the case tells: refused, begun, waiting, withdrawn, finished. Everything else of its work is not the dossier's. */
@Component
class CaseReaction implements Reaction {
    private final Recorder recorder;
    private final Dossiers dossiers;
    private final ClockRuleBook rules;

    CaseReaction(Recorder recorder, Dossiers dossiers, ClockRuleBook rules) {
        this.recorder = recorder;
        this.dossiers = dossiers;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "intake-case";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CASE);
    }

    @Override
    public void react(ReceivedEvent received) {
        TthcEvent event = received.event();
        if (!(event instanceof CaseEvent told)) {
            return;
        }
        String dossierId = StreamId.parse(received.envelope().stream()).id();
        switch (told) {
            case CaseEvent.HandOverRefused refused ->
                recorder.record(
                        received,
                        dossierId,
                        new DossierCommand.RecordHandOverRefused(
                                refused.occurredAt(), refused.agency(), refused.code(), refused.reason()));
            case CaseEvent.CustodyAccepted accepted -> {
                if (accepted.first()) {
                    recorder.record(
                            received,
                            dossierId,
                            new DossierCommand.RecordProcessingStarted(accepted.occurredAt(), accepted.agency()));
                }
            }
            case CaseEvent.Finished finished ->
                recorder.record(
                        received,
                        dossierId,
                        new DossierCommand.RecordProcessingEnded(
                                finished.occurredAt(), finished.resultNumber(), rules(dossierId)));
            case CaseEvent.SupplementAsked asked ->
                ask(
                        received,
                        dossierId,
                        new ClockCommand.RequestSupplement(
                                asked.occurredAt(), asked.agency(), asked.request(), asked.leave(), rules(dossierId)));
            case CaseEvent.ObligationAsked asked ->
                ask(
                        received,
                        dossierId,
                        new ClockCommand.RequestObligation(
                                asked.occurredAt(), asked.agency(), asked.obligation(), rules(dossierId)));
            case CaseEvent.PauseAsked asked ->
                ask(
                        received,
                        dossierId,
                        new ClockCommand.StopClock(
                                asked.occurredAt(), asked.agency(), asked.reason(), asked.note(), rules(dossierId)));
            case CaseEvent.PauseEnded ended -> ask(received, dossierId, end(ended, rules(dossierId)));
            case CaseEvent.WithdrawalGranted granted ->
                recorder.record(
                        received,
                        dossierId,
                        new WithdrawalCommand.RecordWithdrawalGranted(
                                granted.occurredAt(), granted.agency(), rules(dossierId)));
            case CaseEvent.WithdrawalRefused refused ->
                recorder.record(
                        received,
                        dossierId,
                        new WithdrawalCommand.RecordWithdrawalRefused(
                                refused.occurredAt(), refused.code(), refused.reason()));
            case CaseEvent.ApologySigned signed ->
                ask(
                        received,
                        dossierId,
                        new ClockCommand.Extend(
                                signed.occurredAt(),
                                signed.agency(),
                                signed.promisedAt(),
                                signed.reason(),
                                signed.signer(),
                                rules(dossierId)));
            case CaseEvent.Opened opened -> {}
            case CaseEvent.StepCompleted completed -> {}
            case CaseEvent.Forwarded forwarded -> {}
            case CaseEvent.SentBack sentBack -> {}
            case CaseEvent.StepRecorded step -> {}
            case CaseEvent.ResultSigned signed -> {}
            case CaseEvent.ResultIssued issued -> {}
            case CaseEvent.HandOverDeclined declined -> {}
            case CaseEvent.AgencySucceeded succeeded -> {}
            case CaseEvent.StepSkipped skipped -> {}
            case CaseEvent.Assigned assigned -> {}
            case CaseEvent.Released released -> {}
            case CaseEvent.OpinionAsked asked -> {}
            case CaseEvent.OpinionGiven given -> {}
            case CaseEvent.OpinionWithdrawn withdrawn -> {}
            case CaseEvent.ResultDrafted drafted -> {}
            case CaseEvent.ResultNumbered numbered -> {}
            case CaseEvent.ResultCorrected corrected -> {}
            case CaseEvent.ClockFollowed followed -> {}
            case CaseEvent.AlarmRaised raised -> {}
            case CaseEvent.Escalated escalated -> {}
            case CaseEvent.ApologyDrafted apology -> {}
            case CaseEvent.AnomalyRecorded anomaly -> {}
        }
    }

    /** What is asked may be refused by a rule; the answer to that is an event of the dossier. */
    private void ask(ReceivedEvent received, String dossierId, ClockCommand asked) {
        recorder.record(received, dossierId, new DossierCommand.RecordAsked(asked));
    }

    private static ClockCommand end(CaseEvent.PauseEnded ended, ClockRules rules) {
        return switch (ended.reason()) {
            case SUPPLEMENT -> new ClockCommand.ReceiveSupplement(ended.occurredAt(), ended.agency(), rules);
            case FINANCIAL_OBLIGATION ->
                new ClockCommand.MeetObligation(ended.occurredAt(), ended.agency(), ended.note(), rules);
            case TAX_DETERMINATION,
                    PUBLIC_POSTING,
                    APPRAISAL,
                    OPINION,
                    VIOLATION_HANDLING,
                    INHERITANCE_DIVISION,
                    OTHER_LISTED ->
                new ClockCommand.ResumeClock(ended.occurredAt(), ended.agency(), ended.reason(), ended.note(), rules);
        };
    }

    private ClockRules rules(String dossierId) {
        return rules.of(dossiers.find(dossierId).procedure());
    }
}
