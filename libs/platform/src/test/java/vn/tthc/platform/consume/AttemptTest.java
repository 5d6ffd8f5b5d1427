package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.tthc.platform.mongo.FaultyWire;
import vn.tthc.platform.mongo.MongoDouble;

/** Building a view on a shared store when an answer is lost, or the building is given up meanwhile. */
class AttemptTest {
    private final MongoDouble mongo = new MongoDouble();
    private final FaultyWire wire = new FaultyWire(mongo.address());
    private final ConsumeStack.OnMongo backing = ConsumeStack.OnMongo.open(wire.uri("attempts"));
    private final Generations generations = new Generations(backing.documents(), GenerationTimes.STANDARD);
    private final WordsView view = new WordsView();

    @AfterEach
    void close() {
        backing.close();
        wire.close();
        mongo.close();
    }

    private Attempt begin() throws InterruptedException {
        generations.register(view);
        backing.documents().declare(Generations.collections(view, 1));
        return new Attempt.Together(view, generations, backing.store());
    }

    private void write(long generation) {
        backing.store().write(Generations.consumer(WordsView.NAME, generation), 3, tx -> {
            tx.advance("a", 1);
            return true;
        });
    }

    @Test
    void what_serves_after_an_unclear_swap_is_never_removed() throws Exception {
        long built;
        try (Attempt attempt = begin()) {
            built = attempt.generation();
            write(built);
            wire.next("update", FaultyWire.Fault.LOSE_THE_ANSWER, wire::cut);
            assertThatThrownBy(attempt::serve).isInstanceOf(RuntimeException.class);
            assertThat(wire.hit()).isEqualTo(1);
            wire.mend();
        }

        assertThat(generations.stored(WordsView.NAME).generation())
                .isEqualTo(new StoredGeneration(built, 0, built, 0, java.util.List.of(1L)));
        assertThat(backing.store()
                        .<Long>read(Generations.consumer(WordsView.NAME, built), reads -> reads.position("a")))
                .isEqualTo(1);
        assertThatCode(() -> write(built)).doesNotThrowAnyException();
    }

    @Test
    void who_was_given_up_meanwhile_says_so_and_holds_nothing() throws Exception {
        try (Attempt attempt = begin()) {
            attempt.whileNobodyWrites(() -> {
                attempt.checkHeld();
                Generations.Stored now = generations.stored(WordsView.NAME);
                assertThat(generations.change(
                                WordsView.NAME, now, now.generation().givesUp()))
                        .isPresent();
                assertThatThrownBy(attempt::checkHeld).isInstanceOf(ConsumerBusy.class);
                assertThatThrownBy(attempt::serve).isInstanceOf(ConsumerBusy.class);
            });
        }

        assertThat(backing.store().holder(WordsView.NAME)).isEmpty();
        assertThatCode(() -> write(1)).doesNotThrowAnyException();
    }
}
