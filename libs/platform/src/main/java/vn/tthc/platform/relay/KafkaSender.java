package vn.tthc.platform.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The one producer of a service: idempotent, all replicas, no lingering, every wait bounded. */
public final class KafkaSender implements AutoCloseable {
    private static final int MAX_BLOCK_MILLIS = 2_000;
    private static final int REQUEST_MILLIS = 4_000;
    private static final int DELIVERY_MILLIS = 10_000;

    private final KafkaProducer<String, byte[]> producer;

    /**
     * A sender to a cluster.
     *
     * @param kafka bootstrap servers; need not answer yet
     * @param client name of this client in the broker's metrics
     */
    public KafkaSender(String kafka, String client) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        client,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        // A partition that has just got its leader takes the second request of a producer it does not
                        // know when it has refused the first: only one at a time keeps the order there.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        MAX_BLOCK_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        REQUEST_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        DELIVERY_MILLIS,
                        // A closed connection is taken for a restarted broker, so this side never closes an idle one.
                        ProducerConfig.CONNECTIONS_MAX_IDLE_MS_CONFIG,
                        -1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * How far a batch got.
     *
     * @param acknowledged how many records from its start the broker has
     * @param failure why the next one was not taken, null when all were
     */
    record Sent(int acknowledged, @Nullable Throwable failure) {}

    /** Sends records in order and waits until each was answered or given up, so that nothing of it comes later. */
    Sent send(List<ProducerRecord<String, byte[]>> records) throws InterruptedException {
        List<Future<RecordMetadata>> answers = new ArrayList<>(records.size());
        Throwable failure = null;
        try {
            for (ProducerRecord<String, byte[]> record : records) {
                Future<RecordMetadata> answer = producer.send(record);
                answers.add(answer);
                // What fails at once (no metadata, buffer full) took max.block.ms; the rest would take as long each.
                if (answer.isDone() && answer.state() == Future.State.FAILED) {
                    break;
                }
            }
        } catch (KafkaException | IllegalStateException e) {
            failure = e;
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(DELIVERY_MILLIS + REQUEST_MILLIS);
        int acknowledged = 0;
        for (Future<RecordMetadata> answer : answers) {
            Throwable refused = await(answer, deadline);
            if (refused != null && failure == null) {
                failure = refused;
            }
            if (failure == null) {
                acknowledged++;
            }
        }
        return new Sent(acknowledged, failure);
    }

    private static @Nullable Throwable await(Future<RecordMetadata> answer, long deadline) throws InterruptedException {
        try {
            answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause() != null ? e.getCause() : e;
        } catch (TimeoutException e) {
            return e;
        }
    }

    /** How many connections to brokers have been closed so far; a restart of a broker closes at least one. */
    double closedConnections() {
        return producer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-close-total")
                        && metric.getKey().group().equals("producer-metrics"))
                .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
                .sum();
    }

    @Override
    public void close() {
        producer.close(Duration.ofMillis(MAX_BLOCK_MILLIS));
    }
}
