package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tthc.platform.testing.Facts.aDossier;
import static vn.tthc.platform.testing.Facts.append;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.mongo.MongoPlace;

/** Two processes of a service on one MongoDB: they share the partitions, and who is given up for dead writes nothing. */
class TwoInstancesTest extends ConsumerTestBase {
    private MongoPlace mongo;
    private String uri = "";
    private ConsumeStack other;
    private WordsView otherView;
    private WordsReaction otherReaction;

    /** Where it runs. */
    MongoPlace place() {
        return new MongoDouble();
    }

    @BeforeAll
    void startMongo() {
        mongo = place();
    }

    @AfterAll
    void stopMongo() {
        mongo.close();
    }

    @Override
    void openConsumer() {
        uri = mongo.freshUri();
        consumer = open(view, reaction);
    }

    @BeforeEach
    void openOther() {
        otherView = new WordsView();
        otherReaction = new WordsReaction();
        other = open(otherView, otherReaction);
    }

    private ConsumeStack open(WordsView words, WordsReaction words2) {
        return new ConsumeStack(broker.bootstrap(), ConsumeStack.OnMongo.open(uri), List.of(words), List.of(words2));
    }

    @AfterEach
    void closeOther() {
        other.close();
    }

    private List<StreamId> dossiers(int count) {
        List<StreamId> dossiers = Stream.generate(() -> aDossier()).limit(count).toList();
        dossiers.forEach(dossier -> append(owner.log, dossier, 0, "1", "2"));
        return dossiers;
    }

