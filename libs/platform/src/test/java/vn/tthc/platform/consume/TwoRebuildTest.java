package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static vn.tthc.platform.testing.Facts.aDossier;
import static vn.tthc.platform.testing.Facts.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
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
import vn.tthc.platform.sqlite.StoreUnavailable;

/** Two processes on one MongoDB, of which one builds a view anew while both serve it. */
class TwoRebuildTest extends ConsumerTestBase {
    private MongoPlace mongo;
    private String uri = "";
    private ConsumeStack other;
    private GenerationWatch watch;
    private GenerationWatch otherWatch;

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

    private ConsumeStack open(WordsView words, WordsReaction words2) {
        return new ConsumeStack(broker.bootstrap(), ConsumeStack.OnMongo.open(uri), List.of(words), List.of(words2));
    }

    @BeforeEach
    void openOther() {
        // A view that is built anew reads the topics from the first record on; so must the one it is compared with.
        consumer.store.forget(WordsView.NAME);
        other = open(new WordsView(), new WordsReaction());
        watch = consumer.watch();
        otherWatch = other.watch();
    }

    @AfterEach
    void closeOther() {
        watch.stop();
        otherWatch.stop();
        other.close();
    }

    private List<StreamId> dossiers(int count, String... words) {
        List<StreamId> dossiers = Stream.generate(() -> aDossier()).limit(count).toList();
        dossiers.forEach(dossier -> append(owner.log, dossier, 0, words));
        return dossiers;
    }

    private static List<String> shown(ConsumeStack process, StreamId dossier) {
        return WordsView.words(process.serving, dossier.id());
    }

    private void bothAtWork() {
        owner.relay.start();
        consumer.start();
        other.start();
        watch.start();
        otherWatch.start();
        await().atMost(SOON).until(() -> consumer.loops.assigned() && other.loops.assigned());
    }

    @Test
    void a_view_is_compared_and_swapped_while_both_write_and_both_go_on_with_the_new_one() throws Exception {
        bothAtWork();
        List<StreamId> all = new ArrayList<>(dossiers(24, "1", "2"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(all)
                        .allSatisfy(
                                dossier -> assertThat(shown(consumer, dossier)).containsExactly("1", "2")));
        AtomicBoolean goOn = new AtomicBoolean(true);
        CompletableFuture<List<StreamId>> busy = CompletableFuture.supplyAsync(() -> {
            List<StreamId> more = new ArrayList<>();
            while (goOn.get()) {
                more.addAll(dossiers(1, "1", "2"));
            }
            return more;
        });
        RebuildReport compared = consumer.rebuilds().run(WordsView.NAME, false);
        RebuildReport swapped = other.rebuilds().run(WordsView.NAME, true);
        goOn.set(false);
        all.addAll(busy.get(30, TimeUnit.SECONDS));

        assertThat(compared.differences()).isEmpty();
        assertThat(swapped.differences()).isEmpty();
        assertThat(swapped.generation()).as("no number is used twice").isGreaterThan(compared.generation());
        String serving = Generations.consumer(WordsView.NAME, swapped.generation());
        await().atMost(SOON)
                .until(() -> consumer.loops.loop(WordsView.NAME).name().equals(serving));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(all).allSatisfy(dossier -> {
                    assertThat(shown(consumer, dossier)).containsExactly("1", "2");
                    assertThat(shown(other, dossier)).containsExactly("1", "2");
                }));
        await("nobody needs the old one")
                .atMost(SOON)
                .until(() -> consumer.generations
                        .stored(WordsView.NAME)
                        .generation()
                        .leaving()
                        .isEmpty());
        assertThat(consumer.store.<Long>read(
                        WordsView.NAME, reads -> reads.position(all.getFirst().toString())))
                .isZero();
    }

