package vn.tthc.postal.scans;

import java.time.Instant;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.domain.ItemProblem;
import vn.tthc.postal.domain.ItemState;
import vn.tthc.postal.items.ItemReader;

/** Tells an item one scan, sealed. */
@Component
class ScanTelling {
    private final ItemReader items;
    private final SealedScans sealed;
    private final Commands commands;

    ScanTelling(ItemReader items, SealedScans sealed, Commands commands) {
        this.items = items;
        this.sealed = sealed;
        this.commands = commands;
    }

    /**
     * Records a scan.
     *
     * @param at when it is told
     * @param item what the item was when somebody last looked; it may know more scans by now
     * @throws vn.tthc.platform.web.Problem 409 when a scan of that id is known with another content
     */
    Outcome tell(Instant at, ScanRequest told, ItemState.Open item, StreamId stream, CommandContext context) {
        ItemCommand command = new ItemCommand.RecordScan(at, sealed.scan(told, item, stream, context.commandId()));
        Outcome outcome = commands.send(stream, command, context);
        // Two tellings at once seal the name twice and look different: asked again, the second finds the first's
        // commit.
        boolean conflict =
                outcome instanceof Outcome.Refused refused && refused.refusal().code() == ItemProblem.SCAN_CONFLICT;
        Outcome settled = conflict ? commands.send(stream, command, context) : outcome;
        if (settled instanceof Outcome.Done done && done.repeated() && item.find(told.scanId()) == null) {
            // Told since somebody looked, under the name this has too. A name is made of nothing that is sealed, so
            // only
            // what stands there now says whether it was told with the same recipient and code.
            sealed.scan(told, items.get(stream).state(), stream, context.commandId());
        }
        return settled;
    }
}
