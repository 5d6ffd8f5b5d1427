package vn.tthc.platform.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tthc.platform.testing.Facts.aDossier;
import static vn.tthc.platform.testing.Facts.append;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.StreamId;
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
            LogVerifier verifier = new LogVerifier(
                    "intake", broker.bootstrap(), service.log, service.json, service.records, service.ownTopics);
            StreamId sound = aDossier();
            StreamId data = aDossier();
            StreamId meta = aDossier();
            StreamId hash = aDossier();
            for (StreamId stream : List.of(sound, data, meta, hash)) {
                append(service.log, stream, 0, "1", "2", "3");
            }
            await().atMost(SOON).until(() -> service.log.backlog().commits() == 0);

            LogReport balanced = verifier.verify();
            assertThat(balanced.differences()).isEmpty();
            assertThat(balanced.streams()).isEqualTo(4);
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
                    .noneMatch(found -> found.endsWith(sound.toString()))
                    .anyMatch(found -> found.startsWith("UNREADABLE tthc.dossier-"));
            assertThat(damaged.differenceCount())
                    .isEqualTo(damaged.differences().size());
            assertThat(damaged.repeats()).as("a repeat is legal").isEqualTo(1);
        }
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
