package vn.tthc.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.tthc.local.Failure;
import vn.tthc.local.Home;

/** Starts processes and waits for them; what it has started it can take back. */
final class Launch {
    private static final long POLL_MILLIS = 50;

    private final Home home;
    private final Function<ProcessSpec, List<String>> cache;
    private final Consumer<String> say;
    private final long deadline;
    private final Map<String, Long> logStart = new TreeMap<>();
    private final Map<String, Long> begun = new TreeMap<>();
    private final List<ProcessSpec> started = new ArrayList<>();

    Launch(Home home, Function<ProcessSpec, List<String>> cache, Consumer<String> say, long seconds) {
        this.home = home;
        this.cache = cache;
        this.say = say;
        this.deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Starts a process without waiting for it. */
    synchronized void start(ProcessSpec spec) {
        Path log = home.logOf(spec.name());
        try {
            logStart.put(spec.name(), Files.exists(log) ? Files.size(log) : 0L);
            begun.put(spec.name(), System.nanoTime());
            Process process = Jvm.start(home, spec, cache.apply(spec));
            new PidFile(home.run(), spec.name()).write(process.toHandle());
            started.add(spec);
        } catch (IOException e) {
            throw new Failure(spec.name() + " cannot be started: " + e.getMessage());
        }
    }

    /**
     * Waits until all of them are up.
     *
     * @throws Failure when one ends, or the time is over
     */
    void await(List<ProcessSpec> specs) throws InterruptedException {
        List<ProcessSpec> waiting = new ArrayList<>(specs);
        try (HealthProbe probe = new HealthProbe(home.run())) {
            while (!waiting.isEmpty()) {
                for (ProcessSpec spec : List.copyOf(waiting)) {
                    if (up(spec, probe)) {
                        waiting.remove(spec);
                    }
                }
                if (!waiting.isEmpty() && System.nanoTime() > deadline) {
                    throw late(waiting.get(0));
                }
                TimeUnit.MILLISECONDS.sleep(waiting.isEmpty() ? 0 : POLL_MILLIS);
            }
        }
    }

    private boolean up(ProcessSpec spec, HealthProbe probe) throws InterruptedException {
        Optional<ProcessHandle> process = new PidFile(home.run(), spec.name()).live();
        if (process.isEmpty()) {
            throw new Failure(spec.name() + " ended while starting: " + lastWords(spec) + " (its log is "
                    + home.logOf(spec.name()) + ")");
        }
        if (probe.of(spec, process.get()) != Health.UP) {
            return false;
        }
        Long since = begun.get(spec.name());
        if (since != null) {
            say.accept(String.format(
                    "  %-24s up in %.1f s on port %d", spec.name(), (System.nanoTime() - since) / 1e9, spec.port()));
        }
        return true;
    }

    private Failure late(ProcessSpec spec) {
        return new Failure(spec.name() + " is not ready in time: " + lastWords(spec) + " (its log is "
                + home.logOf(spec.name()) + "; TTHC_UP_SECONDS gives a slow machine longer)");
    }

    private String lastWords(ProcessSpec spec) {
        return LastWords.in(home.logOf(spec.name()), logStart.getOrDefault(spec.name(), 0L));
    }

    /** Stops what was started here, the newest first. */
    synchronized void takeBack() throws InterruptedException {
        for (ProcessSpec spec : started.reversed()) {
            PidFile file = new PidFile(home.run(), spec.name());
            Stopper.stop(file.live());
            file.delete();
        }
        started.clear();
    }

    /** From here on what was started stays. */
    synchronized void keep() {
        started.clear();
    }
}
