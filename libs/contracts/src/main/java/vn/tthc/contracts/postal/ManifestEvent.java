package vn.tthc.contracts.postal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.EventType;
import vn.tthc.contracts.TthcEvent;

/**
 * A list of items that travel together from one postal point to another (bản kê). Stream {@code manifest-<manifestId>},
 * topic {@code tthc.postal}. Its items learn of it by scans of their own.
 */
public sealed interface ManifestEvent extends TthcEvent {

    /**
     * A list is begun.
     *
     * @param number what people call it
     * @param from postal point it leaves from
     * @param to postal point it goes to
     */
    @EventType("manifest.opened")
    record Opened(Instant occurredAt, String number, String from, String to) implements ManifestEvent {}

    /** Items were put on it, none of them there before. */
    @EventType("manifest.items-added")
    record ItemsAdded(Instant occurredAt, List<Entry> items) implements ManifestEvent {
        public ItemsAdded {
            items = List.copyOf(items);
        }
    }

    /** Nothing more goes on it. */
    @EventType("manifest.closed")
    record Closed(Instant occurredAt, int items) implements ManifestEvent {}

    /**
     * It left with whoever carries it.
     *
     * @param carrier number plate of the vehicle, or the mail route; never a person
     */
    @EventType("manifest.handed-over")
    record HandedOver(Instant occurredAt, String carrier) implements ManifestEvent {}

    /**
     * It arrived, and was compared with what came.
     *
     * @param arrived how many of its items came
     * @param missing items on it that did not come
     * @param unexpected what came and is not on it
     */
    @EventType("manifest.accepted")
    record Accepted(Instant occurredAt, int arrived, List<Entry> missing, List<Entry> unexpected)
            implements ManifestEvent {
        public Accepted {
            missing = List.copyOf(missing);
            unexpected = List.copyOf(unexpected);
        }
    }

    /**
     * An item by what is printed on it.
     *
     * @param identifier what is printed on it
     * @param itemId the item; null for what came and nobody here knows
     */
    record Entry(String identifier, @Nullable String itemId) {}
}
