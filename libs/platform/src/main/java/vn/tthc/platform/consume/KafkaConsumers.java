package vn.tthc.platform.consume;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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

    /** A consumer that stores its offsets elsewhere. */
    Consumer<String, byte[]> open(String name) {
        String id = "tthc-" + service + "-" + name;
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                        ConsumerConfig.GROUP_ID_CONFIG, id,
                        ConsumerConfig.CLIENT_ID_CONFIG, id,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                        // A stored offset that the broker does not have any more: everything is read, the known
                        // dropped.
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
