package vn.tthc.platform.consume;

import java.time.Duration;

/**
 * What comes within a moment is taken together: one fetch, one transaction and one answer of the broker for many records
 * instead of each. A record after a quiet time is taken at once, since the rest comes after the work; the more there was,
 * the longer the rest, because then the next batch is worth it.
 */
final class Gathering {
    private static final Duration SHORTEST = Duration.ofMillis(25);
    private static final Duration LONGEST = Duration.ofMillis(60);
    private static final Duration FOR_EACH = Duration.ofMillis(5);

    /** So many are worth a transaction of their own. */
    private static final int MANY = 150;

    private Gathering() {}

    /**
     * How long a consumer rests after a batch.
     *
     * @param records how many it had; after nothing, and after many, there is no rest
     * @param behind how many more are known to wait: whoever is behind does not rest
     */
    static Duration rest(int records, long behind) {
        if (records == 0 || records + behind >= MANY) {
            return Duration.ZERO;
        }
        Duration wished = FOR_EACH.multipliedBy(records);
        if (wished.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return wished.compareTo(LONGEST) > 0 ? LONGEST : wished;
    }
}
