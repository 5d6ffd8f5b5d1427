package vn.tthc.query.dossierview;

import vn.tthc.contracts.Envelope;

/**
 * The one rule by which every sub-fold takes an event: what it has taken already is a repeat. That nothing is missing in
 * between is the consumer's care, which holds what comes too early; a version that a person has passed over for good is
 * passed over here too.
 */
final class Sequence {
    private Sequence() {}

    /**
     * Whether an event is new.
     *
     * @param position version of the last event taken, 0 before the first
     */
    static boolean isNew(long position, Envelope envelope) {
        return envelope.version() > position;
    }
}
