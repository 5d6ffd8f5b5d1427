package vn.tthc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tthc.platform.log.Commits.aStream;
import static vn.tthc.platform.log.Commits.commit;
import static vn.tthc.platform.log.Commits.of;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.log.AppendResult;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.OutcomeUnknown;
import vn.tthc.platform.store.CollectionSpec;

/** What becomes of a write when the primary of a replica set is lost under it: there the driver sends it once more. */
class FailOverTest {
    private static final int AS_LONG_AS_IT_TAKES = Integer.MAX_VALUE;

    private final MongoDouble mongo = new MongoDouble();
    private final FaultyWire wire = FaultyWire.toReplicaSet(mongo.address());
    private final String database = MongoDouble.freshName();
    private final StreamId stream = aStream();
    private final GuardedMongo faulty = GuardedMongo.open(wire.uri(database), "test");
    private final GuardedMongo sound = GuardedMongo.open(mongo.uri(database), "test");
    private EventLog log;

    /** The same, which gives up asking sooner: for commits of which nobody can tell however long they ask. */
    private EventLog impatient;

    private EventLog other;

    @BeforeEach
    void open() {
        log = faulty.log(MongoEventLog.PATIENCE);
        impatient = faulty.log(Duration.ofSeconds(2));
        other = sound.log(MongoEventLog.PATIENCE);
        log.append(of(stream, 0, "before"));
    }

    @AfterEach
    void close() {
        faulty.close();
        sound.close();
        wire.close();
        mongo.close();
    }

    /** The numbers under which commits after the first were sent; the same number is the same write. */
    private List<Long> sent() {
        return faulty.guard().sent("insert").stream()
                .filter(insert -> insert.getString("insert").getValue().equals("commits"))
                .skip(1)
                .map(insert -> insert.getInt64("txnNumber").getValue())
                .toList();
    }

    /** How often a commit was looked for by its command. */
    private long lookedFor() {
        return faulty.guard().sent("find").stream()
                .map(find -> find.getDocument("filter", new BsonDocument()))
                .filter(filter -> filter.containsKey("command"))
                .count();
    }

    private int events() {
        return other.read(stream.toString(), 1, 10).size();
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_PRIMARY", "LOSE_THE_ANSWER", "LOSE_THE_COMMAND"})
    void a_commit_is_sent_once_more_under_its_number_and_done_once(FaultyWire.Fault fault) {
        wire.next("insert commits", fault);

        assertThat(log.append(of(stream, 1, "once"))).isInstanceOf(AppendResult.Appended.class);

        assertThat(sent()).hasSize(2);
        assertThat(sent().getFirst()).isEqualTo(sent().getLast());
        assertThat(lookedFor()).as("nothing was in doubt").isZero();
        assertThat(events()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_PRIMARY", "LOSE_THE_ANSWER", "LOSE_THE_COMMAND"})
    void a_commit_waits_for_the_next_primary(FaultyWire.Fault fault) {
        wire.next("insert commits", fault, () -> wire.stepDown(2));

        assertThat(log.append(of(stream, 1, "once"))).isInstanceOf(AppendResult.Appended.class);

        assertThat(sent().stream().distinct()).hasSize(1);
        assertThat(events()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_PRIMARY", "LOSE_THE_ANSWER", "LOSE_THE_COMMAND"})
    void a_commit_that_failed_twice_is_looked_for_and_is_there_once(FaultyWire.Fault fault) {
        wire.next("insert commits", fault, 2, () -> {});

        assertThat(log.append(of(stream, 1, "once"))).isInstanceOf(AppendResult.Appended.class);

        assertThat(wire.hit()).isEqualTo(2);
        assertThat(lookedFor()).isPositive();
        assertThat(sent()).hasSize(fault == FaultyWire.Fault.LOSE_THE_ANSWER ? 2 : 3);
        assertThat(sent().getFirst()).isEqualTo(sent().get(1));
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void nobody_can_tell_of_a_commit_that_failed_twice_while_there_is_no_primary_and_it_is_there_once() {
        wire.next("insert commits", FaultyWire.Fault.LOSE_THE_ANSWER, 2, () -> {
            if (wire.hit() == 2) {
                wire.stepDown(AS_LONG_AS_IT_TAKES);
            }
        });

        assertThatThrownBy(() -> impatient.append(commit(stream, 1, "the command", null, "once")))
                .isInstanceOf(OutcomeUnknown.class);

        assertThat(wire.hit()).isEqualTo(2);
        assertThat(events()).isEqualTo(2);
        wire.stepDown(0);
        assertThat(impatient.append(commit(stream, 1, "the command", null, "once")))
                .isInstanceOf(AppendResult.Duplicate.class);
        assertThat(events()).isEqualTo(2);
    }

    @Test
    void nobody_can_tell_of_a_commit_that_was_turned_away_while_there_is_no_primary_and_it_is_not_there() {
        wire.next("insert commits", FaultyWire.Fault.NOT_PRIMARY, () -> wire.stepDown(AS_LONG_AS_IT_TAKES));

        assertThatThrownBy(() -> impatient.append(commit(stream, 1, "the command", null, "once")))
                .isInstanceOf(OutcomeUnknown.class);

        assertThat(events()).isEqualTo(1);
        wire.stepDown(0);
        assertThat(impatient.append(commit(stream, 1, "the command", null, "once")))
                .isInstanceOf(AppendResult.Appended.class);
        assertThat(events()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_PRIMARY", "LOSE_THE_ANSWER", "LOSE_THE_COMMAND"})
    void a_unit_is_stored_once_by_the_next_primary(FaultyWire.Fault fault) {
        MongoDocuments documents = new MongoDocuments(faulty.connection(), InstantSource.system());
        documents.declare(List.of(new CollectionSpec("things", List.of())));
        wire.next("update lanes", fault, () -> wire.stepDown(2));

        documents.lanes().run("view", 3, staged -> {
            staged.put("things", "a", 0, "1", Map.of());
            return true;
        });

        assertThat(wire.hit()).isEqualTo(1);
        assertThat(documents.get("things", "a"))
                .hasValueSatisfying(found -> assertThat(found.version()).isEqualTo(1));
        assertThat(sound.connection()
                        .collection("lanes")
                        .find(new Document("_id", new Document("owner", "view").append("lane", 3)))
                        .first())
                .isNotNull()
                .containsEntry("seq", 1L)
                .doesNotContainKey("unit");
    }
}
