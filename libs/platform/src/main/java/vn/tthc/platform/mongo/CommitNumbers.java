package vn.tthc.platform.mongo;

import vn.tthc.platform.store.Sequences;

/**
 * Numbers of commits, unique in the log and rising within every stream. A process takes them by blocks; one whose block
 * lies before a number that another process has given to the same stream throws it away.
 */
final class CommitNumbers {
    private static final String NAME = "log";
    private static final int BLOCK = 64;

    private final Sequences sequences;
    private long next;
    private long end;

    CommitNumbers(Sequences sequences) {
        this.sequences = sequences;
    }

    /** A number that is higher than another one. */
    synchronized long after(long number) {
        while (next >= end || next <= number) {
            next = sequences.take(NAME, BLOCK);
            end = next + BLOCK;
        }
        return next++;
    }
}
