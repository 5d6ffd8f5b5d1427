package vn.tthc.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The launcher with data and ports of its own, so that it runs beside a developer's system.
 *
 * @param home folder of all data
 * @param portBase moves every port
 * @param settings further variables of its environment
 */
record Tthc(Path home, int portBase, Map<String, String> settings) {
    static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    /** Every system of these tests starts the same jars. */
    private static final Path CACHES = Path.of("target", "caches").toAbsolutePath();

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Another range for each fork: what is free now is taken a moment later. */
    private static final int FROM = 20_100 + 5_000 * (Integer.getInteger("surefire.forkNumber", 1) % 2);

    private static final List<Integer> OFFSETS = List.of(0, 1, 2, 3, 4, 5, 1012, 1013);

    /**
     * What a command said.
     *
     * @param exit its exit code
     * @param out standard output
     * @param err standard error
     */
    record Said(int exit, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }

        List<String> errLines() {
            return err.lines().toList();
        }
    }

    /** A launcher on a folder under {@code target}, emptied first, and on ports that are free. */
    static Tthc on(String folder) throws IOException {
        return on(folder, Map.of());
    }

    /** The same with further variables in its environment. */
    static Tthc on(String folder, Map<String, String> settings) throws IOException {
        Path home = Path.of("target", folder).toAbsolutePath();
        Tthc tthc = new Tthc(home, freeBase(), settings);
        Files.createDirectories(home);
        return tthc;
    }

    int intakePort() {
        return portBase + 1;
    }

    /** Runs a command to its end, which must come within the seconds given. */
    Said run(int seconds, String... args) throws IOException, InterruptedException {
        Path out = Files.createTempFile("tthc", ".out");
        Path err = Files.createTempFile("tthc", ".err");
        try {
            Process process = builder(args)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", args) + " took more than " + seconds + " s: "
                        + Files.readString(out) + Files.readString(err));
            }
            return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** The same, when nothing else than success will do. */
    Said ok(int seconds, String... args) throws IOException, InterruptedException {
        Said said = run(seconds, args);
        if (said.exit() != 0) {
            throw new AssertionError(String.join(" ", args) + " ended with " + said.exit() + ": " + said.err());
        }
        return said;
    }

    /** Starts a command and does not wait for it. */
    Process start(Path out, String... args) throws IOException {
        return builder(args)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder(String... args) {
        List<String> command =
                new ArrayList<>(List.of(REPOSITORY.resolve("tthc").toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        builder.environment().put("TTHC_HOME", home.toString());
        builder.environment().put("TTHC_PORT_BASE", Integer.toString(portBase));
        builder.environment().put("TTHC_NO_BUILD", "1");
        builder.environment().put("TTHC_UP_SECONDS", "600");
        builder.environment().put("TTHC_CACHES", CACHES.toString());
        builder.environment().put("TTHC_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        return builder;
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

    /** Deletes what an earlier run left. */
    void clean() throws InterruptedException {
        try {
            ok(120, "clean-data", "--yes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
