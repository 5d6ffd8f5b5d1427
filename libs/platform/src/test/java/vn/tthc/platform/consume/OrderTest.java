package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tthc.platform.testing.Facts.aDossier;
import static vn.tthc.platform.testing.Facts.append;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.sqlite.StoreUnavailable;

class OrderTest extends ConsumerTestBase {

    @Test
    void every_event_is_handled_once_and_in_order_however_often_it_comes() {
        owner.relay.start();
        consumer.start();
        List<StreamId> dossiers = Stream.generate(() -> aDossier()).limit(30).toList();
        for (StreamId dossier : dossiers) {
            append(owner.log, dossier, 0, "a", "b");
            append(owner.log, dossier, 2, "c");
        }
        for (StreamId dossier : dossiers) {
            await().atMost(SOON).untilAsserted(() -> assertThat(words(dossier)).containsExactly("a", "b", "c"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(reaction.seen(dossier.id())).containsExactly("a", "b", "c"));
        }

        double before = consumer.counted("tthc.consumer.dropped", WordsView.NAME);
        publish(dossiers.getFirst(), 1, 2, 3, 2);

        await().atMost(SOON).until(() -> consumer.counted("tthc.consumer.dropped", WordsView.NAME) >= before + 4);
        await().atMost(SOON).until(() -> consumer.counted("tthc.consumer.dropped", WordsReaction.NAME) >= 4);
        assertThat(words(dossiers.getFirst())).containsExactly("a", "b", "c");
        assertThat(reaction.seen(dossiers.getFirst().id())).containsExactly("a", "b", "c");
    }

    @Test
    void a_gap_is_healed_by_the_stream_s_owner() {
        StreamId dossier = aDossier();
        append(owner.log, dossier, 0, "1", "2", "3", "4", "5");
        consumer.start();

        publish(dossier, 1, 5, 3);

        await().atMost(SOON).untilAsserted(() -> assertThat(words(dossier)).containsExactly("1", "2", "3", "4", "5"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(reaction.seen(dossier.id())).containsExactly("1", "2", "3", "4", "5"));
        await().atMost(SOON).until(() -> consumer.held(WordsView.NAME) == 0);
        assertThat(consumer.counted("tthc.consumer.gaps", WordsView.NAME)).isPositive();
    }

    @Test
    void a_stream_begins_with_its_first_version() {
        StreamId dossier = aDossier();
        append(owner.log, dossier, 0, "1", "2");
        owner.republisher.stop();
        consumer.start();

        publish(dossier, 2);
        await().atMost(SOON).until(() -> consumer.held(WordsView.NAME) == 1);
        assertThat(words(dossier)).isEmpty();

        publish(dossier, 1);
        await().atMost(SOON).untilAsserted(() -> assertThat(words(dossier)).containsExactly("1", "2"));
    }

    @Test
    void an_open_gap_raises_an_alarm_and_keeps_nothing_else_waiting() {
        StreamId gappy = aDossier();
        append(owner.log, gappy, 0, "1", "2");
        StreamId other = aDossier();
        append(owner.log, other, 0, "x", "y");
        owner.republisher.stop();
        consumer.start();

        publish(gappy, 2);
        publish(other, 1, 2);

        await().atMost(SOON).untilAsserted(() -> assertThat(words(other)).containsExactly("x", "y"));
        await().atMost(SOON).until(() -> consumer.counted("tthc.consumer.gap.alarms", WordsView.NAME) == 1);
        assertThat(consumer.positions.reached(gappy.toString(), 2)).isFalse();
        assertThat(consumer.held(WordsView.NAME)).isEqualTo(1);
    }

    @Test
    void what_was_held_is_still_held_after_a_restart() {
        StreamId dossier = aDossier();
        append(owner.log, dossier, 0, "1", "2", "3");
        owner.republisher.stop();
        consumer.start();
        publish(dossier, 3, 2);
        await().atMost(SOON).until(() -> consumer.held(WordsView.NAME) == 2);

        consumer.close();
        openConsumer();
        consumer.start();
        publish(dossier, 1);

        await().atMost(SOON).untilAsserted(() -> assertThat(words(dossier)).containsExactly("1", "2", "3"));
    }

    /** All stored offsets of a consumer together. */
    private long readBy(String name) {
        return consumer.store.read(name, ConsumerReads::offsets).values().stream()
                .mapToLong(NextOffset::offset)
                .sum();
    }

    @Test
    void a_restart_goes_on_where_the_stored_offsets_are() {
        StreamId dossier = aDossier();
        append(owner.log, dossier, 0, "1", "2");
        long byView = readBy(WordsView.NAME);
        long byReaction = readBy(WordsReaction.NAME);
        consumer.start();
        publish(dossier, 1);
        // Where several processes share the store, how far one has read is stored after what it did.
        await().atMost(SOON).until(() -> readBy(WordsView.NAME) > byView && readBy(WordsReaction.NAME) > byReaction);

        consumer.close();
        openConsumer();
        consumer.start();
        publish(dossier, 2);

        await().atMost(SOON).until(() -> consumer.positions.reached(dossier.toString(), 2));
        assertThat(words(dossier)).containsExactly("1", "2");
        assertThat(reaction.seen(dossier.id())).containsExactly("1", "2");
        assertThat(consumer.counted("tthc.consumer.dropped", WordsView.NAME)).isZero();
        assertThat(consumer.counted("tthc.consumer.dropped", WordsReaction.NAME))
                .isZero();
    }

    @Test
    void documents_and_positions_are_stored_together_or_not_at_all() {
        StreamId dossier = aDossier();
        String[] words = IntStream.range(0, 50).mapToObj(i -> "w" + i).toArray(String[]::new);
        append(owner.log, dossier, 0, words);
        AtomicInteger failures = new AtomicInteger();
        view.on("w30", event -> {
            if (failures.incrementAndGet() <= 3) {
                throw new StoreUnavailable("the disk is full", null);
            }
        });
        publish(dossier, IntStream.rangeClosed(1, 50).asLongStream().toArray());

        consumer.start();

        await().atMost(SOON).untilAsserted(() -> assertThat(words(dossier)).containsExactly(words));
        assertThat(failures.get()).isEqualTo(4);
        assertThat(parked(WordsView.NAME, dossier)).isEmpty();
    }

    @Test
    void consumers_go_on_when_the_broker_comes_back() {
        owner.relay.start();
        consumer.start();
        StreamId dossier = aDossier();
        append(owner.log, dossier, 0, "before");
        await().atMost(SOON).until(() -> consumer.positions.reached(dossier.toString(), 1));

        broker.goAway();
        append(owner.log, dossier, 1, "during");
        broker.comeBack();

        await().atMost(SOON).untilAsserted(() -> assertThat(words(dossier)).containsExactly("before", "during"));
        await().atMost(SOON).until(() -> consumer.positions.reached(dossier.toString(), 2));
    }

    @Test
    void a_position_is_reached_when_every_consumer_of_its_topic_has_it() {
        StreamId dossier = aDossier();
        append(owner.log, dossier, 0, "1");
        AtomicInteger released = new AtomicInteger();
        reaction.on("1", event -> {
            if (released.get() == 0) {
                throw new StoreUnavailable("wait for the test", null);
            }
        });
        consumer.start();
        publish(dossier, 1);

        await().atMost(SOON).until(() -> consumer.position(WordsView.NAME, dossier) == 1);
        assertThat(consumer.positions.reached(dossier.toString(), 1)).isFalse();
        released.set(1);
        await().atMost(SOON).until(() -> consumer.positions.reached(dossier.toString(), 1));
        assertThat(consumer.positions.reached("item-7", 3))
                .as("nobody here listens to the post")
                .isTrue();
        assertThat(consumer.positions.reached("nonsense", 1)).isFalse();
    }
}
