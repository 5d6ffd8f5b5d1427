package vn.tthc.simulator;

import java.time.Duration;
import java.util.Map;

/**
 * What goes wrong, and how it is dealt by chance.
 *
 * @param fetch time from an order until the item is fetched
 * @param step time between two events of an item
 * @param delay longest time an event is on its way
 * @param loss share of messages, and of answers to orders, that never arrive
 * @param duplication share of messages that arrive twice
 * @param disorder share of messages that wait for so long that later ones arrive before them
 * @param returned share of items that cannot be delivered and go back
 * @param seed the same seed, order and moment give the same story
 */
record Faults(
        Duration fetch,
        Duration step,
        Duration delay,
        double loss,
        double duplication,
        double disorder,
        double returned,
        long seed) {
    Faults {
        share(loss, "loss");
        share(duplication, "duplication");
        share(disorder, "disorder");
        share(returned, "returned");
    }

    private static void share(double share, String name) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1: " + name + " is " + share);
        }
    }

    /** As the environment says; each has a default. */
    static Faults of(Map<String, String> environment) {
        return new Faults(
                millis(environment, "TTHC_SIMULATOR_FETCH_MS", 5_000),
                millis(environment, "TTHC_SIMULATOR_STEP_MS", 2_000),
                millis(environment, "TTHC_SIMULATOR_DELAY_MS", 1_000),
                share(environment, "TTHC_SIMULATOR_LOSS", 0.1),
                share(environment, "TTHC_SIMULATOR_DUPLICATION", 0.1),
                share(environment, "TTHC_SIMULATOR_DISORDER", 0.1),
                share(environment, "TTHC_SIMULATOR_RETURNED", 0.2),
                Long.parseLong(environment.getOrDefault("TTHC_SIMULATOR_SEED", "1")));
    }

    private static Duration millis(Map<String, String> environment, String name, long otherwise) {
        return Duration.ofMillis(Long.parseLong(environment.getOrDefault(name, Long.toString(otherwise))));
    }

    private static double share(Map<String, String> environment, String name, double otherwise) {
        return Double.parseDouble(environment.getOrDefault(name, Double.toString(otherwise)));
    }
}
