package vn.tthc.platform.consume;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.consume.sqlite.SqliteConsumerStore;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.sqlite.SqliteEventLog;
import vn.tthc.platform.relay.ControlPublisher;
import vn.tthc.platform.relay.EventRecords;
import vn.tthc.platform.relay.KafkaSender;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.sqlite.StoreUnavailable;
import vn.tthc.platform.store.sqlite.SqliteDocuments;

/** A file in which the same records are taken twice: batch after batch, and by a rebuild. No broker. */
final class FoldAheadRig implements AutoCloseable {
    static final String USUAL = "usual";
    static final String AHEAD = "ahead";
    private static final long BOUND_SECONDS = 20;
    private static final TopicPartition PARTITION = new TopicPartition(Topics.DOSSIER, 0);

    private final EventJson json = new EventJson();
    private final EventRecords records = new EventRecords(json);
    private final KafkaSender sender = new KafkaSender("localhost:1", "query");
    private final SqliteDatabase database;
    private final ConsumerStore store;
    private final List<ConsumerRecord<String, byte[]>> published = new ArrayList<>();
    private final AtomicInteger writesUntilFailure = new AtomicInteger(Integer.MAX_VALUE);
    private final AtomicInteger writesToHold = new AtomicInteger();
    private volatile @Nullable Semaphore folded;
    final EventLog log;
    final FoldAheadView usual;
    final FoldAheadView ahead;

    FoldAheadRig(Path file) {
        database = SqliteDatabase.open(file, 100);
        SqliteDocuments documents = new SqliteDocuments(database);
        usual = new FoldAheadView(USUAL, documents);
        ahead = new FoldAheadView(AHEAD, documents);
        documents.declare(usual.collections());
        documents.declare(ahead.collections());
        store = new SqliteConsumerStore(database, documents);
        log = new SqliteEventLog(database, InstantSource.system(), json);
    }

    void publish(StreamId stream, long... versions) {
        for (long version : versions) {
            ProducerRecord<String, byte[]> record = records.write(
                    "intake", log.read(stream.toString(), version, 1).getFirst());
            published.add(new ConsumerRecord<>(
                    PARTITION.topic(),
                    PARTITION.partition(),
                    published.size(),
                    0L,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    record.key(),
                    record.value(),
                    record.headers(),
                    Optional.empty()));
        }
    }

    /** The store takes no document like that. */
    void refuse(String like) {
        for (String name : List.of(USUAL, AHEAD)) {
            for (String change : List.of("INSERT", "UPDATE")) {
                database.write(connection -> {
                    try (var statement = connection.prepareStatement("CREATE TRIGGER refuse_" + name + change
                            + " BEFORE " + change + " ON doc_" + name + " WHEN NEW.json LIKE '" + like
                            + "' BEGIN SELECT RAISE(ABORT, 'the store does not take it'); END")) {
                        return statement.execute();
                    }
                });
            }
        }
    }

    /** The store is away at that write of a batch, from 1, after its work was done. */
    void failAtWrite(int number) {
        writesUntilFailure.set(number);
    }

    /** Takes everything batch after batch. */
    void usual(int size) throws InterruptedException {
        Handling handling = handling(usual, store);
        for (int from = 0; from < published.size(); from += size) {
            List<RawRecord> batch = published.subList(from, Math.min(published.size(), from + size)).stream()
                    .map(record -> new RawRecord(
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            record.key(),
                            record.headers(),
                            record.value()))
                    .toList();
            handling.handle(batch, Map.of(PARTITION, new NextOffset(from + batch.size(), null)));
        }
    }

    /** No batch but the last is stored before the next one has been folded, which must come within some seconds. */
    void holdWritesUntilTheNextIsFolded() {
        folded = new Semaphore(-1);
    }

