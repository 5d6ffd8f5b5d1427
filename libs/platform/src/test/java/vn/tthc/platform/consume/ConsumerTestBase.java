package vn.tthc.platform.consume;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.relay.RelayStack;
import vn.tthc.platform.testing.TestBroker;

/** A broker, a service that owns dossiers (its relay is started by the test, if at all), and one that consumes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConsumerTestBase {
    static final Duration SOON = Duration.ofSeconds(30);

    TestBroker broker;
    RelayStack owner;
    ConsumeStack consumer;
    WordsView view;
    WordsReaction reaction;
    Path file;
    private KafkaProducer<String, byte[]> producer;

    @BeforeAll
    void startBroker() {
        broker = TestBroker.start();
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap(), ProducerConfig.LINGER_MS_CONFIG, 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    void stopBroker() {
        producer.close(Duration.ofSeconds(2));
        broker.close();
    }

    @BeforeEach
    void open(@TempDir Path shared) throws Exception {
        // The folder is the class's, since one instance runs all of its tests.
        Path folder = shared.resolve(UUID.randomUUID().toString());
        owner = new RelayStack("intake", broker.bootstrap(), folder.resolve("intake.db"), List.of()).startAllButRelay();
        await().atMost(SOON).until(owner.readiness::isReady);
        file = folder.resolve("query.db");
        view = new WordsView();
        reaction = new WordsReaction();
        openConsumer();
        skipOtherTests();
    }

    /** Tests of a class share a broker; each begins after what the ones before it have left there. */
    private void skipOtherTests() throws Exception {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (String topic : view.topics()) {
            for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                wanted.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        var ends = owner.admin.listOffsets(wanted).all().get(10, TimeUnit.SECONDS);
        for (String name : List.of(WordsView.NAME, WordsReaction.NAME)) {
            consumer.store.write(name, tx -> {
                ends.forEach((partition, end) -> tx.offset(partition, new NextOffset(end.offset(), null)));
                return true;
            });
        }
    }

    void openConsumer() {
        consumer = new ConsumeStack(broker.bootstrap(), file, List.of(view), List.of(reaction));
    }

    @AfterEach
    void close() {
        consumer.close();
        owner.close();
    }

    /** Puts some versions of a stream on the topic, in that order. */
    void publish(StreamId stream, long... versions) {
        for (long version : versions) {
            RecordedEvent event = owner.log.read(stream.toString(), version, 1).getFirst();
            send(owner.records.write("intake", event));
        }
    }

    void send(ProducerRecord<String, byte[]> record) {
        producer.send(record);
        producer.flush();
    }

    /** What the view says of a dossier. */
    List<String> words(StreamId dossier) {
        return WordsView.words(consumer.documents, dossier.id());
    }

    List<ParkedRecord> parked(String name, StreamId dossier) {
        return consumer.store.read(name, reads -> reads.parked(dossier.id(), 100));
    }
}
