package vn.tthc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.tthc.platform.log.Commits.aStream;
import static vn.tthc.platform.log.Commits.commit;
import static vn.tthc.platform.log.Commits.of;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.log.AppendResult;
import vn.tthc.platform.log.Commits;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.log.OutcomeUnknown;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.VersionConflict;

/** What is said about a commit whose answer was lost on the way. */
class LostAnswersTest {
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final Duration BOUND = Duration.ofSeconds(30);

    private final MongoDouble mongo = new MongoDouble();
    private final FaultyWire wire = new FaultyWire(mongo.address());
    private final String database = MongoDouble.freshName();
    private final StreamId stream = aStream();
    private final AtomicInteger heard = new AtomicInteger();
    private GuardedMongo faulty;
    private GuardedMongo sound;
    private EventLog log;

    /** The same, which gives up asking sooner: for commits of which nobody can tell however long they ask. */
    private EventLog impatient;

    private EventLog other;

    @BeforeEach
    void open() {
        faulty = GuardedMongo.open(wire.uri(database), ANSWER);
        sound = GuardedMongo.open(mongo.uri(database), "test");
        log = faulty.log(MongoEventLog.PATIENCE);
        impatient = faulty.log(Duration.ofSeconds(2));
        other = sound.log(MongoEventLog.PATIENCE);
        log.append(of(stream, 0, "before"));
        log.onCommit(heard::incrementAndGet);
        impatient.onCommit(heard::incrementAndGet);
    }

    @AfterEach
    void close() {
        faulty.close();
        sound.close();
        wire.close();
        mongo.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_THE_ANSWER", "DELAY_THE_ANSWER"})
    void a_commit_whose_answer_was_lost_or_is_late_is_found_again_and_acknowledged(FaultyWire.Fault fault) {
        wire.next("insert commits", fault);

        AppendResult result = log.append(of(stream, 1, "once"));

        assertThat(wire.hit()).isEqualTo(1);
        assertThat(result).isInstanceOf(AppendResult.Appended.class);
        assertThat(other.read(stream.toString(), 1, 10)).hasSize(2);
        assertThat(commitsSent()).as("before, and this one once").isEqualTo(2);
        assertThat(heard).hasValue(1);
    }

    private int commitsSent() {
        return (int) faulty.guard().sent("insert").stream()
                .filter(insert -> insert.getString("insert").getValue().equals("commits"))
                .count();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_THE_COMMAND", "NOT_PRIMARY"})
    void a_commit_that_never_arrived_or_was_turned_away_is_sent_again(FaultyWire.Fault fault) {
        wire.next("insert commits", fault);

        assertThat(log.append(of(stream, 1, "once"))).isInstanceOf(AppendResult.Appended.class);

        assertThat(wire.hit()).isEqualTo(1);
        assertThat(commitsSent()).as("before, and this one twice").isEqualTo(3);
        assertThat(other.read(stream.toString(), 1, 10)).hasSize(2);
    }

    @Test
    void a_commit_that_arrives_after_it_was_sent_again_is_not_there_twice() {
        wire.next("insert commits", FaultyWire.Fault.DELAY_THE_COMMAND);

        assertThat(log.append(of(stream, 1, "once"))).isInstanceOf(AppendResult.Appended.class);

        await().atMost(BOUND).until(() -> wire.late() == 1);
        assertThat(other.read(stream.toString(), 1, 10)).hasSize(2);
        assertThat(heard).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_THE_ANSWER", "DELAY_THE_ANSWER", "DELAY_THE_COMMAND"})
    void nobody_can_tell_while_the_server_is_away_and_the_same_command_tells_it_later(FaultyWire.Fault fault) {
        // Else what it said last would hold back what is settled.
        log.close();
        wire.next("insert commits", fault, wire::cut);

        assertThatThrownBy(() -> impatient.append(commit(stream, 1, "the command", null, "once")))
                .isInstanceOf(OutcomeUnknown.class);

        assertThat(heard).hasValue(0);
        await().atMost(BOUND)
                .until(() -> other.byCommand(stream.toString(), "the command").isPresent());
        RecordedCommit stored =
                other.byCommand(stream.toString(), "the command").orElseThrow();
        assertThat(stored.version()).isEqualTo(2);
        wire.mend();
        assertThat(impatient.settledBefore())
                .as("it may appear at any moment, so nothing after it is settled")
                .isEqualTo(stored.events().getFirst().envelope().recordedAt());
        AppendResult again = impatient.append(commit(stream, 1, "the command", null, "once"));
        assertThat(again).isInstanceOf(AppendResult.Duplicate.class);
        assertThat(again.commit().number()).isEqualTo(stored.number());
        assertThat(other.read(stream.toString(), 1, 10)).hasSize(2);
    }

    @Test
    void a_commit_that_was_turned_away_by_a_server_that_is_away_then_is_not_there_and_nobody_can_tell() {
        wire.next("insert commits", FaultyWire.Fault.NOT_PRIMARY, wire::cut);

        assertThatThrownBy(() -> impatient.append(commit(stream, 1, "the command", null, "once")))
                .isInstanceOf(OutcomeUnknown.class);

        assertThat(other.read(stream.toString(), 1, 10)).hasSize(1);
        wire.mend();
        assertThat(impatient.append(commit(stream, 1, "the command", null, "once")))
                .isInstanceOf(AppendResult.Appended.class);
        assertThat(other.read(stream.toString(), 1, 10)).hasSize(2);
    }

    @Test
    void a_server_that_is_away_from_the_beginning_stored_nothing() {
        wire.cut();

        assertThatThrownBy(() -> log.append(of(stream, 1, "never"))).isInstanceOf(LogUnavailable.class);

        assertThat(other.read(stream.toString(), 1, 10)).hasSize(1);
    }

    @Test
    void a_place_that_another_process_took_while_the_command_was_lost_is_a_conflict() {
        wire.next("insert commits", FaultyWire.Fault.LOSE_THE_COMMAND, () -> other.append(of(stream, 1, "the other")));

        assertThatThrownBy(() -> log.append(of(stream, 1, "mine"))).isInstanceOf(VersionConflict.class);

        assertThat(other.read(stream.toString(), 2, 10)).hasSize(1);
    }

    @Test
    void a_twin_that_another_process_stored_while_the_command_was_lost_is_the_answer() {
        wire.next(
                "insert commits",
                FaultyWire.Fault.LOSE_THE_COMMAND,
                () -> other.append(commit(stream, 1, "twin", null, "the other")));

        AppendResult result = log.append(commit(stream, 1, "twin", null, "mine"));

        assertThat(result).isInstanceOf(AppendResult.Duplicate.class);
        assertThat(result.commit().events()).extracting(Commits::text).containsExactly("{\"text\":\"the other\"}");
    }
}
