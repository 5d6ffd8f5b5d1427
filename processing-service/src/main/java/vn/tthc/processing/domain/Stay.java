package vn.tthc.processing.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The stay of a case in its current step; coming back to a step is another stay.
 *
 * @param number counts the stays of the case from 1
 * @param since when the time of the step began to run: when the agency took the papers
 * @param stood working time since then in which the clock of the law stood still
 * @param officer the account that answers for the step, null while it is in the pool
 */
public record Stay(
        int number, Instant since, Duration stood, @Nullable String officer) {
    static final Stay FIRST = new Stay(1, Instant.MIN, Duration.ZERO, null);

    Stay next(Instant at) {
        return new Stay(number + 1, at, Duration.ZERO, null);
    }

    Stay begun(Instant at) {
        return new Stay(number, at, Duration.ZERO, officer);
    }

    Stay with(@Nullable String newOfficer) {
        return new Stay(number, since, stood, newOfficer);
    }

    Stay stoodStill(Duration more) {
        return new Stay(number, since, stood.plus(more), officer);
    }
}
