package vn.tthc.local.process;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.tthc.local.Failure;
import vn.tthc.local.Home;

/** Brings up what is not up: the broker first, then the services side by side. All of it or nothing. */
public final class Up {
    private static final int USUAL_SECONDS = 180;
    private static final int MOST_SECONDS = 3_600;

    private final Home home;
    private final Fleet fleet;
    private final Function<ProcessSpec, List<String>> cache;
    private final Consumer<String> say;
    private final int seconds;

    /**
     * Prepares a start.
     *
     * @param environment {@code TTHC_UP_SECONDS} is how long a slow machine is waited for, 180 by default
     * @param cache options of the virtual machine that make a process start quicker
     * @param say takes lines of progress
     */
    public Up(
            Home home,
            Fleet fleet,
            Function<ProcessSpec, List<String>> cache,
            Consumer<String> say,
            Map<String, String> environment) {
        this.home = home;
        this.fleet = fleet;
        this.cache = cache;
        this.say = say;
        this.seconds = seconds(environment.getOrDefault("TTHC_UP_SECONDS", Integer.toString(USUAL_SECONDS)));
    }

    static int seconds(String told) {
        try {
            int seconds = Integer.parseInt(told.trim());
            if (seconds > 0 && seconds <= MOST_SECONDS) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            throw new Failure(Failure.USAGE, "TTHC_UP_SECONDS is '" + told + "', which is not a number.");
        }
        throw new Failure(
                Failure.USAGE, "TTHC_UP_SECONDS is " + told + "; it must lie between 1 and " + MOST_SECONDS + ".");
    }

    /**
     * Starts what is missing and waits for everything.
     *
     * @return names of what was started, none when everything was running
     * @throws vn.tthc.local.Failure when something cannot run; what was started here is stopped again
     */
    public List<String> run() throws InterruptedException {
        Processes processes = new Processes(home, fleet);
        List<ProcessSpec> missing = fleet.all().stream()
                .filter(spec -> processes.live(spec).isEmpty())
                .toList();
        Place.check(home, missing);
        Launch launch = new Launch(home, cache, say, seconds);
        Thread interrupted = new Thread(() -> takeBack(launch), "take back");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            startAll(launch, missing);
            launch.keep();
            return missing.stream().map(ProcessSpec::name).toList();
        } finally {
            launch.takeBack();
            forget(interrupted);
        }
    }

    private void startAll(Launch launch, List<ProcessSpec> missing) throws InterruptedException {
        for (boolean service : new boolean[] {false, true}) {
            List<ProcessSpec> wave = fleet.all().stream()
                    .filter(spec -> spec.service() == service)
                    .toList();
            wave.stream().filter(missing::contains).forEach(launch::start);
            // The services wait for the broker alone: they fetch keys when the first token comes.
            launch.await(fleet.all().stream()
                    .filter(spec -> spec.name().equals(Fleet.BROKER) != service)
                    .toList());
        }
    }

    private static void takeBack(Launch launch) {
        try {
            launch.takeBack();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // Ctrl-C came at this moment: the hook runs, and finds nothing to take back.
        }
    }
}
