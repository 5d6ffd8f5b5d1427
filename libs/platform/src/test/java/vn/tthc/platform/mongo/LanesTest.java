package vn.tthc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.tthc.platform.mongo.LanesContract.add;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tthc.platform.sqlite.OutcomePending;
import vn.tthc.platform.sqlite.StoreUnavailable;

/** {@link LanesContract} with answers lost and processes lost in the middle. */
class LanesTest {
    private static final Duration BOUND = Duration.ofSeconds(60);

    private final MongoDouble mongo = new MongoDouble();
    private final FaultyWire wire = new FaultyWire(mongo.address());
    private final String database = MongoDouble.freshName();
    private final GuardedMongo faulty = GuardedMongo.open(wire.uri(database), Duration.ofSeconds(3));
    private final GuardedMongo sound = GuardedMongo.open(mongo.uri(database), "test");
    private final MongoDocuments one = new MongoDocuments(faulty.connection(), InstantSource.system());
    private final MongoDocuments other = new MongoDocuments(sound.connection(), InstantSource.system());

    @BeforeEach
    void declare() {
        one.declare(List.of(LanesContract.THINGS));
        other.declare(List.of(LanesContract.THINGS));
    }

    @AfterEach
    void close() {
        faulty.close();
        sound.close();
        wire.close();
        mongo.close();
    }

    private String value(String id) {
        return other.get("things", id)
                .map(vn.tthc.platform.store.Document::json)
                .orElse("none");
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
}
