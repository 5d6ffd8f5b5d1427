package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tthc.platform.testing.Facts.aDossier;
import static vn.tthc.platform.testing.Facts.append;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.StreamId;

/** Apart from the other rebuilds: what they left on the topics would be a difference here. */
class RebuildWhileWaitingTest extends ConsumerTestBase {
    @Test
    void what_one_generation_met_before_it_could_be_handled_and_the_other_after_is_no_difference() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        AtomicBoolean arrived = new AtomicBoolean();
        view.on("early", event -> {
            tries.incrementAndGet();
            if (!arrived.get()) {
                throw new NotYet("what it needs");
            }
        });
        consumer.close();
        consumer = new ConsumeStack(broker.bootstrap(), file, List.of(view), List.of(reaction), Tuning.STANDARD);
        StreamId dossier = aDossier();
        append(owner.log, dossier, 0, "early", "next");
        consumer.start();
        publish(dossier, 1, 2);
        // After so many tries in vain the next is seconds away.
        await().atMost(SOON).until(() -> tries.get() >= 5);
        assertThat(consumer.rebuilds().run(WordsView.NAME, false).differenceCount())
                .as("both wait")
                .isZero();
        assertThat(WordsView.words(consumer.serving, dossier.id())).isEmpty();

        arrived.set(true);
        assertThat(consumer.rebuilds().run(WordsView.NAME, false).differenceCount())
                .as("both have it")
                .isZero();
        assertThat(WordsView.words(consumer.serving, dossier.id())).containsExactly("early", "next");
    }
}
