package vn.tthc.platform.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tthc.platform.testing.Facts.aDossier;
import static vn.tthc.platform.testing.Facts.append;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.platform.relay.RelayStack;
import vn.tthc.platform.testing.TestBroker;

class LogVerifierTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void sound_books_balance_and_every_kind_of_damage_is_named() throws Exception {
        try (TestBroker broker = TestBroker.start();
                RelayStack service =
                        new RelayStack("intake", broker.bootstrap(), folder.resolve("intake.db"), List.of()).start()) {
            SimpleMeterRegistry meters = new SimpleMeterRegistry();
            LogVerifier verifier = verifier("intake", broker, service, meters);
            StreamId sound = aDossier();
            StreamId data = aDossier();
            StreamId meta = aDossier();
            StreamId hash = aDossier();
            for (StreamId stream : List.of(sound, data, meta, hash)) {
                append(service.log, stream, 0, "1", "2", "3");
            }
            await().atMost(SOON).until(() -> service.log.backlog().commits() == 0);

            assertThat(differences(meters)).as("never balanced").isNaN();

            LogReport balanced = verifier.verify();
            assertThat(balanced.differences()).isEmpty();
            assertThat(balanced.streams()).isEqualTo(4);
            assertThat(balanced.foreignCount()).isZero();
            assertThat(differences(meters)).isZero();
            assertThat(balanced.events()).isEqualTo(12).isEqualTo(balanced.published());

            damage(service, "UPDATE events SET data=? WHERE stream=? AND version=2", "{\"reason\":\"other\"}", data);
            damage(service, "UPDATE events SET meta=? WHERE stream=? AND version=2", "not an envelope", meta);
            damage(service, "UPDATE events SET hash=? WHERE stream=? AND version=2", "another hash", hash);
            StreamId unknown = aDossier();
            publishFromNowhere(broker, service, sound, unknown);

            LogReport damaged = verifier.verify();
            assertThat(damaged.differences())
                    .extracting(difference -> difference.kind() + " " + difference.where())
                    .contains("HASH " + data, "CONTENT " + data, "UNREADABLE " + meta, "HASH " + hash)
                    .noneMatch(found -> found.endsWith(sound.toString()));
            assertThat(damaged.foreignCount()).as("none of our events").isEqualTo(1);
            assertThat(damaged.foreign()).singleElement().asString().startsWith("tthc.dossier-");
            assertThat(damaged.differenceCount())
                    .isEqualTo(damaged.differences().size());
            assertThat(differences(meters)).isEqualTo(damaged.differenceCount());
            assertThat(damaged.repeats()).as("a repeat is legal").isEqualTo(1);
        }
    }

    @Test
    void what_another_service_wrote_to_the_topic_they_share_is_no_difference() throws Exception {
        try (TestBroker broker = TestBroker.start();
                RelayStack intake =
                        new RelayStack("intake", broker.bootstrap(), folder.resolve("intake.db"), List.of()).start();
                RelayStack query =
                        new RelayStack("query", broker.bootstrap(), folder.resolve("query.db"), List.of()).start()) {
            append(intake.log, new StreamId(StreamType.OPERATION, "intake"), 0, "why");
            append(intake.log, new StreamId(StreamType.OPERATION, "intake.erasure.somebody"), 0, "why");
            append(query.log, new StreamId(StreamType.OPERATION, "query"), 0, "why", "why not");
            append(query.log, new StreamId(StreamType.OPERATION, "query.forgotten.somebody"), 0, "why");
            await().atMost(SOON)
                    .until(() ->
                            intake.log.backlog().commits() + query.log.backlog().commits() == 0);

            LogReport balanced = verifier("intake", broker, intake, new SimpleMeterRegistry())
                    .verify();

            assertThat(balanced.differences()).isEmpty();
            assertThat(balanced.published()).isEqualTo(2);
        }
    }

    private static LogVerifier verifier(
            String service, TestBroker broker, RelayStack stack, SimpleMeterRegistry meters) {
        return new LogVerifier(
                service,
                broker.bootstrap(),
                stack.log,
                stack.json,
                stack.records,
                stack.ownTopics,
                new LastResult(meters, InstantSource.system(), "log"));
    }

    private static double differences(SimpleMeterRegistry meters) {
        return meters.get("tthc.verify.differences").tag("of", "log").gauge().value();
    }

    private static void damage(RelayStack service, String sql, String bytes, StreamId stream) {
        service.database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setBytes(1, bytes.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                statement.setString(2, stream.toString());
                return statement.executeUpdate();
            }
        });
    }

    /** A repeat of a known event, and a record that is none of ours. */
    private static void publishFromNowhere(TestBroker broker, RelayStack service, StreamId known, StreamId unknown)
            throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                java.util.Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(service.records.write(
                            "intake", service.log.read(known.toString(), 1, 1).getFirst()))
                    .get(20, java.util.concurrent.TimeUnit.SECONDS);
            producer.send(new ProducerRecord<>("tthc.dossier", unknown.id(), new byte[] {1, 2, 3}))
                    .get(20, java.util.concurrent.TimeUnit.SECONDS);
        }
    }
}
