package vn.tthc.local.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.LogManager;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** Runs one Kafka node until it is told to stop. */
public final class BrokerMain {
    private BrokerMain() {}

    /**
     * Starts the node and waits.
     *
     * @param args data folder, broker port, controller port, file that tells that it can be used, and optionally
     *     {@code --once}: stop as soon as everything stands
     */
    public static void main(String[] args) throws Exception {
        readLogging();
        Path data = Path.of(args[0]);
        Path ready = Path.of(args[3]);
        boolean once = args.length > 4 && args[4].equals("--once");
        try {
            Files.createDirectories(data);
            KafkaConfig config = BrokerSettings.of(data, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
            LogFolder.prepare(data, config);
            KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
            if (!once) {
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, ready), "stop"));
            }
            server.startup();
            Files.writeString(ready, Long.toString(ProcessHandle.current().pid()));
            if (once) {
                stop(server, ready);
            } else {
                server.awaitShutdown();
            }
        } catch (Exception e) {
            System.err.println("The broker cannot start on " + data + ": " + e.getMessage());
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void stop(KafkaRaftServer server, Path ready) {
        try {
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            System.err.println("cannot delete " + ready + ": " + e.getMessage());
        }
        server.shutdown();
    }

    private static void readLogging() throws IOException {
        try (InputStream settings = BrokerMain.class.getResourceAsStream("/broker-logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        }
    }
}
