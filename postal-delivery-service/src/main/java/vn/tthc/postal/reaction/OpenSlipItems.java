package vn.tthc.postal.reaction;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.consume.NotYet;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.reference.Destinations;
import vn.tthc.postal.reference.S10Identifiers;

/** Opens the item that brings the receipt slip to a citizen whose dossier came by post and was received. */
@Component
class OpenSlipItems implements Reaction {
    private static final String ROLE = "open-slip-item";
    private static final int FIRST_EVENTS = 10;

    private final Commands commands;
    private final ItemReader items;
    private final EventLog log;
    private final EventJson json;
    private final S10Identifiers identifiers;
    private final SealedCopies copies;
    private final Destinations destinations;

    OpenSlipItems(
            Commands commands,
            ItemReader items,
            EventLog log,
            EventJson json,
            S10Identifiers identifiers,
            SealedCopies copies,
            Destinations destinations) {
        this.commands = commands;
        this.items = items;
        this.log = log;
        this.json = json;
        this.identifiers = identifiers;
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
        StreamId item = StreamId.item(ItemReader.id(dossierId, Purpose.RECEIPT_SLIP, 1));
        if (items.find(item).isPresent()) {
            return; // told again; no identifier is spent on it
        }
        CommandContext context = CommandContext.reaction(
                "postal",
                new Cause(cause.stream(), cause.version(), ROLE),
                cause.correlation(),
                cause.origin(),
                cause.procedureVersion());
        String commandId = context.commandId();
        var address = copies.reply(taken.filing().replyAddress(), taken.envelope(), item, commandId);
        var addressee = copies.applicant(taken.filing().applicant(), taken.envelope(), item, commandId);
        String oneStop = reception.receiving().id();
        String identifier = identifiers
                .next(oneStop)
                .orElseThrow(() -> new NotYet("item identifiers of " + oneStop + " and the reserve are used up"));
        @Nullable String unit = taken.filing().replyUnit();
        Outcome outcome = commands.send(
                item,
                new ItemCommand.Open(
                        reception.occurredAt(),
                        dossierId,
                        Purpose.RECEIPT_SLIP,
                        1,
                        1,
                        identifier,
                        reception.code(),
                        reception.receiving(),
                        destinations.of(unit, address),
                        addressee),
                context);
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("the slip of " + cause.stream() + " could not be sent: " + outcome);
        }
    }
}
