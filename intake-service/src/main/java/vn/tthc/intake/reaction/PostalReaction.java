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
        String itemId = StreamId.parse(received.envelope().stream()).id();
        switch (received.event()) {
            case PostalEvent.Delivered e
            when e.purpose() == Purpose.RESULT ->
                recorder.record(
                        received,
                        e.dossierId(),
                        new DossierCommand.RecordItemDelivered(e.occurredAt(), itemId, e.ordinal(), e.of()));
            case PostalEvent.Returned e
            when e.purpose() == Purpose.RESULT ->
                recorder.record(received, e.dossierId(), new DossierCommand.RecordOffThePost(e.occurredAt(), itemId));
            case PostalEvent.Cancelled e
            when e.purpose() == Purpose.RESULT ->
                recorder.record(received, e.dossierId(), new DossierCommand.RecordOffThePost(e.occurredAt(), itemId));
            default -> {
                // where the item is says nothing about the dossier yet
            }
        }
    }
}
