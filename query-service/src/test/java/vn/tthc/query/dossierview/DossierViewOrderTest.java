package vn.tthc.query.dossierview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.query.Interleavings;
import vn.tthc.query.MemoryDocuments;
import vn.tthc.query.Stories;
import vn.tthc.query.Story;
import vn.tthc.query.projection.DossierProjection;
import vn.tthc.query.statistics.Contribution;
import vn.tthc.query.statistics.CounterKey;

class DossierViewOrderTest {
    private static final String ID = "0a1b2c3d-0000-3000-8000-000000000001";

    @Test
    void everyOrderOfTheStreamsEndsInTheSameView() {
        Story story = Stories.whole(ID);
        List<List<ReceivedEvent>> streams = List.of(
                story.dossier().subList(0, 5),
                story.work().subList(0, 4),
                story.item().subList(0, 3));
        DossierView expected = fold(streams.stream().flatMap(List::stream).toList());
        AtomicInteger orders = new AtomicInteger();
        Interleavings.each(streams, order -> {
            DossierView view = DossierView.empty(ID);
            for (ReceivedEvent event : order) {
                view = view.apply(event);
                assertThat(view.shown()).isNotNull();
            }
            assertThat(view).isEqualTo(expected);
            assertThat(view.shown()).isEqualTo(expected.shown());
            orders.incrementAndGet();
        });
        assertThat(orders).hasValue(27_720);
    }

    @Test
    void everyOrderOfAnOldDossiersStreamsEndsInTheSameDocuments() {
        Story story = Stories.old(ID);
        Map<String, String> expected = project(story.all()).contents();
        Interleavings.each(
                List.of(story.dossier(), story.work()),
                order -> assertThat(project(order).contents()).isEqualTo(expected));
        assertThat(expected).isNotEmpty();
    }

    @Test
    void longStreamsInAnyOrderWithAnyRepeatsEndInTheSameDocuments() {
        Random random = new Random(20260302);
        Story story = Stories.whole(ID);
        Map<String, String> expected = project(story.all()).contents();
        for (int i = 0; i < 300; i++) {
            List<ReceivedEvent> order =
                    Interleavings.random(List.of(story.dossier(), story.work(), story.item()), random);
            List<ReceivedEvent> repeated = Interleavings.withRepeats(order, random);
            assertThat(project(repeated).contents()).as("order %d", i).isEqualTo(expected);
        }
    }

    @Test
    void repeatsChangeNothingAtAll() {
        for (ReceivedEvent event : Stories.whole(ID).all()) {
            DossierView view = fold(Stories.whole(ID).all());
            assertThat(view.apply(event)).isSameAs(view);
        }
    }

    @Test
    void differencesAddUpToTheContributionInAnyOrder() {
        Random random = new Random(7);
        for (Story story : List.of(Stories.whole(ID), Stories.old(ID))) {
            Map<CounterKey, Long> expected = Contribution.of(fold(story.all()));
            for (int i = 0; i < 200; i++) {
                Map<CounterKey, Long> sums = new HashMap<>();
                DossierView view = DossierView.empty(ID);
                List<List<ReceivedEvent>> streams =
                        new ArrayList<>(List.of(story.dossier(), story.work(), story.item()));
                for (ReceivedEvent event : Interleavings.withRepeats(Interleavings.random(streams, random), random)) {
                    DossierView next = view.apply(event);
                    Contribution.difference(view, next).forEach((key, change) -> sums.merge(key, change, Long::sum));
                    view = next;
                }
                sums.values().removeIf(sum -> sum == 0);
                assertThat(sums).isEqualTo(expected);
            }
        }
    }

    @Test
    void whatIsStoredIsReadBackAsItWas() {
        for (Story story : List.of(Stories.whole(ID), Stories.old(ID))) {
            DossierView view = fold(story.all());
            assertThat(ViewJson.read(ViewJson.write(view), DossierView.class)).isEqualTo(view);
        }
    }

    private static DossierView fold(List<ReceivedEvent> events) {
        DossierView view = DossierView.empty(ID);
        for (ReceivedEvent event : events) {
            view = view.apply(event);
        }
        return view;
    }

    private static MemoryDocuments project(List<ReceivedEvent> events) {
        MemoryDocuments documents = new MemoryDocuments();
        DossierProjection projection = new DossierProjection();
        events.forEach(event -> projection.apply(event, documents));
        return documents;
    }
}