    /** Takes everything by a rebuild that is given so many records at once. */
    void ahead(int size) throws InterruptedException {
        writesToHold.set((published.size() - 1) / size);
        MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest");
        kafka.setMaxPollRecords(size);
        kafka.schedulePollTask(() -> published.forEach(kafka::addRecord));
        try (Rebuild rebuild = new Rebuild(kafka, handling(ahead, failing()))) {
            rebuild.readUntil(Map.of(PARTITION, new NextOffset(published.size(), null)));
        }
    }

    private ConsumerStore failing() {
        return (ConsumerStore) Proxy.newProxyInstance(
                ConsumerStore.class.getClassLoader(), new Class<?>[] {ConsumerStore.class}, (proxy, method, given) -> {
                    if (method.getName().equals("writeRepeatable") && writesUntilFailure.decrementAndGet() == 0) {
                        @SuppressWarnings("unchecked")
                        Function<ConsumerTx, ?> work = (Function<ConsumerTx, ?>) given[2];
                        return store.writeRepeatable(AHEAD, 0, tx -> {
                            Object done = work.apply(tx);
                            throw new StoreUnavailable("on purpose, after " + done, null);
                        });
                    }
                    Semaphore next = folded;
                    if (next != null
                            && method.getName().equals("writeRepeatable")
                            && writesToHold.getAndDecrement() > 0
                            && !next.tryAcquire(BOUND_SECONDS, TimeUnit.SECONDS)) {
                        throw new IllegalStateException("the next batch is not folded meanwhile");
                    }
                    try {
                        Object answer = method.invoke(store, given);
                        if (next != null && method.getName().equals("readTogether")) {
                            next.release();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private Handling handling(FoldAheadView view, ConsumerStore on) {
        String name = view.name();
        Located.Finder finder = new Located.Finder(records, json);
        Steps steps = new Steps(
                name,
                Effect.of(view, UnaryOperator.identity()),
                Set.of(),
                finder,
                Tuning.STANDARD,
                new ConsumerMeters(new SimpleMeterRegistry(), name),
                InstantSource.system());
        return new ProjectionHandling(
                view, name, on, steps, new RecentRecords(finder), new ControlPublisher(sender, json));
    }

    long position(String name, StreamId stream) {
        return store.read(name, reads -> reads.position(stream.toString()));
    }

    @Nullable
    Long nextOffset(String name) {
        NextOffset next = store.read(name, ConsumerReads::offsets).get(PARTITION);
        return next == null ? null : next.offset();
    }

    List<Long> parked(String name, StreamId dossier) {
        return store.read(name, reads -> reads.parked(dossier.id(), 100)).stream()
                .map(ParkedRecord::version)
                .toList();
    }

    /** Everything that is stored of a consumer, but for moments and numbers of rows. */
    List<String> dump(String name) {
        List<String> dump = new ArrayList<>();
        dump.addAll(rows("SELECT 'document', id, version, json FROM doc_" + name + " ORDER BY id"));
        String mine = " WHERE consumer='" + name + "' ORDER BY ";
        dump.addAll(rows("SELECT 'position', stream, version FROM consumer_positions" + mine + "stream"));
        dump.addAll(rows("SELECT 'offset', topic, partition, next FROM consumer_offsets" + mine + "topic, partition"));
        dump.addAll(rows("SELECT 'held', stream, version, dossier FROM consumer_held" + mine + "stream, version"));
        dump.addAll(rows("SELECT 'waiting', stream, dossier, tries FROM consumer_waiting" + mine + "stream"));
        dump.addAll(
                rows("SELECT 'parked', dossier, stream, version, reason, attempts FROM consumer_parked" + mine + "id"));
        return dump;
    }

    private List<String> rows(String sql) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement(sql);
                    var found = statement.executeQuery()) {
                List<String> rows = new ArrayList<>();
                while (found.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                        row.append(found.getString(column)).append(' ');
                    }
                    rows.add(row.toString());
                }
                return rows;
            }
        });
    }

    @Override
    public void close() {
        sender.close();
        database.close();
    }
}
