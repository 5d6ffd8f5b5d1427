package vn.tthc.postal.reaction;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.consume.NotYet;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.reference.Destinations;
import vn.tthc.postal.reference.S10Identifiers;

/** Opens the item that carries a result which the one-stop has accepted and the applicant wants by post. */
@Component
class OpenResultItems implements Reaction {
    private static final String ROLE = "open-result-item";

    private final Commands commands;
    private final ItemReader items;
    private final S10Identifiers identifiers;
    private final SealedCopies copies;
    private final Destinations destinations;

    OpenResultItems(
            Commands commands,
            ItemReader items,
            S10Identifiers identifiers,
            SealedCopies copies,
            Destinations destinations) {
        this.commands = commands;
        this.items = items;
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
        if (received.event() instanceof DossierEvent.ResultAccepted accepted
                && accepted.returnWish().way() == ReturnWay.POST) {
            open(received.envelope(), accepted);
        }
    }

    private void open(Envelope cause, DossierEvent.ResultAccepted accepted) {
        String dossierId = StreamId.parse(cause.stream()).id();
        StreamId item = StreamId.item(ItemReader.id(dossierId, Purpose.RESULT, 1));
        if (items.find(item).isPresent()) {
            return; // told again; no identifier is spent on it
        }
        CommandContext context = CommandContext.reaction(
                "postal",
                new Cause(cause.stream(), cause.version(), ROLE),
                cause.correlation(),
                cause.origin(),
                cause.procedureVersion());
        Outcome outcome = commands.send(item, command(cause, accepted, dossierId, item, context), context);
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("the item of " + cause.stream() + " could not be opened: " + outcome);
        }
    }

    private ItemCommand command(
            Envelope cause,
            DossierEvent.ResultAccepted accepted,
            String dossierId,
            StreamId item,
            CommandContext context) {
        var address = copies.address(accepted.returnWish().address(), cause, item, context.commandId());
        var addressee = copies.addressee(accepted.addressee(), cause, item, context.commandId());
        String oneStop = accepted.oneStop().id();
        String identifier = identifiers
                .next(oneStop)
                .orElseThrow(() -> new NotYet("item identifiers of " + oneStop + " and the reserve are used up"));
        return new ItemCommand.Open(
                accepted.occurredAt(),
                dossierId,
                Purpose.RESULT,
                1,
                1,
                identifier,
                accepted.code(),
                accepted.oneStop(),
                destinations.of(accepted.returnWish().unit(), address),
                addressee);
    }
}
