package vn.tthc.postal.reaction;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.postal.reaction.ItemOpening.Addressed;
import vn.tthc.postal.reaction.ItemOpening.Contents;
import vn.tthc.postal.reference.Destinations;

/** Opens the item that brings the receipt slip to a citizen whose dossier came by post and was received. */
@Component
class OpenSlipItems implements Reaction {
    private static final String ROLE = "open-slip-item";

    private final ItemOpening opening;
    private final InboundFilings inbound;
    private final SealedCopies copies;
    private final Destinations destinations;

    OpenSlipItems(ItemOpening opening, InboundFilings inbound, SealedCopies copies, Destinations destinations) {
        this.opening = opening;
        this.inbound = inbound;
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
        if (received.event() instanceof DossierEvent.Received reception) {
            String dossierId = StreamId.parse(received.envelope().stream()).id();
            inbound.of(dossierId).ifPresent(taken -> open(received.envelope(), reception, dossierId, taken));
        }
    }

    private void open(Envelope cause, DossierEvent.Received reception, String dossierId, InboundFilings.Taken taken) {
        Filing filing = taken.filing();
        opening.open(
                cause,
                ROLE,
                new Contents(
                        reception.occurredAt(),
                        dossierId,
                        Purpose.RECEIPT_SLIP,
                        1,
                        1,
                        reception.code(),
                        reception.receiving()),
                (item, commandId) -> new Addressed(
                        destinations.of(
                                filing.replyUnit(),
                                copies.reply(filing.replyAddress(), taken.envelope(), item, commandId)),
                        copies.applicant(filing.applicant(), taken.envelope(), item, commandId)));
    }
}
