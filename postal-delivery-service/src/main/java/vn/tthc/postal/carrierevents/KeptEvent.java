package vn.tthc.postal.carrierevents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Sealed;
import vn.tthc.postal.carriers.CarrierEvent;

/**
 * An event of a carrier that is no scan yet.
 *
 * @param carrier name of the carrier
 * @param event what it told, without the proof
 * @param proof the proof, sealed
 * @param why why it is no scan
 * @param receivedAt when it was told
 * @param attempts how often it was tried to make a scan of it
 * @param nextAt when that is tried again, null when only a person can say
 * @param settled how a person settled it, null while nobody did
 */
record KeptEvent(
        String carrier,
        CarrierEvent event,
        @Nullable Sealed proof,
        Why why,
        Instant receivedAt,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Settled settled) {

    /** Why an event is no scan. */
    enum Why {
        /** No table has the code. */
        UNKNOWN_CODE,
        /** The code says that a person has to look. */
        FOR_A_PERSON,
        /** No table has the reason, or no legal reason corresponds, or none was told. */
        UNKNOWN_REASON,
        /** No item has that number, or not yet. */
        UNKNOWN_ITEM,
        /** A delivery without recipient, or without signature and one-time code. */
        PROOF_MISSING,
        /** Told before with another content. */
        CONTRADICTS
    }

    /** A person's word on it. */
    record Settled(Instant at, String by, String reason) {}

    String id() {
        return id(carrier, event.eventId());
    }

    static String id(String carrier, String eventId) {
        return carrier + "|" + eventId;
    }

    KeptEvent again(Why stillWhy, @Nullable Instant next) {
        return new KeptEvent(carrier, event, proof, stillWhy, receivedAt, attempts + 1, next, settled);
    }

    KeptEvent settled(Settled word) {
        return new KeptEvent(carrier, event, proof, why, receivedAt, attempts, null, word);
    }
}
