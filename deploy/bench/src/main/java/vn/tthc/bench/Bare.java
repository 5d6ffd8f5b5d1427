package vn.tthc.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Call;
import vn.tthc.platform.sqlite.SqliteDatabase;

/** What the machine could do at best, measured in the same run: without law, HTTP in front of the log, or views behind it. */
final class Bare {
    private static final int EVENT_BYTES = 600;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final int BOUND_SECONDS = 30;

    private final Settings settings;
    private final byte[] event = new byte[EVENT_BYTES];

    Bare(Settings settings) {
        this.settings = settings;
        new SplittableRandom(settings.seed()).nextBytes(event);
    }

    /** All three limits. */
    Map<String, Object> measure(String bootstrap, Path folder) throws InterruptedException {
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("sqliteAppendsPerSecond", sqlite(folder));
        limits.put("kafkaProducesPerSecond", kafka(bootstrap));
        limits.put("httpAnswersPerSecond", http());
        return limits;
    }

    /** The same rows on the driver alone, so many to an fsync as the services had in the mean. */
    double sqliteInGroupsOf(double mean, Path folder) throws InterruptedException {
        try (BareFile file = new BareFile(folder.resolve("bare-groups.db"), event)) {
            return Latency.round(mean * new Crowd(1, WARM_UP, MEASURED).perSecond(client -> file.groupsOf(mean)));
        }
    }

    /** Rows of an event's size through the log's own group commit: each client waits for the fsync of its row. */
    private double sqlite(Path folder) throws InterruptedException {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve("bare.db");
            try (SqliteDatabase database = SqliteDatabase.open(file, 10_000)) {
                database.write(connection -> {
                    try (PreparedStatement table = connection.prepareStatement(
                            "CREATE TABLE e (s TEXT, v INTEGER, b BLOB, PRIMARY KEY (s, v)) WITHOUT ROWID")) {
                        return table.execute();
                    }
                });
                return new Crowd(settings.clients(), WARM_UP, MEASURED).perSecond(client -> {
                    AtomicLong version = new AtomicLong();
                    return () -> database.write(connection -> {
                        try (PreparedStatement row =
                                connection.prepareStatement("INSERT INTO e (s, v, b) VALUES (?, ?, ?)")) {
                            row.setString(1, "stream-" + client);
                            row.setLong(2, version.incrementAndGet());
                            row.setBytes(3, event);
                            return row.executeUpdate();
                        }
                    });
                });
            } finally {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path left : files.filter(
                                    path -> path.getFileName().toString().startsWith("bare.db"))
                            .toList()) {
                        Files.delete(left);
                    }
                }
            }
        } catch (IOException e) {
            throw new Failure("the folder " + folder + " cannot be written to (" + e + ").");
        }
    }

    /** Records of an event's size, each acknowledged before the client sends its next. */
    private double kafka(String bootstrap) throws InterruptedException {
        String topic = "bench.bare." + UUID.randomUUID();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1)))
                    .all()
                    .get(BOUND_SECONDS, TimeUnit.SECONDS);
            try (KafkaProducer<byte[], byte[]> producer = producer(bootstrap)) {
                return new Crowd(settings.clients(), WARM_UP, MEASURED).perSecond(client -> {
                    byte[] key = ("dossier-" + client).getBytes(StandardCharsets.UTF_8);
                    return () -> producer.send(new ProducerRecord<>(topic, key, event))
                            .get(BOUND_SECONDS, TimeUnit.SECONDS);
                });
            } finally {
                admin.deleteTopics(List.of(topic)).all().get(BOUND_SECONDS, TimeUnit.SECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new Failure(Failure.UNAVAILABLE, "the broker at " + bootstrap + " cannot be measured: " + e + ".");
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", bootstrap);
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        properties.put("linger.ms", "0");
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** An endpoint that does nothing, in this process, asked by the same client as the services. */
    private double http() throws InterruptedException {
        try (Wire wire = new Wire()) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                try (exchange) {
                    exchange.getRequestBody().readAllBytes();
                    byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
            try {
                URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
                Call call = new Call("the bare endpoint", "GET", uri, Map.of(), null).posting(Map.of("a", "b"));
                return new Crowd(settings.clients(), WARM_UP, MEASURED).perSecond(client -> () -> wire.good(call));
            } finally {
                server.stop(0);
            }
        } catch (IOException e) {
            throw new Failure("no port can be opened (" + e + ").");
        }
    }
}
