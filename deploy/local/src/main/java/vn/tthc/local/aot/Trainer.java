package vn.tthc.local.aot;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.tthc.local.Home;
import vn.tthc.local.process.Fleet;
import vn.tthc.local.process.Jvm;
import vn.tthc.local.process.ProcessSpec;

/**
 * Runs each process once for a moment on an empty folder, and lets the virtual machine write down what it loaded. It
 * touches no data and talks to nobody: its folder is its own, and the broker it is told of does not exist.
 */
final class Trainer {
    private static final long BOUND_SECONDS = 180;

    private final Home home;
    private final Caches caches;

    Trainer(Home home, Caches caches) {
        this.home = home;
        this.caches = caches;
    }

    /** Trains what has no cache yet, so many at a time. */
    void run(Fleet fleet, int atOnce) throws IOException, InterruptedException, ExecutionException {
        Caches.make(home.caches());
        Files.createDirectories(home.logs());
        List<Callable<ProcessSpec>> work = new ArrayList<>();
        for (ProcessSpec spec : fleet.all()) {
            work.add(() -> {
                if (caches.missing(spec)) {
                    train(spec);
                }
                forgetOthers(spec);
                return spec;
            });
        }
        try (ExecutorService trainers = Executors.newFixedThreadPool(atOnce)) {
            for (Future<ProcessSpec> done : trainers.invokeAll(work)) {
                done.get();
            }
        }
    }

    private void train(ProcessSpec spec) throws IOException, InterruptedException {
        Path scratch = home.caches().resolve("scratch-" + spec.name());
        Folders.delete(scratch);
        Files.createDirectories(scratch);
        Path made = home.caches().resolve(spec.name() + ".making");
        Files.deleteIfExists(made);
        Path record = home.caches().resolve(spec.name() + ".making.config");
        List<String> command =
                new ArrayList<>(Jvm.command(alone(spec, scratch), List.of("-XX:AOTCacheOutput=" + made)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.logOf("trainer-" + spec.name()).toFile());
        builder.environment().putAll(spec.environment());
        builder.environment().putAll(strangers(scratch));
        Process process = builder.start();
        try {
            process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly().onExit().join();
        }
        if (Files.exists(made)) {
            Files.move(made, caches.file(spec));
        } else {
            Files.createFile(caches.failed(spec));
        }
        Files.deleteIfExists(record);
        Folders.delete(scratch);
    }

    private static Map<String, String> strangers(Path scratch) {
        return Map.of("TTHC_DATA_DIR", scratch.toString(), "TTHC_KAFKA", "127.0.0.1:1", "SERVER_PORT", "0");
    }

    private static ProcessSpec alone(ProcessSpec spec, Path scratch) throws IOException {
        List<String> jvm = new ArrayList<>(spec.jvm());
        List<String> arguments = spec.arguments();
        if (!spec.name().equals(Fleet.BROKER)) {
            jvm.add("-Dspring.context.exit=onRefresh");
        } else {
            arguments = List.of(
                    scratch.resolve("data").toString(),
                    Integer.toString(freePort()),
                    Integer.toString(freePort()),
                    scratch.resolve("ready").toString(),
                    "--once");
        }
        return new ProcessSpec(
                spec.name(),
                spec.port(),
                spec.furtherPorts(),
                spec.classPath(),
                spec.mainClass(),
                jvm,
                arguments,
                new HashMap<>(spec.environment()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void forgetOthers(ProcessSpec spec) throws IOException {
        Path current = caches.file(spec);
        try (Stream<Path> files = Files.list(home.caches())) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.matches(spec.name() + "-[0-9a-f]{16}\\.(aot|jsa|failed)")
                        && !file.equals(current)
                        && !file.equals(caches.failed(spec))) {
                    Files.delete(file);
                }
            }
        }
    }
}
