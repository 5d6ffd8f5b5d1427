package vn.tthc.postal.label;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.reference.PostalPoint;
import vn.tthc.postal.reference.PostalPoints;

/**
 * Makes the label of an item; name and address are opened for it. A dossier from a citizen goes to the one-stop, whose
 * event tells it: there the citizen is the sender.
 */
@Component
class Labels {
    private static final int PAGE = 500;

    private final EventLog log;
    private final EventJson json;
    private final PersonVault vault;
    private final PostalPoints points;

    Labels(EventLog log, EventJson json, PersonVault vault, PostalPoints points) {
        this.log = log;
        this.json = json;
        this.vault = vault;
        this.points = points;
    }

    /** Where name and address stand: what is sealed is bound to the command of its event. */
    private record Places(@Nullable String opened, @Nullable String addressed) {}

    Label of(StreamId stream, ItemState.Open state) {
        PostalEvent.Opened item = state.item();
        Places places = places(stream);
        PostalEvent.DossierTaken taken = state.told().taken();
        if (taken != null) {
            return new Label(
                    item.identifier(),
                    item.dossierCode(),
                    open(taken.filing().applicant().name(), stream, places.opened(), "filing.applicant.name"),
                    point(state.givenAt()),
                    item.from().name(),
                    null,
                    point(item.office()),
                    part(item));
        }
        if (state.told().surrendered() != null) {
            // Who gave them is not told: the code of the dossier says whose they are.
            return new Label(
                    item.identifier(),
                    item.dossierCode(),
                    null,
                    point(state.givenAt()),
                    item.from().name(),
                    null,
                    point(item.office()),
                    part(item));
        }
        Party addressee = item.addressee();
        return new Label(
                item.identifier(),
                item.dossierCode(),
                item.from().name(),
                null,
                open(addressee == null ? null : addressee.name(), stream, places.opened(), "addressee.name"),
                open(item.toAddress(), stream, places.addressed(), "toAddress"),
                point(item.office()),
                part(item));
    }

    private static String part(PostalEvent.Opened item) {
        return item.ordinal() + " / " + item.of();
    }

    private @Nullable String point(@Nullable String id) {
        return id == null
                ? null
                : id + " " + points.find(id).map(PostalPoint::name).orElse("");
    }

    private @Nullable String open(@Nullable Sealed text, StreamId stream, @Nullable String commandId, String field) {
        return text == null || commandId == null
                ? null
                : vault.open(text, stream, commandId, field).orElse(null);
    }

    private Places places(StreamId stream) {
        String opened = null;
        String addressed = null;
        long from = 1;
        List<RecordedEvent> page;
        do {
            page = log.read(stream.toString(), from, PAGE);
            for (RecordedEvent recorded : page) {
                Envelope envelope = recorded.envelope();
                TthcEvent event = json.read(envelope.type(), envelope.revision(), recorded.data());
                if (event instanceof PostalEvent.Opened) {
                    opened = envelope.commandId();
                    addressed = opened;
                } else if (event instanceof PostalEvent.AddressChanged) {
                    addressed = envelope.commandId();
                }
            }
            from += page.size();
        } while (page.size() == PAGE);
        return new Places(opened, addressed);
    }
}
