package vn.tthc.postal.reaction;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.reaction.ItemOpening.Addressed;
import vn.tthc.postal.reaction.ItemOpening.Contents;
import vn.tthc.postal.reference.Destinations;

/** Opens the other items when the first is split; each tells how many they are when it is delivered. */
@Component
class OpenFurtherItems implements Reaction {
    private static final String ROLE = "open-further-items";
    private static final int PAGE = 500;

    private final ItemOpening opening;
    private final EventLog log;
    private final EventJson json;
    private final SealedCopies copies;
    private final Destinations destinations;

    OpenFurtherItems(
            ItemOpening opening, EventLog log, EventJson json, SealedCopies copies, Destinations destinations) {
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
        return Set.of(Topics.POSTAL);
    }

    @Override
    public void react(ReceivedEvent received) {
        if (!(received.event() instanceof PostalEvent.Split split)) {
            return;
        }
        Source source = source(received.envelope());
        for (int ordinal = 2; ordinal <= split.of(); ordinal++) {
            open(received.envelope(), split, source, ordinal);
        }
    }

    /** The first item's opening and the last address it had when it was split, with the envelopes they are sealed for. */
    private record Source(
            PostalEvent.Opened opened,
            Envelope openedIn,
            @Nullable Sealed address,
            Envelope addressIn,
            ItemCommand.Destination to) {}

    private Source source(Envelope split) {
        List<RecordedEvent> events = log.read(split.stream(), 1, PAGE);
        Source source = null;
        for (RecordedEvent recorded : events) {
            Envelope envelope = recorded.envelope();
            if (envelope.version() >= split.version()) {
                break;
            }
            TthcEvent event = json.read(envelope.type(), envelope.revision(), recorded.data());
            if (event instanceof PostalEvent.Opened e) {
                source = new Source(e, envelope, e.toAddress(), envelope, destinations.of(e.toUnit(), null));
            } else if (source != null && event instanceof PostalEvent.AddressChanged e) {
                source = new Source(
                        source.opened(), source.openedIn(), e.toAddress(), envelope, destinations.of(e.toUnit(), null));
            }
        }
        if (source == null) {
            throw new IllegalStateException(split.stream() + " was split and never opened");
        }
        return source;
    }

    private void open(Envelope cause, PostalEvent.Split split, Source source, int ordinal) {
        PostalEvent.Opened first = source.opened();
        opening.open(
                cause,
                ROLE + "-" + ordinal,
                new Contents(
                        split.occurredAt(),
                        first.dossierId(),
                        first.purpose(),
                        ordinal,
                        split.of(),
                        first.dossierCode(),
                        first.from()),
                (item, commandId) -> new Addressed(
                        new ItemCommand.Destination(
                                source.to().unit(),
                                copies.sameAddress(source.address(), source.addressIn(), item, commandId),
                                source.to().office(),
                                source.to().retentionDays()),
                        copies.addressee(first.addressee(), source.openedIn(), item, commandId)));
    }
}
