package vn.tthc.platform.axon;

import vn.tthc.platform.log.RecordedCommit;

/** Takes the first answer of a repeated command out through Axon, which knows only success and exception. */
final class DuplicateCommit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RecordedCommit first;

    DuplicateCommit(RecordedCommit first) {
        super("answered before", null, false, false);
        this.first = first;
    }

    RecordedCommit first() {
        return first;
    }
}
