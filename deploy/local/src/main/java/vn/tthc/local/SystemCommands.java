package vn.tthc.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import vn.tthc.local.aot.Caches;
import vn.tthc.local.aot.Folders;
import vn.tthc.local.aot.TrainerMain;
import vn.tthc.local.backup.RestoreMark;
import vn.tthc.local.process.Down;
import vn.tthc.local.process.Fleet;
import vn.tthc.local.process.Health;
import vn.tthc.local.process.Lock;
import vn.tthc.local.process.ProcessSpec;
import vn.tthc.local.process.ProcessStatus;
import vn.tthc.local.process.Processes;
import vn.tthc.local.process.Up;
import vn.tthc.local.token.Keys;
import vn.tthc.local.token.People;

/** Commands about processes and their folders. */
final class SystemCommands {
    private final Home home;
    private final Fleet plain;
    private final Fleet fleet;
    private final Path simulators;
    private final Arguments arguments;
    private final Caches caches;

    SystemCommands(Home home, Ports ports, Arguments arguments) {
        this.home = home;
        this.plain = Fleet.of(home, ports);
        this.simulators = home.run().resolve("with-simulators");
        boolean simulated = arguments.has("--with-simulators") || Files.exists(simulators);
        this.fleet = simulated ? Fleet.withSimulators(home, ports) : plain;
        this.arguments = arguments;
        this.caches = new Caches(home, !System.getenv().containsKey("TTHC_NO_AOT"));
    }

    int up() throws InterruptedException {
        arguments.noWords();
        try (Lock lock = Lock.take(home)) {
            boolean first = arguments.has("--with-simulators") && !Files.exists(simulators);
            // The post learns of its carriers when it starts.
            start(first ? List.of(fleet.named("postal")) : List.of(), arguments.json());
            if (first) {
                Files.writeString(simulators, "");
            }
        } catch (IOException e) {
            throw new Failure("the file " + simulators + " cannot be written: " + e.getMessage() + ".");
        }
        return 0;
    }

    /** Brings everything up; {@code report} says on standard output what there is now, for a machine. */
    void start(boolean report) throws InterruptedException {
        try (Lock lock = Lock.take(home)) {
            start(List.of(), report);
        }
    }

    /** The same for who has the lock already; what is named in {@code afresh} is stopped before. */
    void start(List<ProcessSpec> afresh, boolean machine) throws InterruptedException {
        new Down(home, fleet, say()).stop(afresh);
        long start = System.nanoTime();
        say().accept("Starting ...");
        new Keys(home.keys()).ensure();
        People.load().write(home.people());
        RestoreMark mark = new RestoreMark(home.data().resolve("data"));
        List<String> started = new Up(home, mark.told(fleet), caches::options, say(), System.getenv()).run();
        mark.done();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!started.isEmpty()) {
            TrainerMain.startFor(home, plain, caches);
        }
        if (machine) {
            Map<String, Object> report = report();
            report.put("started", started);
            report.put("seconds", Math.round(seconds * 10) / 10.0);
            System.out.println(Json.write(report));
        } else {
            say().accept(
                            started.isEmpty()
                                    ? "Everything was up already."
                                    : String.format(Locale.ROOT, "Ready in %.1f s.", seconds));
        }
    }

    int down() throws InterruptedException {
        arguments.noWords();
        try (Lock lock = Lock.take(home)) {
            List<String> stopped = new Down(home, fleet, say()).run();
            Files.deleteIfExists(simulators);
            if (arguments.json()) {
                System.out.println(Json.write(Map.of("stopped", stopped)));
            } else if (stopped.isEmpty()) {
                say().accept("Nothing was running.");
            }
            return 0;
        } catch (IOException e) {
            throw new Failure("the file " + simulators + " cannot be deleted: " + e.getMessage() + ".");
        }
    }

    int restart() throws InterruptedException {
        ProcessSpec spec = fleet.named(arguments.word("NAME of a process"));
        try (Lock lock = Lock.take(home)) {
            start(List.of(spec), arguments.json());
        }
        return 0;
    }

    int status() throws InterruptedException {
        arguments.noWords();
        Map<String, Object> report = report();
        if (arguments.json()) {
            System.out.println(Json.write(report));
            return 0;
        }
        long total = 0;
        System.out.printf("%-24s %8s %6s  %-9s %8s%n", "NAME", "PID", "PORT", "HEALTH", "MEMORY");
        for (ProcessStatus process : processes().status()) {
            Long pss = process.pssKb();
            total += pss == null ? 0 : pss;
            System.out.printf(
                    "%-24s %8s %6d  %-9s %8s%n",
                    process.name(),
                    process.pid() == null ? "-" : process.pid(),
                    process.port(),
                    process.health(),
                    pss == null ? "-" : pss / 1024 + " MB");
        }
        System.out.printf("%-24s %8s %6s  %-9s %8s%n", "", "", "", "", total / 1024 + " MB");
        return 0;
    }

    private Map<String, Object> report() throws InterruptedException {
        List<ProcessStatus> all = processes().status();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("processes", all);
        report.put("ready", all.stream().allMatch(process -> process.health() == Health.UP));
        report.put(
                "pssKb",
                all.stream()
                        .map(ProcessStatus::pssKb)
                        .filter(Objects::nonNull)
                        .mapToLong(Long::longValue)
                        .sum());
        return report;
    }

    int logs() throws InterruptedException {
        ProcessSpec spec = fleet.named(arguments.word("NAME of a process"));
        LogTail tail = new LogTail(home.logOf(spec.name()));
        tail.print(arguments.option("-n", "100"));
        if (arguments.has("-f")) {
            tail.follow();
        }
        return 0;
    }

    int cleanData() throws InterruptedException {
        arguments.noWords();
        boolean asked = !arguments.has("--yes");
        if (asked && processes().anything()) {
            throw new Failure("something is still running; ./tthc down stops it, then the data can be deleted.");
        }
        try (Lock lock = Lock.take(home)) {
            if (asked && !agreed()) {
                throw new Failure("nothing was deleted; with --yes nothing is asked.");
            }
            new Down(home, fleet, say()).run();
            Folders.delete(home.data().resolve("data"));
            Folders.delete(home.data().resolve("logs"));
        } catch (IOException e) {
            throw new Failure("the data in " + home.data() + " cannot be deleted: " + e.getMessage() + ".");
        }
        if (arguments.json()) {
            System.out.println(Json.write(Map.of("deleted", home.data().toString())));
        } else {
            say().accept("The data in " + home.data() + " are deleted; its keys are kept.");
        }
        return 0;
    }

    private boolean agreed() throws IOException {
        return agreed("Xóa mọi dữ liệu trong / Delete all data in " + home.data() + "?");
    }

    /** Asks on the terminal; silence is no. */
    static boolean agreed(String question) throws IOException {
        System.out.print(question + " [y/N] ");
        System.out.flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String answer = in.readLine();
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes|c|có");
    }

    /** Stops everything, for who has the lock already. */
    void stop() throws InterruptedException {
        new Down(home, fleet, say()).run();
    }

    private Processes processes() {
        return new Processes(home, fleet);
    }

    /** Where progress goes: away from standard output when a machine reads that. */
    private Consumer<String> say() {
        return arguments.json() ? System.err::println : System.out::println;
    }
}
