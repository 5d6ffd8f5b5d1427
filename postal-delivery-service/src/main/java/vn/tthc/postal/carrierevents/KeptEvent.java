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
 * @param raw all of it as it was written, sealed; null when it can be read
 * @param wrong the fields for which it cannot be read
 * @param telling counts the contents told under its name, from 1; null for 1
 * @param failures how often in a row it was our own fault that it could not be tried
 */
record KeptEvent(
        String carrier,
        CarrierEvent event,
        @Nullable Sealed proof,
        Why why,
        Instant receivedAt,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Settled settled,
        @Nullable Sealed raw,
        @Nullable String wrong,
        @Nullable Integer telling,
        @Nullable Integer failures) {

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
        CONTRADICTS,
        /** The item is ordered at another carrier. */
        OTHER_CARRIER,
        /** It is not of the form of an event. */
        UNREADABLE,
        /** Something failed on our side; it is tried again until it does not. */
        FAILED_HERE
    }

    /** A person's word on it. */
    record Settled(Instant at, String by, String reason) {}

    String id() {
        return id(carrier, event.eventId(), whichTelling());
    }

    /** A blank stands in no name of a carrier's, so no two of them are the same. */
    static String id(String carrier, String eventId, int telling) {
        return carrier + "|" + eventId + (telling == 1 ? "" : " " + telling);
    }

    int whichTelling() {
        return telling == null ? 1 : telling;
    }

    int timesFailed() {
        return failures == null ? 0 : failures;
    }

    private KeptEvent with(Why reason, int tries, @Nullable Instant next, @Nullable Settled word, int failed) {
        return new KeptEvent(carrier, event, proof, reason, receivedAt, tries, next, word, raw, wrong, telling, failed);
    }

    KeptEvent until(@Nullable Instant next) {
        return with(why, attempts, next, settled, 0);
    }

    KeptEvent again(Why stillWhy, @Nullable Instant next) {
        return with(stillWhy, attempts + 1, next, settled, 0);
    }

    /** It could not be tried because of us, which uses up no try. */
    KeptEvent failed(Instant next) {
        return with(why, attempts, next, settled, timesFailed() + 1);
    }

    KeptEvent settled(Settled word) {
        return with(why, attempts, null, word, 0);
    }
}