    private void awaitWords(List<StreamId> dossiers, String... words) {
        for (StreamId dossier : dossiers) {
            await().atMost(SOON).untilAsserted(() -> assertThat(words(dossier)).containsExactly(words));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(Stream.concat(
                                    reaction.seen(dossier.id()).stream(), otherReaction.seen(dossier.id()).stream()))
                            .containsExactly(words));
        }
    }

    @Test
    void two_share_the_dossiers_and_each_is_handled_once_in_order_while_they_come_and_go() {
        owner.relay.start();
        consumer.start();
        List<StreamId> dossiers = dossiers(24);
        awaitWords(dossiers, "1", "2");

        other.start();
        await().atMost(SOON).until(() -> other.loops.assigned());
        dossiers.forEach(dossier -> append(owner.log, dossier, 2, "3"));
        awaitWords(dossiers, "1", "2", "3");
        assertThat(dossiers.stream()
                        .anyMatch(dossier -> otherReaction.seen(dossier.id()).contains("3")))
                .as("the second one has work")
                .isTrue();

        consumer.loops.stop();
        dossiers.forEach(dossier -> append(owner.log, dossier, 3, "4"));
        awaitWords(dossiers, "1", "2", "3", "4");
        assertThat(dossiers)
                .allSatisfy(dossier ->
                        assertThat(other.position(WordsView.NAME, dossier)).isEqualTo(4));
    }

    @Test
    void one_that_stood_still_in_the_middle_of_a_view_s_unit_does_not_write_over_what_the_other_has_done()
            throws Exception {
        StreamId dossier = aDossier();
        append(owner.log, dossier, 0, "1", "2", "3");
        CountDownLatch standing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        view.on("2", event -> {
            if (times.getAndIncrement() == 0) {
                standing.countDown();
                bounded(goOn);
            }
        });
        RawRecord[] records = raw(dossier);
        Handling zombie = consumer.loops.loop(WordsView.NAME).handling();
        Handling heir = other.loops.loop(WordsView.NAME).handling();
        Thread sleeper = Thread.ofPlatform().start(() -> handle(zombie, records[0], records[1]));
        bounded(standing);

        handle(heir, records);
        assertThat(words(dossier)).containsExactly("1", "2", "3");
        goOn.countDown();
        sleeper.join(SOON.toMillis());

        assertThat(sleeper.isAlive()).isFalse();
        assertThat(words(dossier)).containsExactly("1", "2", "3");
        assertThat(consumer.position(WordsView.NAME, dossier)).isEqualTo(3);
        assertThat(consumer.counted("tthc.consumer.dropped", WordsView.NAME))
                .as("what it had prepared was thrown away, and looked at again it was old")
                .isEqualTo(2);
    }

    @Test
    void poison_parks_its_dossier_for_both() throws Exception {
        StreamId sick = aDossier();
        append(owner.log, sick, 0, "1", "poison", "3");
        for (WordsView each : List.of(view, otherView)) {
            each.on("poison", event -> {
                throw new IllegalStateException("on purpose");
            });
        }
        publish(sick, 1, 2, 3);
        consumer.start();
        other.start();
        await().atMost(SOON).until(() -> parked(WordsView.NAME, sick).size() == 2);
        assertThat(other.parkingLot.isParked(WordsView.NAME, sick.id())).isTrue();
        assertThat(words(sick)).containsExactly("1");

        view.heal("poison");
        otherView.heal("poison");
        assertThat(other.parkingLot.retry(WordsView.NAME, sick.id())).isEqualTo(new Retried(2, null));

        assertThat(words(sick)).containsExactly("1", "poison", "3");
        assertThat(consumer.parkingLot.isParked(WordsView.NAME, sick.id())).isFalse();
    }

    @Test
    void what_comes_while_a_person_settles_its_dossier_at_the_other_process_is_not_left_parked() {
        StreamId sick = aDossier();
        append(owner.log, sick, 0, "poison", "2");
        AtomicInteger tries = new AtomicInteger();
        reaction.on("poison", event -> {
            tries.incrementAndGet();
            throw new IllegalStateException("on purpose");
        });
        RawRecord[] records = raw(sick);
        Handling here = consumer.loops.loop(WordsReaction.NAME).handling();
        handle(here, records[0]);
        assertThat(parked(WordsReaction.NAME, sick)).hasSize(1);

        Unit settledMeanwhile = afterItsFirstLook(
                Unit.each(here.store, WordsReaction.NAME, sick.id(), false), () -> retryAtOther(sick));
        here.steps.take(settledMeanwhile, here.locate(List.of(records[1])).getFirst());

        assertThat(parked(WordsReaction.NAME, sick)).isEmpty();
        assertThat(reaction.seen(sick.id())).containsExactly("2");
        assertThat(tries).hasValue(1);
        assertThat(consumer.position(WordsReaction.NAME, sick)).isEqualTo(2);
    }

    @Test
    void what_a_person_has_settled_at_the_other_process_is_not_parked_by_one_that_comes_late() {
        StreamId sick = aDossier();
        append(owner.log, sick, 0, "poison");
        RawRecord[] records = raw(sick);
        otherReaction.on("poison", event -> {
            throw new IllegalStateException("on purpose");
        });
        reaction.on("poison", event -> {
            handle(other.loops.loop(WordsReaction.NAME).handling(), records);
            assertThat(parked(WordsReaction.NAME, sick)).hasSize(1);
            otherReaction.on("poison", again -> {});
            retryAtOther(sick);
            throw new IllegalStateException("on purpose");
        });

        handle(consumer.loops.loop(WordsReaction.NAME).handling(), records);

        assertThat(parked(WordsReaction.NAME, sick)).isEmpty();
        assertThat(consumer.position(WordsReaction.NAME, sick)).isEqualTo(1);
    }

    private void retryAtOther(StreamId dossier) {
        try {
            assertThat(other.parkingLot.retry(WordsReaction.NAME, dossier.id())).isEqualTo(new Retried(1, null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks, and before it does anything something else happens. */
    private static Unit afterItsFirstLook(Unit unit, Runnable happens) {
        AtomicInteger looks = new AtomicInteger();
        return new Unit() {
            @Override
            public <T extends @Nullable Object> T write(Function<ConsumerTx, T> work) {
                return unit.write(work);
            }

            @Override
            public <T extends @Nullable Object> T read(Function<ConsumerReads, T> work) {
                T found = unit.read(work);
                if (looks.getAndIncrement() == 0) {
                    happens.run();
                }
                return found;
            }
        };
    }

    private RawRecord[] raw(StreamId stream) {
        return owner.log.read(stream.toString(), 1, 100).stream()
                .map(event -> owner.records.write("intake", event))
                .map(record -> new RawRecord(record.topic(), 0, 0, record.key(), record.headers(), record.value()))
                .toArray(RawRecord[]::new);
    }

    private static void handle(Handling handling, RawRecord... records) {
        try {
            handling.handle(List.of(records), java.util.Map.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void bounded(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
