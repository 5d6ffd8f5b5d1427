package vn.tthc.postal.reaction;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.postal.items.ItemReader;

/** What citizens gave to the post, by the dossier it was to become. */
@Component
class InboundFilings {
    private static final int FIRST_EVENTS = 10;

    private final EventLog log;
    private final EventJson json;

    InboundFilings(EventLog log, EventJson json) {
        this.log = log;
        this.json = json;
    }

    /** A filing, with the envelope it is sealed for. */
    record Taken(Filing filing, Envelope envelope) {}

    /** What the citizen gave to the post; empty for a dossier that came otherwise. */
    Optional<Taken> of(String dossierId) {
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
}
