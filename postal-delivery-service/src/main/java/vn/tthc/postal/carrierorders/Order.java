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
 * @param why why it waits for a person, or was in vain last
 * @param reach whether the carrier may have it, whatever was answered
 * @param unknown how often the carrier said that it does not know it, though it had taken it
 * @param failures how often in a row it was nobody's fault but ours that nothing came of it
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
        @Nullable String why,
        @Nullable Reach reach,
        @Nullable Integer unknown,
        @Nullable Integer failures) {

    /** How an order stands. */
    public enum State {
        /** To be sent. */
        WAITING,
        /** The carrier has it; asked about when the item is not heard of. */
        PLACED,
        /** Left to a person. */
        PARKED,
        /** Nothing more is to be done: delivered, back, carried by somebody else, or never sent. */
        ENDED
    }

    /** Whether it ever left. */
    public enum Reach {
        /** It was never sent. */
        NOWHERE,
        /** It was sent: the carrier has it, or may have. */
        CARRIER
    }

    static Order of(String itemId, String dossierId, String carrier, long version, Instant now) {
        return new Order(
                itemId, dossierId, carrier, version, 0, State.WAITING, 0, now, null, null, Reach.NOWHERE, 0, 0);
    }

    /** Whether the carrier may have it; one from before that was noted may. */
    boolean reachedCarrier() {
        return reach != Reach.NOWHERE;
    }

    /** How often the carrier did not know it. */
    public int timesUnknown() {
        return unknown == null ? 0 : unknown;
    }

    /** How often in a row our own part failed. */
    public int timesFailed() {
        return failures == null ? 0 : failures;
    }

    private Order with(State next, int tries, Instant at, @Nullable String reason) {
        return new Order(itemId, dossierId, carrier, wanted, sent, next, tries, at, number, reason, reach, unknown, 0);
    }

    /** Something changed that the carrier has to know. */
    Order changed(long version, Instant now) {
        return version <= wanted
                ? this
                : new Order(
                        itemId,
                        dossierId,
                        carrier,
                        version,
                        sent,
                        State.WAITING,
                        0,
                        now,
                        number,
                        null,
                        reach,
                        unknown,
                        0);
    }

    /** It is about to be sent: from now on the carrier may have it. */
    Order leaving() {
        return new Order(
                itemId,
                dossierId,
                carrier,
                wanted,
                sent,
                state,
                attempts,
                nextAt,
                number,
                why,
                Reach.CARRIER,
                unknown,
                failures);
    }

    /** The carrier has it as it was at a version. */
    Order placed(long version, String known, Instant next) {
        return new Order(
                itemId,
                dossierId,
                carrier,
                wanted,
                version,
                State.PLACED,
                0,
                next,
                known,
                null,
                Reach.CARRIER,
                unknown,
                0);
    }

    /** In vain once more. */
    public Order again(Instant next, String reason) {
        return with(state, attempts + 1, next, reason);
    }

    /** Nothing came of it because of us, which says nothing of the order or its carrier and uses up no try. */
    public Order failed(Instant next, String reason) {
        return new Order(
                itemId,
                dossierId,
                carrier,
                wanted,
                sent,
                state,
                attempts,
                next,
                number,
                reason,
                reach,
                unknown,
                timesFailed() + 1);
    }

    /** Somebody has heard of the item. */
    public Order heard(Instant next) {
        return with(state, 0, next, null);
    }

    /** Left to a person. */
    public Order parked(Instant now, String reason) {
        return with(State.PARKED, attempts, now, reason);
    }

    /** The carrier took it and does not know it any more: it is placed once more. */
    public Order forgotten(Instant now) {
        return new Order(
                itemId,
                dossierId,
                carrier,
                wanted,
                sent,
                State.WAITING,
                0,
                now,
                number,
                null,
                reach,
                timesUnknown() + 1,
                0);
    }

    /** Sent again from the start, by a person's word. */
    public Order anew(Instant now) {
        return new Order(itemId, dossierId, carrier, wanted, sent, State.WAITING, 0, now, number, null, reach, 0, 0);
    }

    /** Nothing more to do. */
    public Order ended(Instant now, @Nullable String reason) {
        return with(State.ENDED, 0, now, reason);
    }
}
