package vn.tthc.intake.reaction;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;

/** What the case tells: refused, begun, finished. Everything else of its work is not the dossier's. */
@Component
class CaseReaction implements Reaction {
    private final Recorder recorder;

    CaseReaction(Recorder recorder) {
        this.recorder = recorder;
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
                        new DossierCommand.RecordProcessingEnded(finished.occurredAt(), finished.resultNumber()));
            case CaseEvent.Opened opened -> {}
            case CaseEvent.StepCompleted completed -> {}
            case CaseEvent.Forwarded forwarded -> {}
            case CaseEvent.SentBack sentBack -> {}
            case CaseEvent.StepRecorded step -> {}
            case CaseEvent.ResultSigned signed -> {}
            case CaseEvent.ResultIssued issued -> {}
            case CaseEvent.AnomalyRecorded anomaly -> {}
        }
    }
}
