package vn.tthc.e2e.plug;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.e2e.broken.AgentJar;
import vn.tthc.e2e.broken.Faults;
import vn.tthc.local.Home;
import vn.tthc.local.Ports;
import vn.tthc.local.aot.Folders;
import vn.tthc.local.http.Call;
import vn.tthc.local.http.Services;

/** The broker and the four services, started by {@code ./tthc} on data and ports of their own, and what is done to them. */
final class Machine implements AutoCloseable {
    static final String BROKER = "broker";
    static final String INTAKE = "intake-service";
    static final String PROCESSING = "processing-service";
    static final String POSTAL = "postal-delivery-service";
    static final String QUERY = "query-service";
    static final List<String> SERVICES = List.of(INTAKE, PROCESSING, POSTAL, QUERY);

    static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    /** Every system of these tests starts the same jars. */
    private static final Path CACHES = Path.of("target", "caches").toAbsolutePath();

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** A process that is killed every few seconds never gets to what the better compiler is for. */
    private static final String JAVA_OPTIONS = "-XX:TieredStopAtLevel=1";

    /** Another range for each fork: what is free now is taken a moment later. */
    private static final int FROM = 20_100 + 5_000 * (Integer.getInteger("surefire.forkNumber", 1) % 2);

    private static final List<Integer> OFFSETS = List.of(0, 1, 2, 3, 4, 11, 12, 13, 14, 1012, 1013);
    private static final Duration UP = Duration.ofSeconds(660);

    private final Home home;
    private final Ports ports;
    private final Map<String, String> environment = new TreeMap<>();
    private @Nullable Twins twins;

    private Machine(Path folder, int portBase) {
        this.home = new Home(REPOSITORY, folder);
        this.ports = new Ports(portBase);
        environment.put("TTHC_HOME", folder.toString());
        environment.put("TTHC_PORT_BASE", Integer.toString(portBase));
        environment.put("TTHC_NO_BUILD", "1");
        // Two systems at once on a machine that others use too.
        environment.put("TTHC_UP_SECONDS", "600");
        environment.put("TTHC_CACHES", CACHES.toString());
        environment.put("TTHC_JAVA_OPTS", JAVA_OPTIONS);
    }

    /** On a folder under {@code target} without old data, on free ports; nothing runs yet. */
    static Machine empty(String folder) throws IOException, InterruptedException {
        Machine machine = new Machine(Path.of("target", folder).toAbsolutePath(), freeBase());
        machine.ok(UP, "clean-data", "--yes");
        return machine;
    }

    /** The same, with a second process of every service on one store, which stands where that address says. */
    static Machine twofold(String folder, String mongodb) throws IOException, InterruptedException {
        Machine machine = empty(folder);
        machine.environment("TTHC_STORE", "mongodb");
        machine.environment("TTHC_MONGODB_URI", mongodb);
        machine.twins = new Twins(machine.home, machine.ports, machine.environment);
        return machine;
    }

    /** What a command said. */
    record Said(int exit, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    Home home() {
        return home;
    }

    Ports ports() {
        return ports;
    }

    /** Names of all processes of services. */
    List<String> services() {
        return twins == null
                ? SERVICES
                : Stream.concat(SERVICES.stream(), SERVICES.stream().map(Twins::of))
                        .toList();
    }

    /** Names of the processes of one service. */
    List<String> processesOf(String service) {
        return twins == null ? List.of(service) : List.of(service, Twins.of(service));
    }

    /** A request once for each process that can answer it. */
    List<Call> everywhere(Call call) {
        return twins == null ? List.of(call) : List.of(call, Twins.second(call));
    }

    /** What its clients use; where there are two of each, any of the two is sent to. */
    Desk desk() {
        Courier courier = new Courier(twins == null ? UnaryOperator.identity() : Twins::either);
        return new Desk(courier, new Services(ports), new Staff(this));
    }

    /** Tells every process started from now on. */
    void environment(String variable, String value) {
        environment.put(variable, value);
    }

    /** Every process started from now on can be broken on purpose. */
    Faults breakable() throws IOException {
        Faults faults = new Faults(home.data().resolve("faults"));
        // What an earlier run left turned on would break this one by itself.
        Folders.delete(faults.folder());
        Path agent = AgentJar.write(home.data().resolve("broken-build.jar"));
        environment("TTHC_JAVA_OPTS", JAVA_OPTIONS + " -javaagent:" + agent + "=" + faults.folder());
        // What a cluster of brokers is told: it does not forget, so nothing is published again on suspicion.
        environment("TTHC_REPUBLISHAFTERBROKERRESTART", "false");
        return faults;
    }

    /** Every process started from now on is what is shipped. */
    void unbreakable() {
        environment("TTHC_JAVA_OPTS", JAVA_OPTIONS);
        environment.remove("TTHC_REPUBLISHAFTERBROKERRESTART");
    }

    void up() throws IOException, InterruptedException {
        ok(UP, "up");
        if (twins != null) {
            twins.up(UP);
        }
    }

    /** Kills all of them at once, as a power cut does. */
    void killAll(List<String> names) throws IOException, InterruptedException {
        for (String name : names) {
            process(name).destroyForcibly();
        }
        for (String name : names) {
            kill(name);
        }
    }

    /** Runs a command of the launcher to its end. */
    Said run(Duration bound, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("plug", ".out");
        Path err = Files.createTempFile("plug", ".err");
        try {
            List<String> command =
                    new ArrayList<>(List.of(REPOSITORY.resolve("tthc").toString()));
            command.addAll(List.of(arguments));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(bound.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("./tthc " + String.join(" ", arguments) + " took more than "
                        + bound.toSeconds() + " s: " + Files.readString(out) + Files.readString(err));
            }
            return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** The same, when nothing else than success will do. */
    Said ok(Duration bound, String... arguments) throws IOException, InterruptedException {
        Said said = run(bound, arguments);
        if (said.exit() != 0) {
            throw new AssertionError("./tthc " + String.join(" ", arguments) + " ended with " + said.exit() + ": "
                    + said.out() + said.err());
        }
        return said;
    }

    /** {@code kill -9}; it is gone when this returns. */
    void kill(String name) throws IOException, InterruptedException {
        Optional<ProcessHandle> running = handle(name);
        if (running.isEmpty()) {
            return;
        }
        running.get().destroyForcibly();
        try {
            running.get().onExit().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(name + " does not end though it was killed", e);
        }
    }

    /** SIGSTOP: it stays, says nothing, and knows nothing of it. */
    void freeze(String name) throws IOException, InterruptedException {
        Signals.freeze(process(name));
    }

    /** SIGCONT. */
    void thaw(String name) throws IOException, InterruptedException {
        Signals.thaw(process(name));
    }

    private ProcessHandle process(String name) throws IOException {
        return handle(name).orElseThrow(() -> new AssertionError(name + " does not run"));
    }

    private Optional<ProcessHandle> handle(String name) throws IOException {
        Path file = home.run().resolve(name + ".pid");
        return Files.exists(file)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst()))
                : Optional.empty();
    }

    private static int freeBase() {
        for (int i = 0; i < 100; i++) {
            int base = ThreadLocalRandom.current().nextInt(FROM, FROM + 4_000);
            if (OFFSETS.stream().allMatch(offset -> free(base + offset))) {
                return base;
            }
        }
        throw new IllegalStateException("there are no free ports");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (twins != null) {
            for (String name : SERVICES) {
                kill(Twins.of(name));
            }
        }
        ok(UP, "down");
    }
}
