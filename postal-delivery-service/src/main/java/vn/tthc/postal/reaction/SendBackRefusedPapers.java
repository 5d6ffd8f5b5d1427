package vn.tthc.postal.reaction;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.reaction.ItemOpening.Addressed;
import vn.tthc.postal.reaction.ItemOpening.Contents;
import vn.tthc.postal.reference.Destinations;

/** Tells the item of a dossier that could not be filed why, and opens the one that brings its papers back. */
@Component
class SendBackRefusedPapers implements Reaction {
    private static final String ROLE = "send-back-refused-papers";

    private final ItemOpening opening;
    private final InboundFilings inbound;
    private final SealedCopies copies;
    private final Destinations destinations;
    private final Commands commands;

    SendBackRefusedPapers(
            ItemOpening opening,
            InboundFilings inbound,
            SealedCopies copies,
            Destinations destinations,
            Commands commands) {
        this.opening = opening;
        this.inbound = inbound;
        this.copies = copies;
        this.destinations = destinations;
        this.commands = commands;
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
        if (received.event() instanceof DossierEvent.PostedRefused refused) {
            String dossierId = StreamId.parse(received.envelope().stream()).id();
            InboundFilings.Taken taken = inbound.of(dossierId)
                    .orElseThrow(() -> new IllegalStateException(
                            received.envelope().stream() + " was refused and the post never took it"));
            tell(received.envelope(), refused, dossierId);
            sendBack(received.envelope(), refused, dossierId, taken);
        }
    }

    private void tell(Envelope cause, DossierEvent.PostedRefused refused, String dossierId) {
        StreamId item = StreamId.item(ItemReader.id(dossierId, Purpose.INBOUND_DOSSIER, 1));
        CommandContext context = CommandContext.reaction(
                "postal",
                new Cause(cause.stream(), cause.version(), ROLE),
                cause.correlation(),
                cause.origin(),
                cause.procedureVersion());
        Outcome outcome = commands.send(
                item,
                new ItemCommand.RecordFilingRefused(
                        refused.occurredAt(), refused.code(), refused.reason(), refused.reasonEn()),
                context);
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(item + " was not told of " + cause.stream() + ": " + outcome);
        }
    }

    private void sendBack(
            Envelope cause, DossierEvent.PostedRefused refused, String dossierId, InboundFilings.Taken taken) {
        Filing filing = taken.filing();
        opening.open(
                cause,
                ROLE,
                new Contents(refused.occurredAt(), dossierId, Purpose.REFUSED_PAPERS, 1, 1, "", refused.oneStop()),
                (item, commandId) -> new Addressed(
                        destinations.of(
                                filing.replyUnit(),
                                copies.reply(filing.replyAddress(), taken.envelope(), item, commandId)),
                        copies.applicant(filing.applicant(), taken.envelope(), item, commandId)));
    }
}
