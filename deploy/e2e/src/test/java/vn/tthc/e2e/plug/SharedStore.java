package vn.tthc.e2e.plug;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * The double of MongoDB in a process of its own, for any number of processes of services. It keeps everything in memory
 * and is never killed: what it would lose then says nothing about MongoDB.
 */
final class SharedStore implements AutoCloseable {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private SharedStore(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Runs it until whoever started it is gone. */
    public static void main(String[] arguments) throws IOException {
        ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
        InetSocketAddress address = new MongoServer(new MemoryBackend()).bind();
        Path told = Path.of(arguments[0]);
        Path draft = told.resolveSibling(told.getFileName() + ".new");
        Files.writeString(draft, Integer.toString(address.getPort()));
        Files.move(draft, told, StandardCopyOption.ATOMIC_MOVE);
        parent.onExit().join();
        System.exit(0);
    }

    static SharedStore start(Path folder) throws IOException {
        Path told = folder.resolve("store.port");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SharedStore.class.getName(),
                        told.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "store.log"))
                .start();
        Awaitility.await("the store is there").atMost(BOUND).until(() -> Files.exists(told) || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "the store did not start: " + Files.readString(folder.resolve("store.log")));
        }
        return new SharedStore(process, Integer.parseInt(Files.readString(told)));
    }

    /** Where it listens; every service takes a database of its own. */
    String address() {
        return "mongodb://127.0.0.1:" + port + "/";
    }

    /** It stands still and answers nothing; what it was told meanwhile it does as soon as it goes on. */
    void freeze() throws IOException, InterruptedException {
        Signals.freeze(process.toHandle());
    }

    /** It goes on, with everything it had. */
    void thaw() throws IOException, InterruptedException {
        Signals.thaw(process.toHandle());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
