package vn.tthc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tthc.platform.sqlite.OutcomePending;
import vn.tthc.platform.sqlite.StoreUnavailable;
import vn.tthc.platform.store.CollectionSpec;

/** Units of work on one lane, from two processes, with answers lost and processes lost in the middle. */
class LanesTest {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final CollectionSpec THINGS =
            new CollectionSpec("things", List.of(new CollectionSpec.Index("by_name", List.of(), "name")));

    private final MongoDouble mongo = new MongoDouble();
    private final FaultyWire wire = new FaultyWire(mongo.address());
    private final String database = MongoDouble.freshName();
    private final GuardedMongo faulty = GuardedMongo.open(wire.uri(database), Duration.ofSeconds(3));
    private final GuardedMongo sound = GuardedMongo.open(mongo.uri(database), "test");
    private final MongoDocuments one = new MongoDocuments(faulty.connection(), InstantSource.system());
    private final MongoDocuments other = new MongoDocuments(sound.connection(), InstantSource.system());

    @BeforeEach
    void declare() {
        one.declare(List.of(THINGS));
        other.declare(List.of(THINGS));
    }

    @AfterEach
    void close() {
        faulty.close();
        sound.close();
        wire.close();
        mongo.close();
    }

    private static long add(MongoDocuments documents, String... ids) {
        return documents.lanes().run("view", 3, staged -> {
            long sum = 0;
            for (String id : ids) {
                long before = staged.get("things", id)
                        .map(document -> Long.parseLong(document.json()))
                        .orElse(0L);
                long version = staged.get("things", id)
                        .map(vn.tthc.platform.store.Document::version)
                        .orElse(0L);
                staged.put("things", id, version, Long.toString(before + 1), Map.of("name", id));
                sum += before + 1;
            }
            return sum;
        });
    }

    private String value(String id) {
        return other.get("things", id)
                .map(vn.tthc.platform.store.Document::json)
                .orElse("none");
    }

    @Test
    void a_unit_is_worked_out_again_when_another_process_was_faster() {
        assertThat(add(one, "a")).isEqualTo(1);
        assertThat(add(other, "a")).isEqualTo(2);
        AtomicInteger times = new AtomicInteger();

        one.lanes().run("view", 3, staged -> {
            long seen = staged.get("things", "a")
                    .map(document -> Long.parseLong(document.json()))
                    .orElse(0L);
            if (times.getAndIncrement() == 0) {
                add(other, "a");
            }
            staged.put("things", "a", seen, Long.toString(seen * 10), Map.of("name", "a"));
            return seen;
        });

        assertThat(value("a")).isEqualTo("30");
        assertThat(times.get())
                .as("once too early, and once for its lane being stale")
                .isBetween(2, 3);
    }

