package vn.tthc.platform.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.testing.TestBroker;

class KeysThroughKafkaTest {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final StreamId STREAM = StreamId.dossier("6f0f3c1e-0000-4000-8000-000000000001");

    @TempDir
    private Path folder;

    private final String master = KeyFiles.line(1);
    private final TestBroker broker = TestBroker.absent();
    private final Deque<Runnable> ends = new ArrayDeque<>(List.of(broker::close));

    @AfterEach
    void end() {
        ends.forEach(Runnable::run);
    }

    private AesPersonVault service(String name) {
        SqliteDatabase database = SqliteDatabase.open(folder.resolve(name + ".db"), 1_000);
        PersonKeys keys = new PersonKeys(database);
        KeyPublisher publisher = new KeyPublisher(
                keys, () -> KeyClients.producer(broker.bootstrap(), name), JsonMapper.shared(), InstantSource.system());
        MasterKeys masterKeys = new MasterKeys(
                KeyFile.read("tthc.master-key", KeyFiles.write(folder, master).toString()));
        AesPersonVault vault = new AesPersonVault(masterKeys, keys, publisher::wake);
        KeyRing ring = new KeyRing(
                keys, vault::forget, () -> KeyClients.consumer(broker.bootstrap(), name), JsonMapper.shared());
        publisher.start();
        ring.start();
        ends.addFirst(database::close);
        ends.addFirst(ring::stop);
        ends.addFirst(publisher::stop);
        return vault;
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(Topics.PERSON_KEYS, Topics.PARTITIONS, (short) 1)
                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get(BOUND.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void aPersonMetWhileTheBrokerWasAwayIsReadElsewhereAfterwardsAndForgottenEverywhere() throws Exception {
        AesPersonVault intake = service("intake");
        AesPersonVault postal = service("postal");

        String person = intake.newPerson();
        Sealed sealed = intake.seal(person, STREAM, "c", "applicant.name", "Nguyễn Văn An");
        assertThat(intake.open(sealed, STREAM, "c", "applicant.name")).contains("Nguyễn Văn An");
        assertThat(postal.open(sealed, STREAM, "c", "applicant.name")).isEmpty();

        broker.comeBack();
        createTopic();
        await().atMost(BOUND)
                .untilAsserted(() -> assertThat(postal.open(sealed, STREAM, "c", "applicant.name"))
                        .contains("Nguyễn Văn An"));

        try (Producer<String, byte[]> producer = KeyClients.producer(broker.bootstrap(), "erasure")) {
            producer.send(new ProducerRecord<>(Topics.PERSON_KEYS, person, null))
                    .get(BOUND.toSeconds(), TimeUnit.SECONDS);
        }
        await().atMost(BOUND).untilAsserted(() -> {
            assertThat(intake.open(sealed, STREAM, "c", "applicant.name")).isEmpty();
            assertThat(postal.open(sealed, STREAM, "c", "applicant.name")).isEmpty();
        });
    }
}
