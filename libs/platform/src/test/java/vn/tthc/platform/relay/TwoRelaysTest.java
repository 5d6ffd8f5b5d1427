package vn.tthc.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tthc.platform.testing.Facts.aDossier;
import static vn.tthc.platform.testing.Facts.append;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.mongo.GuardedMongo;
import vn.tthc.platform.mongo.MongoCheckpoints;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.mongo.MongoDuties;
import vn.tthc.platform.mongo.MongoEventLog;
import vn.tthc.platform.mongo.MongoPlace;
import vn.tthc.platform.testing.TestBroker;
import vn.tthc.platform.testing.Topic;

/** Two processes record in one log; one of them publishes all of it, and the other when that one is gone. */
class TwoRelaysTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final MongoPlace mongo = place();
    private final String uri = mongo.freshUri();
    private final TestBroker broker = TestBroker.start();
    private final Readiness ready = new Readiness();
    private Admin admin;
    private TopicsSetup topics;
    private Instance one;
    private Instance two;

    /** Where it runs. */
    MongoPlace place() {
        return new MongoDouble();
    }

    /** What one process has of it. */
    private final class Instance implements AutoCloseable {
        private final GuardedMongo guarded = GuardedMongo.open(uri, "test");
        private final MongoDuties duties = new MongoDuties(guarded.connection(), Duration.ofSeconds(4));
        private final EventLog log = new MongoEventLog(
                guarded.connection(), InstantSource.system(), new EventJson(), MongoEventLog.PATIENCE);
        private final KafkaSender sender = new KafkaSender(broker.bootstrap(), "intake");
        private final Relay relay = new Relay(
                "intake",
                log,
                sender,
                new EventRecords(new EventJson()),
                new BrokerRestarts(log, new MongoCheckpoints(guarded.connection()), false),
                ready,
                duties,
                new SimpleMeterRegistry());

        @Override
        public void close() {
            relay.stop();
            duties.close();
            log.close();
            sender.close();
            guarded.close();
        }
    }

    @BeforeEach
    void open() {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()));
        topics = new TopicsSetup(admin, 1, ready, complaint -> {});
        topics.start();
        one = new Instance();
        two = new Instance();
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        topics.stop();
        admin.close(Duration.ofSeconds(2));
        broker.close();
        mongo.close();
    }

    @Test
    void every_commit_is_published_in_the_order_of_its_stream_whoever_recorded_it() {
        List<StreamId> streams = Stream.generate(() -> aDossier()).limit(10).toList();
        one.relay.start();
        await().atMost(SOON).until(() -> one.duties.isMine(Duties.RELAY));
        two.relay.start();
        record(streams, 0, 6);
        await().atMost(SOON).until(() -> one.log.backlog().commits() == 0);
        assertThat(two.duties.isMine(Duties.RELAY)).isFalse();

        // It stops as a killed one does, without giving up its duty.
        one.relay.stop();
        record(streams, 6, 10);

        await().atMost(SOON).until(() -> two.log.backlog().commits() == 0);
        assertThat(two.duties.isMine(Duties.RELAY)).isTrue();
        Map<String, TreeSet<Long>> seen = new HashMap<>();
        EventRecords records = new EventRecords(new EventJson());
        for (var record : Topic.everything(broker.bootstrap(), Topics.DOSSIER)) {
            var envelope = records.read(record.headers(), record.value()).envelope();
            TreeSet<Long> before = seen.computeIfAbsent(envelope.stream(), key -> new TreeSet<>());
            long version = envelope.version();
            assertThat(version)
                    .as("no version comes before the one before it")
                    .isLessThanOrEqualTo(before.isEmpty() ? 1 : before.last() + 1);
            before.add(version);
        }
        assertThat(seen).hasSize(streams.size());
        assertThat(seen.values())
                .allSatisfy(versions -> assertThat(versions)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, 10).boxed().toList()));
    }

    /** Each stream by both processes in turn. */
    private void record(List<StreamId> streams, long from, long to) {
        for (long version = from; version < to; version++) {
            for (StreamId stream : streams) {
                append((version % 2 == 0 ? one : two).log, stream, version, "word " + version);
            }
        }
    }

    @Test
    void a_moment_is_settled_when_no_process_records_before_it() {
        append(one.log, aDossier(), 0, "one");
        append(two.log, aDossier(), 0, "two");

        // The first one has said nothing since: what it is about to record may still carry the moment it said then.
        Instant settled = two.log.settledBefore();
        assertThat(two.log.settledBefore()).isEqualTo(settled);

        one.log.settledBefore();
        Instant heard = two.log.settledBefore();
        assertThat(heard).isAfter(settled);

        one.log.close();
        append(two.log, aDossier(), 0, "three");
        assertThat(two.log.settledBefore()).isAfterOrEqualTo(heard);
    }

    @Test
    void a_process_that_joins_records_nothing_before_what_is_settled() {
        append(one.log, aDossier(), 0, "one");
        Instant settled = one.log.settledBefore();
        try (GuardedMongo guarded = GuardedMongo.open(uri, "test")) {
            EventLog slow = new MongoEventLog(
                    guarded.connection(),
                    InstantSource.fixed(settled.minusSeconds(3_600)),
                    new EventJson(),
                    MongoEventLog.PATIENCE);
            StreamId stream = aDossier();
            append(slow, stream, 0, "by a clock that is slow");

            assertThat(slow.read(stream.toString(), 1, 1).getFirst().envelope().recordedAt())
                    .isAfterOrEqualTo(settled);
        }
    }
}
