package vn.tthc.postal.reaction;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.postal.ManifestEvent;
import vn.tthc.contracts.postal.ManifestEvent.Entry;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.postal.SideBySide;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.domain.ManifestState;
import vn.tthc.postal.items.ItemReader;
import vn.tthc.postal.manifests.ManifestReader;

/**
 * Tells the items of a manifest where they are: gone from its point when it is handed over, and come to the other when it
 * is accepted there. Each item is told by a scan of its own, so that its way stays a function of its scans; whether it goes
 * there or back follows from them all.
 */
@Component
class ScanManifests implements Reaction {
    private static final String ROLE = "scan-manifests";

    private final Commands commands;
    private final ItemReader items;
    private final ManifestReader manifests;

    ScanManifests(Commands commands, ItemReader items, ManifestReader manifests) {
        this.commands = commands;
        this.items = items;
        this.manifests = manifests;
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
        if (!(received.event() instanceof ManifestEvent event)) {
            return;
        }
        switch (event) {
            case ManifestEvent.HandedOver over -> {
                ManifestState.Known manifest = manifest(received.envelope());
                tell(received.envelope(), manifest.opened().from(), over.occurredAt(), "out", manifest.entries());
            }
            case ManifestEvent.Accepted accepted -> {
                ManifestState.Known manifest = manifest(received.envelope());
                tell(received.envelope(), manifest.opened().to(), accepted.occurredAt(), "in", manifest.arrived());
            }
            case ManifestEvent.Opened opened -> {}
            case ManifestEvent.ItemsAdded added -> {}
            case ManifestEvent.Closed closed -> {}
        }
    }

    private ManifestState.Known manifest(Envelope envelope) {
        return manifests
                .upTo(StreamId.parse(envelope.stream()), envelope.version())
                .orElseThrow(() -> new IllegalStateException(envelope.stream() + " was never opened"));
    }

    private void tell(Envelope cause, String point, Instant at, String way, Collection<Entry> entries) {
        List<Callable<Outcome>> work = new ArrayList<>();
        for (Entry entry : entries) {
            String itemId = entry.itemId();
            if (itemId != null) {
                work.add(() -> tell(cause, point, at, way, StreamId.item(itemId)));
            }
        }
        SideBySide.all(ROLE, work);
    }

    private Outcome tell(Envelope cause, String point, Instant at, String way, StreamId item) {
        String manifest = cause.stream();
        Scan scan = new Scan(
                manifest + "-" + way, kind(item, point, way), at, point, manifest, cause.version(), null, null, null);
        CommandContext context = CommandContext.reaction(
                "postal",
                new Cause(manifest, cause.version(), ROLE),
                cause.correlation(),
                cause.origin(),
                cause.procedureVersion());
        // When it was told, not now: one more retry must not make of it what the first would not have.
        Outcome outcome = commands.send(item, new ItemCommand.RecordScan(cause.recordedAt(), scan), context);
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(item + " was not told of " + manifest + ": " + outcome);
        }
        return outcome;
    }

    private ScanKind kind(StreamId item, String point, String way) {
        boolean there = way.equals("in")
                && items.find(item)
                        .map(loaded -> point.equals(loaded.state().item().office()))
                        .orElse(false);
        return there ? ScanKind.AT_DELIVERY_OFFICE : ScanKind.IN_TRANSIT;
    }
}
