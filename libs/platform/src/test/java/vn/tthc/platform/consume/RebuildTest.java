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
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.store.Document;

class RebuildTest extends ConsumerTestBase {
    private static final int DOSSIERS = 40;

    private final List<StreamId> dossiers = new ArrayList<>();

    private List<String> served(StreamId dossier) {
        return WordsView.words(consumer.serving, dossier.id());
    }

    private void aServingView() {
        for (int i = 0; i < DOSSIERS; i++) {
            StreamId dossier = aDossier();
            append(owner.log, dossier, 0, "1", "2", "3");
            publish(dossier, 1, 2, 2, 3);
            dossiers.add(dossier);
        }
        consumer.start();
        await().atMost(SOON).until(() -> served(dossiers.getLast()).size() == 3);
    }

    @Test
    void a_view_is_built_anew_compared_byte_for_byte_and_takes_over_while_it_serves() throws Exception {
        aServingView();

        RebuildReport same = consumer.rebuilds().run(WordsView.NAME, false);
        assertThat(same.differences()).isEmpty();
        assertThat(same.differenceCount()).isZero();
        assertThat(same.documents()).isEqualTo(DOSSIERS);
        assertThat(same.events()).isEqualTo(DOSSIERS * 4);
        assertThat(same.swapped()).isFalse();

        await().atMost(SOON).until(consumer.loops::assigned);
        AtomicBoolean goOn = new AtomicBoolean(true);
        CompletableFuture<List<StreamId>> busy = CompletableFuture.supplyAsync(() -> publishUntil(goOn));
        RebuildReport swapped = consumer.rebuilds().run(WordsView.NAME, true);
        assertThat(consumer.loops.assigned())
                .as("ready all the time, or nobody would be sent here")
                .isTrue();
        goOn.set(false);
        List<StreamId> meanwhile = busy.get(30, TimeUnit.SECONDS);
        assertThat(swapped.differenceCount()).isZero();
        assertThat(swapped.swapped()).isTrue();
        assertThat(meanwhile).isNotEmpty();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(meanwhile)
                        .allSatisfy(dossier -> assertThat(served(dossier)).containsExactly("a", "b")));
        assertThat(dossiers).allSatisfy(dossier -> assertThat(served(dossier)).containsExactly("1", "2", "3"));

        consumer.close();
        openConsumer();
        consumer.start();
        append(owner.log, dossiers.getFirst(), 3, "4");
        publish(dossiers.getFirst(), 4);
        await().atMost(SOON).until(() -> served(dossiers.getFirst()).size() == 4);
        assertThat(consumer.rebuilds().run(WordsView.NAME, false).differenceCount())
                .isZero();

        tamper(dossiers.get(7));
        RebuildReport tampered = consumer.rebuilds().run(WordsView.NAME, false);
        assertThat(tampered.differenceCount()).isEqualTo(1);
        assertThat(tampered.differences().getFirst())
                .contains(dossiers.get(7).id())
                .contains("has other content");
        consumer.rebuilds().run(WordsView.NAME, true);
        assertThat(served(dossiers.get(7))).containsExactly("1", "2", "3");

        passOverPoison();
        assertThat(consumer.rebuilds().run(WordsView.NAME, true).differenceCount())
                .isZero();
        assertThat(consumer.rebuilds().run(WordsView.NAME, false).differenceCount())
                .as("what was passed over stays passed over in every later generation")
                .isZero();
        assertThatThrownBy(() -> consumer.rebuilds().run("nothing", false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<StreamId> publishUntil(AtomicBoolean goOn) {
        List<StreamId> published = new ArrayList<>();
        do {
            StreamId dossier = aDossier();
            append(owner.log, dossier, 0, "a", "b");
            publish(dossier, 1, 2);
            published.add(dossier);
        } while (goOn.get());
        return published;
    }

    private void tamper(StreamId dossier) {
        consumer.serving.write(writer -> {
            Document document = writer.get("words", dossier.id()).orElseThrow();
            writer.put("words", dossier.id(), document.version(), "something,else", Map.of());
            return document;
        });
    }

    private void passOverPoison() throws InterruptedException {
        StreamId sick = aDossier();
        view.on("poison", event -> {
            throw new IllegalStateException("on purpose");
        });
        append(owner.log, sick, 0, "x", "poison", "z");
        publish(sick, 1, 2, 3);
        String serving = consumer.loops.loop(WordsView.NAME).name();
        await().atMost(SOON).until(() -> parked(serving, sick).size() == 2);
        consumer.parkingLot.skip(WordsView.NAME, sick.id(), sick.toString(), 2, "on purpose", "admin");
        assertThat(consumer.parkingLot.retry(WordsView.NAME, sick.id())).isEqualTo(new Retried(1, null));
        assertThat(served(sick)).containsExactly("x", "z");
    }
}