    @Test
    void who_still_writes_into_a_view_that_was_replaced_is_refused_for_ever() {
        StreamId dossier = aDossier();
        other.store.write(WordsView.NAME, 3, tx -> {
            tx.advance("a", 1);
            return true;
        });
        consumer.store.hold(WordsView.NAME, "7");
        assertThatThrownBy(() -> other.store.write(WordsView.NAME, 3, tx -> {
                    tx.advance(dossier.toString(), 1);
                    return true;
                }))
                .isInstanceOf(StoreUnavailable.class);
        consumer.store.letGo(WordsView.NAME, "8");
        assertThat(other.store.holder(WordsView.NAME)).contains("7");

        consumer.store.end(WordsView.NAME);
        consumer.store.letGo(WordsView.NAME, "7");
        assertThatThrownBy(() -> other.store.write(WordsView.NAME, 3, tx -> {
                    tx.advance(dossier.toString(), 1);
                    return true;
                }))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void what_a_process_left_that_died_while_it_built_is_given_up_and_the_view_goes_on() throws Exception {
        bothAtWork();
        Generations.Stored before = consumer.generations.stored(WordsView.NAME);
        Generations.Stored begun = consumer.generations
                .change(WordsView.NAME, before, before.generation().builds())
                .orElseThrow();
        String dead = Long.toString(begun.generation().building());
        consumer.store.hold(WordsView.NAME, dead);
        // Who dies holds no pass; in this process it would.
        StreamId dossier = dossiers(1, "1").getFirst();

        await().atMost(SOON).until(() -> other.store.holder(WordsView.NAME).isEmpty());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shown(other, dossier)).containsExactly("1"));
        RebuildReport later = other.rebuilds().run(WordsView.NAME, false);
        assertThat(later.differences()).isEmpty();
        assertThat(later.generation()).isGreaterThan(begun.generation().building());
    }

    @Test
    void who_has_not_heard_that_another_generation_serves_compares_that_one() throws Exception {
        owner.relay.start();
        consumer.start();
        other.start();
        await().atMost(SOON).until(() -> consumer.loops.assigned() && other.loops.assigned());
        StreamId dossier = dossiers(1, "1", "2").getFirst();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shown(consumer, dossier)).containsExactly("1", "2"));
        RebuildReport swapped = other.rebuilds().run(WordsView.NAME, true);

        assertThat(consumer.rebuilds().run(WordsView.NAME, false).differences()).isEmpty();
        assertThat(consumer.loops.loop(WordsView.NAME).name())
                .isEqualTo(Generations.consumer(WordsView.NAME, swapped.generation()));
    }

    @Test
    void who_was_given_up_before_he_began_does_not_go_back_to_what_served_then() throws Exception {
        owner.relay.start();
        other.start();
        await().atMost(SOON).until(() -> other.loops.assigned());
        AtomicReference<@Nullable Runnable> stopped = new AtomicReference<>();
        ConsumeStack.OnMongo store = ConsumeStack.OnMongo.open(uri);
        try (ConsumeStack slow = new ConsumeStack(
                broker.bootstrap(),
                new Halting(store, stopped),
                List.of(new WordsView()),
                List.of(new WordsReaction()))) {
            GenerationWatch slowWatch = slow.watch();
            stopped.set(() -> {
                Generations.Stored begun = other.generations.stored(WordsView.NAME);
                assertThat(begun.generation().building()).isNotZero();
                assertThat(other.generations.change(
                                WordsView.NAME, begun, begun.generation().givesUp()))
                        .isPresent();
                rebuildAndSwap(other);
                slowWatch.look();
            });

            assertThatThrownBy(() -> slow.rebuilds().run(WordsView.NAME, true)).isInstanceOf(ConsumerBusy.class);

            long serving = other.generations.stored(WordsView.NAME).generation().serving();
            assertThat(serving).isGreaterThan(1);
            assertThat(slow.loops.loop(WordsView.NAME).name()).isEqualTo(Generations.consumer(WordsView.NAME, serving));
        }
    }

    @Test
    void what_a_process_writes_late_into_a_generation_that_was_removed_is_removed_too() throws Exception {
        owner.relay.start();
        consumer.start();
        other.start();
        await().atMost(SOON).until(() -> consumer.loops.assigned() && other.loops.assigned());
        watch.look();
        rebuildAndSwap(other);
        otherWatch.start();
        await().atMost(SOON)
                .until(() -> other.generations
                        .stored(WordsView.NAME)
                        .generation()
                        .leaving()
                        .isEmpty());
        try (ConsumeStack.OnMongo late = ConsumeStack.OnMongo.open(uri)) {
            late.documents().declare(Generations.collections(view, 1));
            late.documents().write(writer -> {
                writer.put("words", "late", 0, "1", Map.of());
                return true;
            });
            assertThat(late.documents().get("words", "late")).isPresent();

            watch.look();

            assertThat(late.documents().get("words", "late")).isEmpty();
        }
    }

    private static void rebuildAndSwap(ConsumeStack process) {
        try {
            process.rebuilds().run(WordsView.NAME, true);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void two_do_not_build_at_once() throws Exception {
        BuildingClaim claim = BuildingClaim.take(consumer.generations, WordsView.NAME);
        try {
            assertThatThrownBy(() -> other.rebuilds().run(WordsView.NAME, true)).isInstanceOf(ConsumerBusy.class);
        } finally {
            claim.stop();
            claim.giveUp();
        }
        assertThat(consumer.generations.stored(WordsView.NAME).generation().building())
                .isZero();
    }
}
