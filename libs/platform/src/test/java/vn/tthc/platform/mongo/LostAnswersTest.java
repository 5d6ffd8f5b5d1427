package vn.tthc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tthc.platform.log.Commits.aStream;
import static vn.tthc.platform.log.Commits.commit;
import static vn.tthc.platform.log.Commits.of;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.AppendResult;
import vn.tthc.platform.log.Commits;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.log.OutcomeUnknown;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.VersionConflict;

/** What is said about a commit whose answer was lost on the way. */
class LostAnswersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final MongoDouble mongo = new MongoDouble();
    private final FaultyWire wire = new FaultyWire(mongo.address());
    private final String database = MongoDouble.freshName();
    private final StreamId stream = aStream();
    private final AtomicInteger heard = new AtomicInteger();
    private MongoConnection faulty;
    private MongoConnection sound;
    private EventLog log;
    private EventLog other;

    @BeforeEach
    void open() {
        faulty = MongoConnection.open(wire.uri(database), "test", List.of());
        sound = MongoConnection.open(mongo.uri(database), "test", List.of());
        log = new MongoEventLog(faulty, InstantSource.system(), new EventJson(), PATIENCE);
        other = new MongoEventLog(sound, InstantSource.system(), new EventJson(), PATIENCE);
        log.append(of(stream, 0, "before"));
        log.onCommit(heard::incrementAndGet);
    }

    @AfterEach
    void close() {
        faulty.close();
        sound.close();
        wire.close();
        mongo.close();
    }

    @Test
    void a_commit_whose_answer_was_lost_is_found_again_and_acknowledged() {
        wire.next("insert", FaultyWire.Fault.LOSE_THE_ANSWER);

        AppendResult result = log.append(of(stream, 1, "once"));

        assertThat(wire.hit()).isEqualTo(1);
        assertThat(result).isInstanceOf(AppendResult.Appended.class);
        assertThat(other.read(stream.toString(), 1, 10)).hasSize(2);
        assertThat(heard).hasValue(1);
    }

    @Test
    void a_commit_that_never_arrived_is_sent_again() {
        wire.next("insert", FaultyWire.Fault.LOSE_THE_COMMAND);

        assertThat(log.append(of(stream, 1, "once"))).isInstanceOf(AppendResult.Appended.class);

        assertThat(wire.hit()).isEqualTo(1);
        assertThat(other.read(stream.toString(), 1, 10)).hasSize(2);
    }

    @Test
    void nobody_can_tell_while_the_server_is_away_and_the_same_command_tells_it_later() {
        wire.next("insert", FaultyWire.Fault.LOSE_THE_ANSWER, wire::cut);

        assertThatThrownBy(() -> log.append(commit(stream, 1, "the command", null, "once")))
                .isInstanceOf(OutcomeUnknown.class);

        assertThat(heard).hasValue(0);
        RecordedCommit stored =
                other.byCommand(stream.toString(), "the command").orElseThrow();
        assertThat(stored.version()).isEqualTo(2);
        wire.mend();
        assertThat(log.settledBefore())
                .as("it may appear at any moment, so nothing after it is settled")
                .isEqualTo(stored.events().getFirst().envelope().recordedAt());
        AppendResult again = log.append(commit(stream, 1, "the command", null, "once"));
        assertThat(again).isInstanceOf(AppendResult.Duplicate.class);
        assertThat(again.commit().number()).isEqualTo(stored.number());
    }

    @Test
    void a_server_that_is_away_from_the_beginning_stored_nothing() {
        wire.cut();

        assertThatThrownBy(() -> log.append(of(stream, 1, "never"))).isInstanceOf(LogUnavailable.class);

        assertThat(other.read(stream.toString(), 1, 10)).hasSize(1);
    }

    @Test
    void a_place_that_another_process_took_while_the_command_was_lost_is_a_conflict() {
        wire.next("insert", FaultyWire.Fault.LOSE_THE_COMMAND, () -> other.append(of(stream, 1, "the other")));

        assertThatThrownBy(() -> log.append(of(stream, 1, "mine"))).isInstanceOf(VersionConflict.class);

        assertThat(other.read(stream.toString(), 2, 10)).hasSize(1);
    }

    @Test
    void a_twin_that_another_process_stored_while_the_command_was_lost_is_the_answer() {
        wire.next(
                "insert",
                FaultyWire.Fault.LOSE_THE_COMMAND,
                () -> other.append(commit(stream, 1, "twin", null, "the other")));

        AppendResult result = log.append(commit(stream, 1, "twin", null, "mine"));

        assertThat(result).isInstanceOf(AppendResult.Duplicate.class);
        assertThat(result.commit().events()).extracting(Commits::text).containsExactly("{\"text\":\"the other\"}");
    }
}
