package vn.tthc.postal.reaction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.consume.NotYet;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.reference.S10Identifiers;

/** Opens an item because of an event, once, under the next identifier of the one-stop it leaves from. */
@Component
class ItemOpening {
    private final Commands commands;
    private final ItemReader items;
    private final S10Identifiers identifiers;

    ItemOpening(Commands commands, ItemReader items, S10Identifiers identifiers) {
        this.commands = commands;
        this.items = items;
        this.identifiers = identifiers;
    }

    /** What an item is. */
    record Contents(
            Instant at, String dossierId, Purpose purpose, int ordinal, int of, String dossierCode, AgencyRef from) {}

    /** Where it goes, sealed for it. */
    record Addressed(ItemCommand.Destination to, @Nullable Party addressee) {}

    /** Says where an item goes. */
    @FunctionalInterface
    interface Addressing {
        /**
         * Seals it for the command that opens the item.
         *
         * @throws NotYet while a person's key has not arrived
         */
        Addressed of(StreamId item, String commandId);
    }

    /**
     * Opens it; when it is open already nothing happens, and no identifier is spent on it.
     *
     * @param cause the event
     * @param role who answers the event: one of a role opens one item
     * @throws NotYet while a person's key has not arrived, or identifiers are used up
     */
    void open(Envelope cause, String role, Contents contents, Addressing addressing) {
        StreamId item = StreamId.item(ItemReader.id(contents.dossierId(), contents.purpose(), contents.ordinal()));
        if (items.find(item).isPresent()) {
            return;
        }
        CommandContext context = CommandContext.reaction(
                "postal",
                new Cause(cause.stream(), cause.version(), role),
                cause.correlation(),
                cause.origin(),
                cause.procedureVersion());
        Addressed addressed = addressing.of(item, context.commandId()); // first: it may have to wait
        String oneStop = contents.from().id();
        String identifier = identifiers
                .next(oneStop)
                .orElseThrow(() -> new NotYet("item identifiers of " + oneStop + " and the reserve are used up"));
        Outcome outcome = commands.send(
                item,
                new ItemCommand.Open(
                        contents.at(),
                        contents.dossierId(),
                        contents.purpose(),
                        contents.ordinal(),
                        contents.of(),
                        identifier,
                        contents.dossierCode(),
                        contents.from(),
                        addressed.to(),
                        addressed.addressee()),
                context);
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(item + " of " + cause.stream() + " could not be opened: " + outcome);
        }
    }
}
