package vn.tthc.platform.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.operation.OperationEvent.ErasureGround;
import vn.tthc.contracts.operation.OperationEvent.PersonErased;
import vn.tthc.contracts.person.PersonKey;
import vn.tthc.platform.consume.NotYet;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.log.sqlite.SqliteEventLog;
import vn.tthc.platform.operation.OperationLog;
import vn.tthc.platform.sqlite.SqliteDatabase;

class ErasureTest {
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final StreamId STREAM = StreamId.dossier("6f0f3c1e-0000-4000-8000-000000000001");
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @TempDir
    private Path folder;

    private final String first = KeyFiles.line(1);
    private final List<String> dropped = new ArrayList<>();
    private SqliteDatabase database;
    private PersonKeys keys;
    private AesPersonVault vault;
    private SqliteEventLog log;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("intake.db"), 1_000);
        keys = new PersonKeys(database);
        vault = vault(first);
        log = new SqliteEventLog(database, CLOCK, new EventJson());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private MasterKeys master(String... lines) {
        return new MasterKeys(KeyFile.read("test", KeyFiles.write(folder, lines).toString()));
    }

    private AesPersonVault vault(String... lines) {
        return new AesPersonVault(master(lines), keys, () -> {});
    }

    private ErasureReaction reaction(PersonTraces... traces) {
        return new ErasureReaction(
                vault,
                new ErasedPersons(folder.resolve("erased-persons")),
                List.of(traces),
                new OperationLog("intake", log, new EventJson()),
                CLOCK);
    }

    private static ReceivedEvent erased(String person) {
        Envelope envelope = new Envelope(
                "e",
                "operation.person-erased",
                1,
                "operation-intake.erasure." + person,
                1,
                NOW,
                NOW,
                Origin.LIVE,
                new Actor("leader", Set.of(Role.AGENCY_LEADER), null),
                "c",
                null,
                "correlation",
                null,
                Audience.INTERNAL,
                null,
                null,
                null);
        return new ReceivedEvent(envelope, new PersonErased(NOW, person, ErasureGround.CONSENT_WITHDRAWN, "12/QD"), 0);
    }

    private List<RecordedEvent> said(String person) {
        return log.read("operation-intake.forgotten." + person, 1, 10);
    }

    @Test
    void whoIsErasedIsNeverReadAgainAndTheServiceSaysSoOnce() {
        String person = vault.newPerson();
        Sealed sealed = vault.seal(person, STREAM, "c", "applicant.name", "Nguyễn Văn An");
        ErasureReaction reaction = reaction(dropped::add);

        reaction.react(erased(person));
        reaction.react(erased(person));

        assertThat(vault.open(sealed, STREAM, "c", "applicant.name")).isEmpty();
        assertThat(vault.isForgotten(person)).isTrue();
        assertThat(dropped).containsOnly(person);
        assertThat(said(person)).hasSize(1);
        assertThat(new String(said(person).getFirst().data(), StandardCharsets.UTF_8))
                .contains("\"service\":\"intake\"", person);
        assertThatThrownBy(() -> vault.seal(person, STREAM, "c2", "applicant.name", "An"))
                .isInstanceOf(UnknownPerson.class);
    }

    @Test
    void aServiceThatNeverKnewThePersonSaysSoTooAndTakesNoKeyThatComesLater() {
        reaction().react(erased("stranger"));
        keys.apply(List.of(new PersonKeys.Change("stranger", new PersonKey("stranger", "AA==", 1))), Map.of(0, 1L));

        assertThat(said("stranger")).hasSize(1);
        assertThat(keys.find("stranger")).isEmpty();
        assertThat(keys.untold(10)).isEmpty();
    }

    @Test
    void aServiceSaysNothingBeforeEverythingIsDropped() {
        String person = vault.newPerson();
        ErasureReaction reaction = reaction(gone -> {
            throw new NotYet("tokens");
        });

        assertThatThrownBy(() -> reaction.react(erased(person))).isInstanceOf(NotYet.class);
        assertThat(said(person)).isEmpty();
        assertThat(vault.isForgotten(person)).isTrue();
    }

    @Test
    void whoWasErasedBeforeAnOlderFileCameBackIsErasedAgain() throws IOException {
        String person = vault.newPerson();
        PersonKey before = keys.find(person).orElseThrow();
        reaction().react(erased(person));
        Files.writeString(folder.resolve("erased-persons"), "\n0000-cut-o", StandardOpenOption.APPEND);
        database.close();
        database = SqliteDatabase.open(folder.resolve("restored.db"), 1_000);
        keys = new PersonKeys(database);
        keys.add(before);
        vault = vault(first);
        log = new SqliteEventLog(database, CLOCK, new EventJson());
        assertThat(vault.isForgotten(person)).isFalse();

        List<String> restored = new ArrayList<>();
        assertThatThrownBy(() -> reaction(traces(gone -> {
                    throw new IllegalStateException("the store is away");
                })))
                .hasMessage("the store is away");
        assertThat(vault.isForgotten(person)).as("the next start tries again").isFalse();
        reaction(traces(gone -> restored.add(gone + (vault.isForgotten(gone) ? " too late" : ""))));

        assertThat(vault.isForgotten(person)).isTrue();
        assertThat(restored).contains(person);
        assertThat(keys.untold(10)).contains(person);
        reaction(traces(gone -> restored.add("once more")));
        assertThat(restored).as("a start without a restore before it").doesNotContain("once more");
    }

    private static PersonTraces traces(Consumer<String> restored) {
        return new PersonTraces() {
            @Override
            public void drop(String person) {
                throw new AssertionError("there is no view yet at a start");
            }

            @Override
            public void dropRestored(String person) {
                restored.accept(person);
            }
        };
    }

    @Test
    void ofAKeyMadeHereATombstoneFollowsItOntoTheTopicAndOnlyOfThose() {
        String ours = vault.newPerson();
        keys.apply(List.of(new PersonKeys.Change("theirs", new PersonKey("theirs", "AA==", 1))), Map.of(0, 1L));
        MockProducer<String, byte[]> producer =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        KeyPublisher publisher = new KeyPublisher(keys, () -> producer, JsonMapper.shared(), CLOCK);
        publisher.start();
        try {
            await().atMost(BOUND).until(() -> keys.unpublished(10).isEmpty());
            vault.erase(ours);
            vault.erase("theirs");
            publisher.wake();
            await().atMost(BOUND).until(() -> keys.untold(10).isEmpty());
        } finally {
            publisher.stop();
        }

        assertThat(producer.history().stream()
                        .filter(record -> record.value() == null)
                        .map(ProducerRecord::key))
                .containsExactly(ours);
        keys.apply(List.of(new PersonKeys.Change(ours, null)), Map.of(0, 2L));
        assertThat(keys.untold(10)).isEmpty();
    }

    @Test
    void afterANewMasterKeyAllKeysAreWrappedWithItAndOpenWhatTheyOpened() {
        String person = vault.newPerson();
        Sealed sealed = vault.seal(person, STREAM, "c", "applicant.name", "Nguyễn Văn An");
        String gone = vault.newPerson();
        vault.erase(gone);
        String second = KeyFiles.line(2);
        AesPersonVault both = vault(first, second);
        Rewrapping rewrapping = new Rewrapping(List.of(both));
        assertThat(rewrapping.old()).isEqualTo(1);

        rewrapping.start();
        await().atMost(BOUND).until(() -> rewrapping.old() == 0);
        rewrapping.stop();

        assertThat(keys.unpublished(10)).extracting(PersonKey::masterKeyVersion).containsExactly(2);
        assertThat(vault(second).open(sealed, STREAM, "c", "applicant.name")).contains("Nguyễn Văn An");
        assertThatThrownBy(() -> vault(first)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aBackupOpensNothingAnyMoreOnceTheMasterKeyOfItsTimeIsDestroyed() {
        String gone = vault.newPerson();
        List<String> kept = List.of(vault.newPerson(), vault.newPerson(), vault.newPerson());
        Sealed ofGone = vault.seal(gone, STREAM, "c", "applicant.name", "Nguyễn Văn An");
        List<Sealed> ofKept = kept.stream()
                .map(person -> vault.seal(person, STREAM, "c", "applicant.name", "Trần Thị Bình"))
                .toList();
        Path backup = folder.resolve("backup.db");
        database.snapshot(backup);
        vault.erase(gone);
        String second = KeyFiles.line(2);
        Rewrapping rewrapping = new Rewrapping(List.of(vault(first, second)));
        rewrapping.start();
        await().atMost(BOUND).until(() -> rewrapping.old() == 0);
        rewrapping.stop();
        AesPersonVault running = vault(second);
        assertThat(ofKept)
                .allSatisfy(text -> assertThat(running.open(text, STREAM, "c", "applicant.name"))
                        .contains("Trần Thị Bình"));
        assertThat(running.open(ofGone, STREAM, "c", "applicant.name")).isEmpty();

        database.close();
        database = SqliteDatabase.open(backup, 1_000);
        keys = new PersonKeys(database);

        // While the old master key is there the backup still has the person: that is why it has to be destroyed.
        assertThat(vault(first, second).open(ofGone, STREAM, "c", "applicant.name"))
                .contains("Nguyễn Văn An");
        assertThatThrownBy(() -> vault(second))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 1");
        // Nor any key of it by itself, also under the new key passed off as the old one.
        List<PersonKey> copies = keys.wrappedBefore(2, 10);
        assertThat(copies).hasSize(1 + kept.size());
        MasterKeys held = master(second);
        MasterKeys renamed = master(second.replaceFirst("2:", "1:"));
        assertThat(copies).allSatisfy(copy -> {
            assertThatThrownBy(() -> held.unwrap(copy)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> renamed.unwrap(copy)).isInstanceOf(IllegalArgumentException.class);
        });
    }
}
