package vn.tthc.postal.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.ManifestEvent;
import vn.tthc.contracts.postal.ManifestEvent.Entry;

/** The manifest (bản kê): what travels together from one point to another, and what of it arrived. */
public final class Manifest {
    /** So many items go on one. */
    public static final int MOST_ITEMS = 2_000;

    private Manifest() {}

    /** What follows from a command, or why it may not be. */
    public static Decision<ManifestEvent> decide(ManifestState state, ManifestCommand command) {
        return switch (state) {
            case ManifestState.None none ->
                switch (command) {
                    case ManifestCommand.Open open ->
                        Decision.accept(new ManifestEvent.Opened(open.at(), open.number(), open.from(), open.to()));
                    case ManifestCommand.Add add -> Decision.refuse(ManifestProblem.NO_SUCH_MANIFEST);
                    case ManifestCommand.Close close -> Decision.refuse(ManifestProblem.NO_SUCH_MANIFEST);
                    case ManifestCommand.HandOver over -> Decision.refuse(ManifestProblem.NO_SUCH_MANIFEST);
                    case ManifestCommand.Accept accept -> Decision.refuse(ManifestProblem.NO_SUCH_MANIFEST);
                };
            case ManifestState.Known manifest ->
                switch (command) {
                    case ManifestCommand.Open open -> Decision.accept();
                    case ManifestCommand.Add add -> add(manifest, add);
                    case ManifestCommand.Close close -> close(manifest, close);
                    case ManifestCommand.HandOver over -> handOver(manifest, over);
                    case ManifestCommand.Accept accept -> accept(manifest, accept);
                };
        };
    }

    /** The state after an event. */
    public static ManifestState evolve(ManifestState state, ManifestEvent event) {
        return switch (state) {
            case ManifestState.None none -> {
                if (event instanceof ManifestEvent.Opened opened) {
                    yield ManifestState.Known.of(opened);
                }
                throw misplaced(event);
            }
            case ManifestState.Known manifest ->
                switch (event) {
                    case ManifestEvent.Opened opened -> throw misplaced(event);
                    case ManifestEvent.ItemsAdded added -> manifest.with(added.items());
                    case ManifestEvent.Closed closed -> manifest.close(closed.occurredAt());
                    case ManifestEvent.HandedOver over -> manifest.handOver(over);
                    case ManifestEvent.Accepted accepted -> manifest.accept(accepted);
                };
        };
    }

    /** What is on it already is left out: a scan told again adds nothing. */
    private static Decision<ManifestEvent> add(ManifestState.Known manifest, ManifestCommand.Add command) {
        Map<String, Entry> more = new LinkedHashMap<>();
        command.items().stream()
                .filter(entry -> !manifest.items().containsKey(entry.identifier()))
                .forEach(entry -> more.putIfAbsent(entry.identifier(), entry));
        if (more.isEmpty()) {
            return Decision.accept();
        }
        if (manifest.phase() != ManifestState.Phase.OPEN) {
            return Decision.refuse(ManifestProblem.MANIFEST_CLOSED);
        }
        if (manifest.items().size() + more.size() > MOST_ITEMS) {
            return Decision.refuse(
                    ManifestProblem.MANIFEST_FULL, "items", Map.of("most", Integer.toString(MOST_ITEMS)));
        }
        return Decision.accept(new ManifestEvent.ItemsAdded(command.at(), List.copyOf(more.values())));
    }

    private static Decision<ManifestEvent> close(ManifestState.Known manifest, ManifestCommand.Close command) {
        if (manifest.phase() != ManifestState.Phase.OPEN) {
            return Decision.accept();
        }
        return manifest.items().isEmpty()
                ? Decision.refuse(ManifestProblem.MANIFEST_EMPTY)
                : Decision.accept(
                        new ManifestEvent.Closed(command.at(), manifest.items().size()));
    }

    private static Decision<ManifestEvent> handOver(ManifestState.Known manifest, ManifestCommand.HandOver command) {
        return switch (manifest.phase()) {
            case OPEN -> Decision.refuse(ManifestProblem.MANIFEST_NOT_CLOSED);
            case CLOSED -> Decision.accept(new ManifestEvent.HandedOver(command.at(), command.carrier()));
            case HANDED_OVER -> Decision.refuse(ManifestProblem.MANIFEST_HANDED_OVER);
            case ACCEPTED -> Decision.refuse(ManifestProblem.MANIFEST_ACCEPTED);
        };
    }

    private static Decision<ManifestEvent> accept(ManifestState.Known manifest, ManifestCommand.Accept command) {
        return switch (manifest.phase()) {
            case OPEN, CLOSED -> Decision.refuse(ManifestProblem.MANIFEST_NOT_HANDED_OVER);
            case HANDED_OVER -> Decision.accept(compared(manifest, command));
            case ACCEPTED -> Decision.refuse(ManifestProblem.MANIFEST_ACCEPTED);
        };
    }

    /** The missing and the unexpected, each named once, the missing in the order of the list. */
    private static ManifestEvent compared(ManifestState.Known manifest, ManifestCommand.Accept command) {
        Map<String, Entry> came = new LinkedHashMap<>();
        command.came().forEach(entry -> came.putIfAbsent(entry.identifier(), entry));
        List<Entry> missing = new ArrayList<>();
        for (Entry entry : manifest.entries()) {
            if (came.remove(entry.identifier()) == null) {
                missing.add(entry);
            }
        }
        int arrived = manifest.items().size() - missing.size();
        return new ManifestEvent.Accepted(command.at(), arrived, missing, List.copyOf(came.values()));
    }

    private static IllegalStateException misplaced(ManifestEvent event) {
        return new IllegalStateException(
                "cannot happen to a manifest here: " + event.getClass().getSimpleName());
    }
}
