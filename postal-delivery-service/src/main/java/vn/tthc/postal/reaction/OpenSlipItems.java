package vn.tthc.postal.reaction;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.reaction.ItemOpening.Addressed;
import vn.tthc.postal.reaction.ItemOpening.Contents;
import vn.tthc.postal.reference.Destinations;

/** Opens the item that brings the receipt slip to a citizen whose dossier came by post and was received. */
@Component
class OpenSlipItems implements Reaction {
    private static final String ROLE = "open-slip-item";
    private static final int FIRST_EVENTS = 10;

    private final ItemOpening opening;
    private final EventLog log;
    private final EventJson json;
    private final SealedCopies copies;
    private final Destinations destinations;

    OpenSlipItems(ItemOpening opening, EventLog log, EventJson json, SealedCopies copies, Destinations destinations) {
        this.opening = opening;
        this.log = log;
        this.json = json;
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
            taken(dossierId).ifPresent(taken -> open(received.envelope(), reception, dossierId, taken));
        }
    }

    private record Taken(Filing filing, Envelope envelope) {}

    /** What the citizen gave to the post; empty for a dossier that came otherwise. */
    private Optional<Taken> taken(String dossierId) {
        StreamId inbound = StreamId.item(ItemReader.id(dossierId, Purpose.INBOUND_DOSSIER, 1));
        for (RecordedEvent recorded : log.read(inbound.toString(), 1, FIRST_EVENTS)) {
            Envelope envelope = recorded.envelope();
            TthcEvent event = json.read(envelope.type(), envelope.revision(), recorded.data());
            if (event instanceof PostalEvent.DossierTaken taken) {
                return Optional.of(new Taken(taken.filing(), envelope));
            }
        }
        return Optional.empty();
    }

    private void open(Envelope cause, DossierEvent.Received reception, String dossierId, Taken taken) {
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
