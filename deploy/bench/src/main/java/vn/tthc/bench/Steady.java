package vn.tthc.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads the system until it gets no faster. What a service does often is compiled while it works, for minutes after a
 * start: a figure taken meanwhile is one of the compiler.
 */
final class Steady {
    /** So long is a rate looked at. */
    static final Duration WINDOW = Duration.ofSeconds(10);

    /** A rate that is not higher than the best before by this much is no progress. */
    private static final double PROGRESS = 1.05;

    /** So often in a row. */
    private static final int STANDING_STILL = 3;

    private Steady() {}

    /** Loads the system for a window. */
    @FunctionalInterface
    interface Load {
        /** Requests a second. */
        double perSecond() throws InterruptedException;
    }

    /**
     * Loads it, at most for so long.
     *
     * @return the rate of each window
     */
    static List<Double> await(Duration most, Load load) throws InterruptedException {
        List<Double> rates = new ArrayList<>();
        double best = 0;
        int still = 0;
        while (still < STANDING_STILL && WINDOW.multipliedBy(rates.size() + 1L).compareTo(most) <= 0) {
            double rate = load.perSecond();
            still = rate > PROGRESS * best ? 0 : still + 1;
            best = Math.max(best, rate);
            rates.add(rate);
        }
        return rates;
    }
}
