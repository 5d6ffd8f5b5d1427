package vn.tthc.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.Failure;

/**
 * What to measure.
 *
 * @param phases names of {@link Phase}s to run
 * @param dossiers how many imported dossiers there must be before anything is measured; 0 leaves it as it is
 * @param measured how long each rate is measured
 * @param warmUp how long it runs before that
 * @param steady how long commands are given at the most before that, until they get no faster
 * @param clients closed-loop clients that find the highest rate
 * @param lookupRate look-ups a second with open arrival
 * @param visibilityRate commands a second while visibility is measured
 * @param seed of every random choice
 * @param json the report goes to standard output as JSON
 * @param baseline an earlier report to compare with
 */
record Settings(
        Set<Phase> phases,
        int dossiers,
        Duration measured,
        Duration warmUp,
        Duration steady,
        int clients,
        int lookupRate,
        int visibilityRate,
        long seed,
        boolean json,
        @Nullable Path baseline) {
    private static final int MOST_DOSSIERS = 1_000_000;

    Settings {
        phases = Set.copyOf(phases);
    }

    /** A part of the measurement that can be asked for alone. */
    enum Phase {
        BARE,
        COMMANDS,
        LOOKUPS,
        VISIBILITY,
        REBUILD
    }

    /**
     * Reads a command line.
     *
     * @throws Failure for what makes no sense
     */
    static Settings parse(String[] args, Path calledFrom) {
        Set<Phase> phases = new TreeSet<>();
        int dossiers = 1_000;
        int seconds = 20;
        int warmUp = 10;
        int steady = 240;
        int clients = 32;
        int lookupRate = 500;
        int visibilityRate = 100;
        long seed = 1;
        boolean json = false;
        Path baseline = null;
        for (int i = 0; i < args.length; i++) {
            String option = args[i];
            if (option.equals("--json")) {
                json = true;
                continue;
            }
            if (i + 1 == args.length) {
                throw new Failure(Failure.USAGE, "the option " + option + " is not known, or needs a value.");
            }
            String value = args[++i];
            switch (option) {
                case "--only" -> phases.add(phase(value));
                case "--dossiers" -> dossiers = number(option, value, 0, MOST_DOSSIERS);
                case "--seconds" -> seconds = number(option, value, 1, 3_600);
                case "--warm-up" -> warmUp = number(option, value, 0, 3_600);
                case "--steady" -> steady = number(option, value, 0, 3_600);
                case "--clients" -> clients = number(option, value, 1, 1_000);
                case "--lookups" -> lookupRate = number(option, value, 1, 100_000);
                case "--visibility" -> visibilityRate = number(option, value, 1, 100_000);
                case "--seed" -> seed = number(option, value, 0, Integer.MAX_VALUE);
                case "--baseline" -> baseline = calledFrom.resolve(value);
                default ->
                    throw new Failure(Failure.USAGE, "bench has no option " + option + "; see ./tthc bench help.");
            }
        }
        return new Settings(
                phases.isEmpty() ? Set.of(Phase.values()) : phases,
                dossiers,
                Duration.ofSeconds(seconds),
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(steady),
                clients,
                lookupRate,
                visibilityRate,
                seed,
                json,
                baseline);
    }

    boolean has(Phase phase) {
        return phases.contains(phase);
    }

    private static Phase phase(String name) {
        for (Phase phase : Phase.values()) {
            if (phase.name().equalsIgnoreCase(name)) {
                return phase;
            }
        }
        throw new Failure(
                Failure.USAGE, "bench measures bare, commands, lookups, visibility and rebuild, not " + name + ".");
    }

    private static int number(String option, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Failure(Failure.USAGE, option + " needs a number, not '" + value + "'.");
        }
        throw new Failure(
                Failure.USAGE, option + " lies between " + least + " and " + most + ", not at " + value + ".");
    }
}
