package vn.tthc.platform.axon;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.log.RecordedCommit;

/** Brings the commit of a command out through Axon, which knows only what the handler answered before it was stored. */
final class Recorded {
    private @Nullable RecordedCommit commit;

    void take(RecordedCommit recorded) {
        commit = recorded;
    }

    /** The commit. */
    RecordedCommit commit() {
        return Objects.requireNonNull(commit, "events were decided on and are not in the log");
    }
}
