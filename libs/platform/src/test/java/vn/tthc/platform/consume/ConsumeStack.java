package vn.tthc.platform.consume;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import vn.tthc.platform.consume.sqlite.SqliteConsumerStore;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.mongo.GuardedMongo;
import vn.tthc.platform.mongo.MongoConsumerStore;
import vn.tthc.platform.mongo.MongoDocuments;
import vn.tthc.platform.mongo.MongoSequences;
import vn.tthc.platform.relay.Backoff;
import vn.tthc.platform.relay.ControlPublisher;
import vn.tthc.platform.relay.EventRecords;
import vn.tthc.platform.relay.KafkaSender;
import vn.tthc.platform.relay.Readiness;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.RebuildableDocuments;
import vn.tthc.platform.store.sqlite.SqliteDocuments;

/** A service's way in: a file and the consumers on it, impatient so that tests are short. */
final class ConsumeStack implements AutoCloseable {
    private static final Tuning IMPATIENT = new Tuning(
            new Backoff(Duration.ofMillis(100), Duration.ofMillis(500)),
            5,
            new Backoff(Duration.ofMillis(50), Duration.ofMillis(200)),
            4,
            new Backoff(Duration.ofMillis(50), Duration.ofMillis(200)),
            8);

    /** Processes on one store agree quickly. */
    private static final GenerationTimes TIMES = new GenerationTimes(
            Duration.ofMillis(100), Duration.ofMillis(700), Duration.ofSeconds(2), Duration.ofSeconds(3));

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final DocumentStore documents;
    final ConsumerStore store;
    final ConsumerLoops loops;
    final Generations generations;
    final DocumentStore serving;
    final ParkingLot parkingLot;
    final ConsumerPositions positions;
    final Freshness freshness;
    private final KafkaSender sender;
    private final Backing backing;

    /** Changes the file itself, where there is one. */
    void onFile(String sql) {
        ((OnFile) backing).database().write(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                return statement.execute();
            }
        });
    }

    /** What it stores on, and how that is closed. */
    interface Backing extends AutoCloseable {
        RebuildableDocuments documents();

        ConsumerStore store();

        @Override
        void close();
    }

    /** A file. */
    record OnFile(SqliteDatabase database, SqliteDocuments documents, SqliteConsumerStore store) implements Backing {
        static OnFile open(Path file) {
            SqliteDatabase database = SqliteDatabase.open(file, 1_000);
            SqliteDocuments documents = new SqliteDocuments(database);
            return new OnFile(database, documents, new SqliteConsumerStore(database, documents));
        }

        @Override
        public void close() {
            database.close();
        }
    }

    /** A database of MongoDB; closing it complains of queries that no declared index serves. */
    record OnMongo(GuardedMongo guarded, MongoDocuments documents, MongoConsumerStore store) implements Backing {
        static OnMongo open(String uri) {
            GuardedMongo guarded = GuardedMongo.open(uri, "query");
            MongoDocuments documents = new MongoDocuments(guarded.connection(), InstantSource.system());
            return new OnMongo(
                    guarded, documents, new MongoConsumerStore(documents, new MongoSequences(guarded.connection())));
        }

        @Override
        public void close() {
            guarded.close();
        }
    }

    ConsumeStack(String kafka, Path file, List<Projection> projections, List<Reaction> reactions) {
        this(kafka, file, projections, reactions, IMPATIENT);
    }

    ConsumeStack(String kafka, Path file, List<Projection> projections, List<Reaction> reactions, Tuning tuning) {
        this(kafka, OnFile.open(file), projections, reactions, tuning);
    }

    ConsumeStack(String kafka, Backing backing, List<Projection> projections, List<Reaction> reactions) {
        this(kafka, backing, projections, reactions, IMPATIENT);
    }

    private ConsumeStack(
            String kafka, Backing backing, List<Projection> projections, List<Reaction> reactions, Tuning tuning) {
        this.backing = backing;
        EventJson json = new EventJson();
        documents = backing.documents();
        store = backing.store();
        generations = new Generations(documents, store.lanes() > 1 ? TIMES : null);
        sender = new KafkaSender(kafka, "query");
        Readiness ready = new Readiness();
        ready.ready();
        loops = new ConsumerLoops(
                new ConsumerLoops.Shared(
                        new KafkaConsumers(kafka, "query"),
                        store,
                        new RecentRecords(new Located.Finder(new EventRecords(json), json)),
                        new ControlPublisher(sender, json),
                        ready,
                        meters,
                        InstantSource.system(),
                        tuning),
                projections,
                reactions,
                documents,
                generations);
        serving = new ServingDocuments(documents, generations);
        parkingLot = new ParkingLot(loops, store, InstantSource.system());
        positions = new ConsumerPositions(loops, store);
        freshness = new Freshness(List.of("intake"), loops);
    }

    ConsumeStack start() {
        loops.start();
        return this;
    }

    /** The file it stores on. */
    SqliteDatabase database() {
        return ((OnFile) backing).database();
    }

    /** What keeps it in step with other processes on its store; not started. */
    GenerationWatch watch() {
        return new GenerationWatch(loops, store, backing.documents(), generations, TIMES);
    }

    ViewRebuilds rebuilds() {
        return new ViewRebuilds(loops, store, backing.documents(), generations);
    }

    double counted(String meter, String consumer) {
        return meters.counter(meter, "consumer", consumer).count();
    }

    long position(String consumer, Object stream) {
        return store.read(consumer, reads -> reads.position(stream.toString()));
    }

    long held(String consumer) {
        return store.read(consumer, ConsumerReads::heldCount);
    }

    @Override
    public void close() {
        loops.stop();
        sender.close();
        backing.close();
    }
}
