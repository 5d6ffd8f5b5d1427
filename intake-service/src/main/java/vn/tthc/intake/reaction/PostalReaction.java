package vn.tthc.intake.reaction;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;

/** What the post tells: a result was delivered with proof. Slips and surrendered papers never close a dossier. */
@Component
class PostalReaction implements Reaction {
    private final Recorder recorder;

    PostalReaction(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public String name() {
        return "intake-postal";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.POSTAL);
    }

    @Override
    public void react(ReceivedEvent received) {
        if (received.event() instanceof PostalEvent.Delivered delivered && delivered.purpose() == Purpose.RESULT) {
            String itemId = StreamId.parse(received.envelope().stream()).id();
            recorder.record(
                    received,
                    delivered.dossierId(),
                    new DossierCommand.RecordItemDelivered(
                            delivered.occurredAt(), itemId, delivered.ordinal(), delivered.of()));
        }
    }
}
