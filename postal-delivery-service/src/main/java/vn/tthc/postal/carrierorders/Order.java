package vn.tthc.postal.carrierorders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item's order at its carrier. Names and addresses are not in it: they are read from the item when it is sent.
 *
 * @param itemId the item, and the id of the order
 * @param dossierId its dossier
 * @param carrier who is to carry it
 * @param wanted version of the item's last event the carrier has to know of
 * @param sent the last one it has
 * @param state how it stands
 * @param attempts how often in a row it was sent, or asked about, in vain
 * @param nextAt when it is sent or asked about next; for one that waits for a person since when it does
 * @param number the number the carrier knows the item by
 * @param why why it waits for a person
 */
public record Order(
        String itemId,
        String dossierId,
        String carrier,
        long wanted,
        long sent,
        State state,
        int attempts,
        Instant nextAt,
        @Nullable String number,
        @Nullable String why) {

    /** How an order stands. */
    public enum State {
        /** To be sent. */
        WAITING,
        /** The carrier has it; asked about when the item is not heard of. */
        PLACED,
        /** Left to a person. */
        PARKED,
        /** Nothing more is to be done: delivered, back, or never sent. */
        ENDED
    }

    static Order of(String itemId, String dossierId, String carrier, long version, Instant now) {
        return new Order(itemId, dossierId, carrier, version, 0, State.WAITING, 0, now, null, null);
    }

    /** Something changed that the carrier has to know. */
    Order changed(long version, Instant now) {
        return version <= wanted
                ? this
                : new Order(itemId, dossierId, carrier, version, sent, State.WAITING, 0, now, number, null);
    }

    /** The carrier has it as it was at a version. */
    Order placed(long version, String known, Instant next) {
        return new Order(itemId, dossierId, carrier, wanted, version, State.PLACED, 0, next, known, null);
    }

    /** In vain once more. */
    public Order again(Instant next, String reason) {
        return new Order(itemId, dossierId, carrier, wanted, sent, state, attempts + 1, next, number, reason);
    }

    /** Somebody has heard of the item. */
    public Order heard(Instant next) {
        return new Order(itemId, dossierId, carrier, wanted, sent, state, 0, next, number, null);
    }

    /** Left to a person. */
    public Order parked(Instant now, String reason) {
        return new Order(itemId, dossierId, carrier, wanted, sent, State.PARKED, attempts, now, number, reason);
    }

    /** Sent again from the start. */
    public Order anew(Instant now) {
        return new Order(itemId, dossierId, carrier, wanted, sent, State.WAITING, 0, now, number, null);
    }

    /** Nothing more to do. */
    public Order ended(Instant now) {
        return new Order(itemId, dossierId, carrier, wanted, sent, State.ENDED, 0, now, number, null);
    }
}
