package vn.tthc.platform.consume;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Opens Kafka consumers.
 *
 * @param kafka bootstrap servers
 * @param service whose they are
 */
record KafkaConsumers(String kafka, String service) {
    private static final int BATCH = 500;
    /**
     * What is read once is stored in larger transactions: every one writes each page it changes, however little it
     * changes there. More would let those who record something meanwhile wait longer for the one writer, and two batches
     * are in memory.
     */
    private static final int BATCH_ONCE = 2_000;

    private static final int SESSION_MILLIS = 10_000;
    private static final int HEARTBEAT_MILLIS = 3_000;
    /**
     * One to two thousand events. A service has a dozen consumers: with Kafka's own 50 MB for each, one that was away for long
     * would have no memory left when it comes back.
     */
    private static final int FETCH_BYTES = 2 * 1024 * 1024;

    private static final Map<String, Object> READ_ONCE =
            Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH_ONCE);

    /** A consumer that stores its offsets elsewhere. */
    Consumer<String, byte[]> open(String name) {
        return open(name, Map.of());
    }

    /**
     * A consumer that reads once what is there already. A fetch that waits for more at the end of one partition holds up
     * what is asked of another, so the broker answers it soon; and its batches are larger.
     */
    Consumer<String, byte[]> openToReadOnce(String name) {
        return open(name, READ_ONCE);
    }

    /** One that shares the partitions with those of other processes, the same numbers of every topic. */
    Consumer<String, byte[]> openInGroup(String name) {
        return open(
                name,
                Map.of(
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        RangeAssignor.class.getName(),
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        SESSION_MILLIS,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        HEARTBEAT_MILLIS));
    }

    private Consumer<String, byte[]> open(String name, Map<String, Object> more) {
        String id = "tthc-" + service + "-" + name;
        Map<String, Object> settings = new HashMap<>(Map.of(
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES,
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                ConsumerConfig.GROUP_ID_CONFIG, id,
                ConsumerConfig.CLIENT_ID_CONFIG, id,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                // A stored offset that the broker does not have any more: everything is read, the known
                // dropped.
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH));
        settings.putAll(more);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
