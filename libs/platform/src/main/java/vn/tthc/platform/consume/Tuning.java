package vn.tthc.platform.consume;

import java.time.Duration;
import vn.tthc.platform.relay.Backoff;

/**
 * How patient consumers are.
 *
 * @param gap waits between requests for a missing part of a stream
 * @param gapAlarm after how many requests somebody is told
 * @param notYet waits for something that has not arrived yet
 * @param notYetTries how often an event is tried before its dossier is parked
 * @param trouble waits while the store or another service's broker cannot be reached; without limit
 * @param parallel how many dossiers a reaction works on at once
 */
record Tuning(Backoff gap, int gapAlarm, Backoff notYet, int notYetTries, Backoff trouble, int parallel) {
    /** Ten tries of {@link NotYet} take about half a minute. */
    static final Tuning STANDARD = new Tuning(
            new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1)),
            5,
            new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5)),
            10,
            new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5)),
            16);
}
