package vn.tthc.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.RepeatedTest;
import vn.tthc.platform.testing.TestBroker;
import vn.tthc.platform.testing.Topic;

class KafkaSenderTest {
    /** Many, so that some have no leader yet when the first request comes. */
    private static final int PARTITIONS = 200;

    private static final int RECORDS = 4_000;

    private final TestBroker broker = TestBroker.shared();

    /** A new partition may refuse the first request, because it has no leader yet, and take the second. */
    @RepeatedTest(3)
    void the_first_records_of_a_new_topic_keep_their_order() throws Exception {
        String topic = "new-" + System.nanoTime();
        create(topic);
        KafkaSender.Sent sent;
        try (KafkaSender sender = new KafkaSender(broker.bootstrap(), topic)) {
            sent = sender.send(IntStream.range(0, RECORDS)
                    .mapToObj(i -> new ProducerRecord<>(topic, i % PARTITIONS, "key", bytes(i)))
                    .toList());
        }

        assertThat(sent.failure()).isNull();
        assertThat(sent.acknowledged()).isEqualTo(RECORDS);
        List<ConsumerRecord<String, byte[]>> found = Topic.everything(broker.bootstrap(), topic);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int which = partition;
            assertThat(found.stream()
                            .filter(record -> record.partition() == which)
                            .map(record -> Integer.valueOf(new String(record.value(), StandardCharsets.UTF_8))))
                    .containsExactlyElementsOf(IntStream.iterate(which, i -> i < RECORDS, i -> i + PARTITIONS)
                            .boxed()
                            .toList());
        }
    }

    private void create(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static byte[] bytes(int number) {
        return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
    }
}
