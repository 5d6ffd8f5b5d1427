package vn.tthc.platform.consume;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import vn.tthc.platform.consume.sqlite.SqliteConsumerStore;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.relay.Backoff;
import vn.tthc.platform.relay.ControlPublisher;
import vn.tthc.platform.relay.EventRecords;
import vn.tthc.platform.relay.KafkaSender;
import vn.tthc.platform.relay.Readiness;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.DocumentStore;
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

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final SqliteDatabase database;
    final SqliteDocuments documents;
    final ConsumerStore store;
    final ConsumerLoops loops;
    final Generations generations;
    final DocumentStore serving;
    final ViewRebuilds rebuilds;
    final ParkingLot parkingLot;
    final ConsumerPositions positions;
    final Freshness freshness;
    private final KafkaSender sender;

    ConsumeStack(String kafka, Path file, List<Projection> projections, List<Reaction> reactions) {
        this(kafka, file, projections, reactions, IMPATIENT);
    }

    ConsumeStack(String kafka, Path file, List<Projection> projections, List<Reaction> reactions, Tuning tuning) {
        EventJson json = new EventJson();
        database = SqliteDatabase.open(file, 1_000);
        documents = new SqliteDocuments(database);
        store = new SqliteConsumerStore(database, documents);
        generations = new Generations(documents);
        sender = new KafkaSender(kafka, "query");
        Readiness ready = new Readiness();
        ready.ready();
        loops = new ConsumerLoops(
                new ConsumerLoops.Shared(
                        new KafkaConsumers(kafka, "query"),
                        store,
                        new Located.Finder(new EventRecords(json), json),
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
        rebuilds = new ViewRebuilds(loops, store, documents, generations);
        parkingLot = new ParkingLot(loops, store, InstantSource.system());
        positions = new ConsumerPositions(loops, store);
        freshness = new Freshness(List.of("intake"), loops);
    }

    ConsumeStack start() {
        loops.start();
        return this;
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
        database.close();
    }
}
