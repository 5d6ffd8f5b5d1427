package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tthc.platform.testing.Facts.aDossier;
import static vn.tthc.platform.testing.Facts.append;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.sqlite.SqliteEventLog;
import vn.tthc.platform.relay.ControlPublisher;
import vn.tthc.platform.relay.EventRecords;
import vn.tthc.platform.relay.KafkaSender;
import vn.tthc.platform.sqlite.StoreUnavailable;

/** What a reaction does with a batch where its process has the store for itself. */
class ReactionBatchTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.DOSSIER, 0);

    @TempDir
    private Path folder;

    private final EventJson json = new EventJson();
    private final EventRecords records = new EventRecords(json);
    private final KafkaSender sender = new KafkaSender("localhost:1", "query");
    private final WordsReaction reaction = new WordsReaction();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();
    private ConsumeStack.OnFile backing;
    private EventLog log;
    private ReactionHandling handling;

    @BeforeEach
    void open() {
        backing = ConsumeStack.OnFile.open(folder.resolve("reaction.db"));
        log = new SqliteEventLog(backing.database(), InstantSource.system(), json);
        Located.Finder finder = new Located.Finder(records, json);
        Steps steps = new Steps(
                WordsReaction.NAME,
                Effect.of(reaction),
                Set.of(),
                finder,
                Tuning.STANDARD,
                new ConsumerMeters(meters, WordsReaction.NAME),
                InstantSource.system());
        handling = new ReactionHandling(
                WordsReaction.NAME,
                counting(),
                steps,
                new RecentRecords(finder),
                new ControlPublisher(sender, json),
                8);
    }

    @AfterEach
    void close() {
        sender.close();
        backing.close();
    }

    private ConsumerStore counting() {
        return (ConsumerStore) Proxy.newProxyInstance(
                ConsumerStore.class.getClassLoader(), new Class<?>[] {ConsumerStore.class}, (proxy, method, given) -> {
                    if (method.getName().equals("read")) {
                        reads.incrementAndGet();
                    } else if (method.getName().equals("writeRepeatable")) {
                        writes.incrementAndGet();
                        if (away.get()) {
                            throw new StoreUnavailable("on purpose", null);
                        }
                    }
                    try {
                        return method.invoke(backing.store(), given);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private StreamId aStream(String... words) {
        StreamId stream = aDossier();
        append(log, stream, 0, words);
        return stream;
    }

    private RawRecord record(StreamId stream, long version) {
        ProducerRecord<String, byte[]> record =
                records.write("intake", log.read(stream.toString(), version, 1).getFirst());
        return new RawRecord(
                PARTITION.topic(), PARTITION.partition(), 0, record.key(), record.headers(), record.value());
    }

    private void handle(List<RawRecord> batch) throws InterruptedException {
        handling.handle(batch, Map.of(PARTITION, new NextOffset(batch.size(), null)));
    }

    private long position(StreamId stream) {
        return backing.store().read(WordsReaction.NAME, reads -> reads.position(stream.toString()));
    }

    @Test
    void places_are_read_once_before_a_batch_and_stored_once_after_it() throws Exception {
        List<RawRecord> batch = new ArrayList<>();
        List<StreamId> dossiers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            StreamId dossier = aStream("1", "2");
            dossiers.add(dossier);
            batch.add(record(dossier, 1));
            batch.add(record(dossier, 2));
        }

        handle(batch);

        assertThat(dossiers).allSatisfy(dossier -> {
            assertThat(reaction.seen(dossier.id())).containsExactly("1", "2");
            assertThat(position(dossier)).isEqualTo(2);
        });
        assertThat(reads).hasValue(1);
        assertThat(writes).hasValue(1);
    }

    @Test
    void what_was_handled_before_is_dropped_and_counted() throws Exception {
        StreamId dossier = aStream("1", "2");
        handle(List.of(record(dossier, 1)));

        handle(List.of(record(dossier, 1), record(dossier, 1), record(dossier, 2)));

        assertThat(reaction.seen(dossier.id())).containsExactly("1", "2");
        assertThat(meters.counter("tthc.consumer.dropped", "consumer", WordsReaction.NAME)
                        .count())
                .isEqualTo(2);
    }

    @Test
    void one_that_fails_stops_its_own_dossier_and_no_other() throws Exception {
        StreamId sick = aStream("1", "poison", "3");
        StreamId well = aStream("1", "2", "3");
        reaction.on("poison", event -> {
            throw new IllegalArgumentException("poison");
        });

        handle(List.of(
                record(sick, 1), record(well, 1), record(sick, 2), record(well, 2), record(sick, 3), record(well, 3)));

        assertThat(reaction.seen(sick.id())).containsExactly("1");
        assertThat(position(sick)).isEqualTo(1);
        List<ParkedRecord> parked = backing.store().read(WordsReaction.NAME, reads -> reads.parked(sick.id(), 10));
        assertThat(parked).extracting(ParkedRecord::version).containsExactly(2L, 3L);
        assertThat(reaction.seen(well.id())).containsExactly("1", "2", "3");
        assertThat(position(well)).isEqualTo(3);
    }

    @Test
    void one_that_comes_too_early_is_held_and_handled_when_what_is_missing_has_come() throws Exception {
        StreamId dossier = aStream("1", "2", "3");
        StreamId other = aStream("1");

        handle(List.of(record(dossier, 1), record(dossier, 3), record(other, 1)));

        assertThat(reaction.seen(dossier.id())).containsExactly("1");
        assertThat(reaction.seen(other.id())).containsExactly("1");
        handle(List.of(record(dossier, 2)));
        assertThat(reaction.seen(dossier.id())).containsExactly("1", "2", "3");
        assertThat(position(dossier)).isEqualTo(3);
    }

    @Test
    void one_that_waits_for_something_from_elsewhere_is_held_with_what_comes_behind_it() throws Exception {
        StreamId dossier = aStream("1", "early", "3");
        StreamId other = aStream("1");
        reaction.on("early", event -> {
            throw new NotYet("the key has not arrived");
        });

        handle(List.of(record(dossier, 1), record(dossier, 2), record(dossier, 3), record(other, 1)));

        assertThat(reaction.seen(dossier.id())).containsExactly("1");
        assertThat(reaction.seen(other.id())).containsExactly("1");
        assertThat(position(dossier)).isEqualTo(1);
        long held = backing.store().read(WordsReaction.NAME, ConsumerReads::heldCount);
        assertThat(held).isEqualTo(2);
        reaction.on("early", event -> {});
        assertThat(handling.tryWaiting()).isEmpty();
        assertThat(reaction.seen(dossier.id())).containsExactly("1", "early", "3");
        assertThat(position(dossier)).isEqualTo(3);
    }

    @Test
    void the_streams_of_a_dossier_are_told_in_the_order_in_which_they_came() throws Exception {
        StreamId dossier = aStream("1", "2");
        StreamId itsCase = StreamId.caseOf(dossier.id());
        append(log, itsCase, 0, "c1", "c2");

        handle(List.of(record(dossier, 1), record(itsCase, 1), record(dossier, 2), record(itsCase, 2)));

        assertThat(reaction.seen(dossier.id())).containsExactly("1", "c1", "2", "c2");
        assertThat(position(dossier)).isEqualTo(2);
        assertThat(position(itsCase)).isEqualTo(2);
    }

    @Test
    void where_the_places_cannot_be_stored_the_batch_comes_again() throws Exception {
        StreamId dossier = aStream("1");
        away.set(true);

        assertThatThrownBy(() -> handle(List.of(record(dossier, 1)))).isInstanceOf(StoreUnavailable.class);

        assertThat(position(dossier)).isZero();
        away.set(false);
        handle(List.of(record(dossier, 1)));
        assertThat(reaction.seen(dossier.id())).as("done again").containsExactly("1", "1");
        assertThat(position(dossier)).isEqualTo(1);
    }
}
