package vn.tthc.law.clock;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which the clock stands still.
 *
 * @param from when it stopped
 * @param to when it went on, not before {@code from}; null while the pause is open
 * @param reason why; there is no pause without one
 */
public record Pause(Instant from, @Nullable Instant to, PauseReason reason) {
    public Pause {
        Objects.requireNonNull(reason, "no reason, no pause");
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a pause ends after it begins, not " + from + " to " + to);
        }
    }

    /** Whether the clock still stands. */
    public boolean open() {
        return to == null;
    }
}
