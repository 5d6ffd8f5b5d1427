package vn.tthc.law.clock;

import java.time.Instant;

/** A due date was asked for while a pause is open; ask {@link Deadlines#read} where that can happen. */
public final class ClockStoppedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final Instant since;
    private final PauseReason reason;

    ClockStoppedException(Instant since, PauseReason reason) {
        super("no due date: the clock stands still since " + since + " (" + reason + ")");
        this.since = since;
        this.reason = reason;
    }

    /** When the open pause began. */
    public Instant since() {
        return since;
    }

    /** Why the clock stands. */
    public PauseReason reason() {
        return reason;
    }
}
