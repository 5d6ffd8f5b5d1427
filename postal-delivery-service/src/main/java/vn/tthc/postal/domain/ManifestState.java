package vn.tthc.postal.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.ManifestEvent;
import vn.tthc.contracts.postal.ManifestEvent.Entry;

/** What is known of a manifest. */
public sealed interface ManifestState {
    /** Before it was begun. */
    ManifestState NONE = new None();

    /** There is no manifest (yet). */
    record None() implements ManifestState {}

    /** How far it has come. */
    enum Phase {
        /** Items are being put on it. */
        OPEN,
        /** Nothing more goes on it; it waits to be carried away. */
        CLOSED,
        /** On its way. */
        HANDED_OVER,
        /** Arrived and compared. */
        ACCEPTED
    }

    /**
     * A manifest there is.
     *
     * @param opened what it is
     * @param phase how far it has come
     * @param items what is on it, by what is printed on it, in the order in which it was put there
     * @param closed when it was closed
     * @param handedOver how it left
     * @param accepted how it arrived
     */
    record Known(
            ManifestEvent.Opened opened,
            Phase phase,
            Map<String, Entry> items,
            @Nullable Instant closed,
            ManifestEvent.@Nullable HandedOver handedOver,
            ManifestEvent.@Nullable Accepted accepted)
            implements ManifestState {

        static Known of(ManifestEvent.Opened opened) {
            return new Known(opened, Phase.OPEN, Map.of(), null, null, null);
        }

        Known with(List<Entry> more) {
            Map<String, Entry> all = new LinkedHashMap<>(items);
            more.forEach(entry -> all.putIfAbsent(entry.identifier(), entry));
            return new Known(opened, phase, all, closed, handedOver, accepted);
        }

        Known close(Instant at) {
            return new Known(opened, Phase.CLOSED, items, at, handedOver, accepted);
        }

        Known handOver(ManifestEvent.HandedOver event) {
            return new Known(opened, Phase.HANDED_OVER, items, closed, event, accepted);
        }

        Known accept(ManifestEvent.Accepted event) {
            return new Known(opened, Phase.ACCEPTED, items, closed, handedOver, event);
        }

        /** What is on it. */
        public Collection<Entry> entries() {
            return items.values();
        }

        /** Items that arrived: on the list and not missing, and what came besides and is known here. */
        public List<Entry> arrived() {
            ManifestEvent.Accepted event = accepted;
            if (event == null) {
                return List.of();
            }
            Map<String, Entry> all = new LinkedHashMap<>(items);
            event.missing().forEach(missing -> all.remove(missing.identifier()));
            event.unexpected().forEach(entry -> all.put(entry.identifier(), entry));
            return List.copyOf(all.values());
        }
    }
}
