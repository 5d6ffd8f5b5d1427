package vn.tthc.postal.reaction;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.postal.reaction.ItemOpening.Addressed;
import vn.tthc.postal.reaction.ItemOpening.Contents;
import vn.tthc.postal.reference.Destinations;

/** Opens the item that carries a result which the one-stop has accepted and the applicant wants by post. */
@Component
class OpenResultItems implements Reaction {
    private static final String ROLE = "open-result-item";

    private final ItemOpening opening;
    private final SealedCopies copies;
    private final Destinations destinations;

    OpenResultItems(ItemOpening opening, SealedCopies copies, Destinations destinations) {
        this.opening = opening;
        this.copies = copies;
        this.destinations = destinations;
    }

    @Override
    public String name() {
        return ROLE;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.DOSSIER);
    }

    @Override
    public void react(ReceivedEvent received) {
        if (received.event() instanceof DossierEvent.ResultAccepted accepted
                && accepted.returnWish().way() == ReturnWay.POST) {
            open(received.envelope(), accepted);
        }
    }

    private void open(Envelope cause, DossierEvent.ResultAccepted accepted) {
        ReturnWish wish = accepted.returnWish();
        opening.open(
                cause,
                ROLE,
                new Contents(
                        accepted.occurredAt(),
                        StreamId.parse(cause.stream()).id(),
                        Purpose.RESULT,
                        1,
                        1,
                        accepted.code(),
                        accepted.oneStop()),
                (item, commandId) -> new Addressed(
                        destinations.of(wish.unit(), copies.address(wish.address(), cause, item, commandId)),
                        copies.addressee(accepted.addressee(), cause, item, commandId)));
    }
}
