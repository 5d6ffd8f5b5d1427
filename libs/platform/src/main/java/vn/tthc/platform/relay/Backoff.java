package vn.tthc.platform.relay;

import java.time.Duration;

/**
 * Waiting twice as long after every failure, up to a limit.
 *
 * @param first wait after the first failure
 * @param max longest wait
 */
public record Backoff(Duration first, Duration max) {

    /** How long to wait after so many failures in a row, from 1. */
    public Duration after(int failures) {
        int doublings = Math.min(Math.max(failures - 1, 0), 30);
        Duration wait = first.multipliedBy(1L << doublings);
        return wait.compareTo(max) > 0 ? max : wait;
    }
}