    @Test
    void what_a_process_stored_and_did_not_carry_out_is_carried_out_by_the_next() {
        add(one, "a", "b");
        // The first insert or update after the unit is stored fails for good: as if the process had been killed there.
        wire.next("update", FaultyWire.Fault.LOSE_THE_ANSWER, wire::cut);
        assertThatThrownBy(() -> add(one, "a", "b")).isInstanceOfAny(OutcomePending.class, StoreUnavailable.class);
        assertThat(value("a")).as("stored and not carried out").isEqualTo("1");

        assertThat(add(other, "a")).as("on top of it").isEqualTo(3);

        assertThat(value("a")).isEqualTo("3");
        assertThat(value("b")).isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_THE_ANSWER", "DELAY_THE_ANSWER"})
    void a_unit_whose_answer_was_lost_or_is_late_counts_once(FaultyWire.Fault fault) {
        add(one, "a");
        wire.next("update lanes", fault);

        assertThat(add(one, "a")).isEqualTo(2);

        assertThat(wire.hit()).isEqualTo(1);
        assertThat(value("a")).isEqualTo("2");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOSE_THE_COMMAND", "NOT_PRIMARY"})
    void a_unit_that_never_arrived_or_was_turned_away_is_sent_again(FaultyWire.Fault fault) {
        add(one, "a");
        wire.next("update lanes", fault);

        assertThat(add(one, "a")).isEqualTo(2);

        assertThat(wire.hit()).isEqualTo(1);
        assertThat(value("a")).isEqualTo("2");
    }

    @Test
    void a_unit_that_arrives_after_it_was_sent_again_counts_once() {
        add(one, "a");
        wire.next("update lanes", FaultyWire.Fault.DELAY_THE_COMMAND);

        assertThat(add(one, "a")).isEqualTo(2);

        await().atMost(BOUND).until(() -> wire.late() == 1);
        assertThat(add(other, "a")).isEqualTo(3);
        assertThat(value("a")).isEqualTo("3");
    }

    @Test
    void nobody_can_tell_of_a_unit_that_may_still_arrive_and_the_next_finds_it() {
        add(one, "a");
        wire.next("update lanes", FaultyWire.Fault.DELAY_THE_COMMAND, wire::cut);

        assertThatThrownBy(() -> add(one, "a")).isInstanceOf(OutcomePending.class);

        await().atMost(BOUND).until(() -> wire.late() == 1);
        assertThat(value("a")).as("stored and not carried out").isEqualTo("1");
        assertThat(add(other, "a")).as("on top of it").isEqualTo(3);
    }

    @Test
    void nobody_can_tell_of_a_unit_that_was_turned_away_while_the_server_is_away_and_it_is_not_there() {
        add(one, "a");
        wire.next("update lanes", FaultyWire.Fault.NOT_PRIMARY, wire::cut);

        assertThatThrownBy(() -> add(one, "a")).isInstanceOf(OutcomePending.class);

        assertThat(add(other, "a")).as("the first one and this one").isEqualTo(2);
    }

    @Test
    void who_carries_out_an_old_unit_late_brings_nothing_back() {
        add(one, "a");
        Change late = Change.read(
                new Change("things", 0, false, new StoredDocument("b", 1, "\"old\"", Map.of("name", "b"))).written());
        Changes changes = new Changes(one.collections(), InstantSource.system());
        changes.carryOut(List.of(late));
        other.lanes().run("view", 3, staged -> {
            staged.delete("things", "b");
            return true;
        });

        changes.carryOut(List.of(late));

        assertThat(value("b")).isEqualTo("none");
        other.lanes().run("view", 3, staged -> {
            staged.put("things", "b", 0, "\"new\"", Map.of("name", "b"));
            return true;
        });
        changes.carryOut(List.of(late));
        assertThat(value("b")).isEqualTo("\"new\"");
    }

    @Test
    void a_lane_keeps_nothing_of_a_unit_that_was_carried_out() {
        add(one, "a");

        Document lane = sound.connection()
                .collection("lanes")
                .find(new Document("_id", new Document("owner", "view").append("lane", 3)))
                .first();

        assertThat(lane).isNotNull().containsEntry("seq", 1L).doesNotContainKey("unit");
    }

    @Test
    void a_duty_is_one_process_s_until_its_beat_stands_still() {
        Duration patience = Duration.ofSeconds(4);
        MongoDuties first = new MongoDuties(faulty.connection(), patience);
        MongoDuties second = new MongoDuties(sound.connection(), patience);
        assertThat(first.isMine("relay")).isTrue();
        assertThat(second.isMine("relay")).isFalse();

        wire.cut();

        await().atMost(BOUND).until(() -> second.isMine("relay"));
        wire.mend();
        await().atMost(BOUND).until(() -> !first.isMine("relay"));
        second.close();
        await().atMost(BOUND).until(() -> first.isMine("relay"));
    }

    @Test
    void a_hold_of_some_lanes_only_is_seen() {
        one.lanes().hold("view", 12, "5");
        one.lanes().letGo("view", 4, "5");

        assertThat(other.lanes().holder("view", 12)).isEqualTo("5");
    }
}
