package vn.tthc.platform.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.person.PersonKey;
import vn.tthc.platform.sqlite.SqliteDatabase;

class KeyTrafficTest {
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T01:00:00Z"));

    @TempDir
    private Path folder;

    private final List<SmartLifecycle> started = new ArrayList<>();
    private SqliteDatabase database;
    private PersonKeys keys;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("a.db"), 1_000);
        keys = new PersonKeys(database);
    }

    @AfterEach
    void close() {
        started.forEach(SmartLifecycle::stop);
        database.close();
    }

    private <T extends SmartLifecycle> T start(T part) {
        started.add(part);
        part.start();
        return part;
    }

    private static MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    @Test
    void newKeysArePublishedAndMarkedOnlyThen() {
        MockProducer<String, byte[]> producer = producer();
        KeyPublisher publisher = new KeyPublisher(keys, () -> producer, JSON, CLOCK);
        PersonKey early = new PersonKey("early", "AA==", 1);
        PersonKey late = new PersonKey("late", "AB==", 1);
        keys.add(early);

        start(publisher);
        await().atMost(BOUND).until(() -> keys.unpublished(10).isEmpty());
        keys.add(late);
        publisher.wake();
        await().atMost(BOUND).until(() -> keys.unpublished(10).isEmpty());

        assertThat(producer.history())
                .allMatch(record -> record.topic().equals(Topics.PERSON_KEYS))
                .extracting(record -> JSON.readValue(record.value(), PersonKey.class))
                .containsExactly(early, late);
        assertThat(producer.history()).extracting(record -> record.key()).containsExactly("early", "late");
    }

    @Test
    void whileTheBrokerIsAwayKeysWaitAndNobodyElseDoes() {
        MockProducer<String, byte[]> broken = producer();
        broken.sendException = new KafkaException("no broker");
        MockProducer<String, byte[]> whole = producer();
        AtomicInteger connections = new AtomicInteger();
        KeyPublisher publisher =
                new KeyPublisher(keys, () -> connections.incrementAndGet() < 3 ? broken : whole, JSON, CLOCK);
        keys.add(new PersonKey("p", "AA==", 1));

        start(publisher);
        publisher.wake();

        await().atMost(BOUND).until(() -> keys.unpublished(10).isEmpty());
        assertThat(broken.history()).isEmpty();
        assertThat(whole.history()).hasSize(1);
    }

    @Test
    void afterAStartTheLastMinuteIsPublishedAgainAndNoMore() {
        keys.add(new PersonKey("old", "AA==", 1));
        keys.add(new PersonKey("recent", "AA==", 1));
        keys.add(new PersonKey("last", "AA==", 1));
        keys.markPublished(List.of(new PersonKey("old", "AA==", 1)), CLOCK.millis() - 61_000);
        keys.markPublished(List.of(new PersonKey("recent", "AA==", 1)), CLOCK.millis() - 59_000);
        keys.markPublished(List.of(new PersonKey("last", "AA==", 1)), CLOCK.millis());
        keys.apply(List.of(new PersonKeys.Change("foreign", new PersonKey("foreign", "AA==", 1))), Map.of());
        MockProducer<String, byte[]> producer = producer();

        start(new KeyPublisher(keys, () -> producer, JSON, CLOCK));

        await().atMost(BOUND).until(() -> producer.history().size() >= 2);
        assertThat(producer.history()).extracting(record -> record.key()).containsExactlyInAnyOrder("recent", "last");
    }

    @Test
    void theRingTakesKeysForgetsPersonsAndPassesOverRubbish() {
        List<String> forgotten = new CopyOnWriteArrayList<>();
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
            beginnings.put(new TopicPartition(Topics.PERSON_KEYS, partition), 0L);
        }
        consumer.updateBeginningOffsets(beginnings);
        consumer.schedulePollTask(() -> {
            PersonKey first = new PersonKey("first", "AA==", 1);
            consumer.addRecord(record(0, 0, "first", JSON.writeValueAsBytes(first)));
            consumer.addRecord(record(0, 1, "second", "{\"rubbish".getBytes(StandardCharsets.UTF_8)));
            consumer.addRecord(record(0, 2, "third", JSON.writeValueAsBytes(first)));
            consumer.addRecord(record(0, 3, null, JSON.writeValueAsBytes(first)));
            consumer.addRecord(record(5, 0, "gone", JSON.writeValueAsBytes(new PersonKey("gone", "AA==", 1))));
            consumer.addRecord(record(5, 1, "gone", null));
        });

        start(new KeyRing(keys, forgotten::add, () -> consumer, JSON));

        await().atMost(BOUND)
                .untilAsserted(
                        () -> assertThat(keys.offsets()).containsExactlyInAnyOrderEntriesOf(Map.of(0, 4L, 5, 2L)));
        assertThat(keys.find("first")).contains(new PersonKey("first", "AA==", 1));
        assertThat(keys.find("second")).isEmpty();
        assertThat(keys.find("third")).isEmpty();
        assertThat(keys.find("gone")).isEmpty();
        await().atMost(BOUND).until(() -> forgotten.equals(List.of("gone")));
        assertThat(keys.unpublished(10)).isEmpty();
    }

    @Test
    void theRingTriesAgainWhenTheBrokerFails() {
        AtomicInteger connections = new AtomicInteger();
        keys.apply(List.of(), Map.of(2, 5_000L));
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        TopicPartition partition = new TopicPartition(Topics.PERSON_KEYS, 2);

        start(new KeyRing(
                keys,
                person -> {},
                () -> {
                    if (connections.incrementAndGet() < 3) {
                        throw new KafkaException("no broker");
                    }
                    return consumer;
                },
                JSON));

        await().atMost(BOUND).until(() -> consumer.assignment().size() == Topics.PARTITIONS);
        await().atMost(BOUND).until(() -> consumer.position(partition) == 4_000);
    }

    private static ConsumerRecord<String, byte[]> record(
            int partition, long offset, @Nullable String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(Topics.PERSON_KEYS, partition, offset, key, value);
    }
}
