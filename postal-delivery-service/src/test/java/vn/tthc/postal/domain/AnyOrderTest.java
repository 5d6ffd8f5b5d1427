package vn.tthc.postal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

/** Scans late, repeated and shuffled: the item ends where its scans say, and nothing that was told is taken back. */
class AnyOrderTest {
    private static final int NOW = 40;

    @Test
    void any_order_of_a_set_of_scans_ends_in_the_same_state_with_the_same_things_told() {
        int delivered = 0;
        int contradicted = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            List<Scan> scans = scans(random);
            Run first = null;
            for (int order = 0; order < 6; order++) {
                Collections.shuffle(scans, random);
                Run run = new Run(seed);
                scans.forEach(run::tell);
                run.check();
                first = first == null ? run : first;
                assertThat(run.state).as("seed %s", seed).isEqualTo(first.state);
                assertThat(run.aside).as("seed %s", seed).isEqualTo(first.aside);
                assertThat(run.deliveries).as("seed %s", seed).isEqualTo(first.deliveries);
            }
            Timeline timeline = first.item().timeline();
            delivered += timeline.delivered() == null ? 0 : 1;
            contradicted += timeline.anomalies().isEmpty() ? 0 : 1;
        }
        assertThat(delivered)
                .as("the sets are worth something only if many deliver")
                .isGreaterThan(500);
        assertThat(contradicted).as("and many contradict themselves").isGreaterThan(500);
    }

    /** Few moments, so that scans collide; some before there was anything, some from the future; some told twice. */
    private static List<Scan> scans(Random random) {
        List<Scan> scans = new ArrayList<>();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            ScanKind kind = ScanKind.values()[random.nextInt(ScanKind.values().length)];
            Scan scan = Items.scan("s" + i, kind, random.nextInt(60) - 10L, random.nextInt(3));
            for (int times = random.nextInt(2); times >= 0; times--) {
                scans.add(scan);
            }
        }
        return scans;
    }

    private static final class Run {
        private final long seed;
        private ItemState state = Item.evolve(ItemState.NONE, Items.opened());
        private final Set<String> aside = new HashSet<>();
        private final Set<String> believed = new HashSet<>();
        private int deliveries;
        private int returns;

        Run(long seed) {
            this.seed = seed;
        }

        void tell(Scan scan) {
            Decision<PostalEvent> decision = Item.decide(state, new ItemCommand.RecordScan(Items.minute(NOW), scan));
            for (PostalEvent event : ((Decision.Accepted<PostalEvent>) decision).events()) {
                state = Item.evolve(state, event);
                switch (event) {
                    case PostalEvent.Scanned e ->
                        assertThat(believed.add(e.scan().scanId()))
                                .as("seed %s: told twice", seed)
                                .isTrue();
                    case PostalEvent.AnomalyRecorded e ->
                        assertThat(aside.add(e.scan().scanId()))
                                .as("seed %s: aside twice", seed)
                                .isTrue();
                    case PostalEvent.Delivered e -> deliveries++;
                    case PostalEvent.Returned e ->
                        assertThat(++returns)
                                .as("seed %s: returned twice", seed)
                                .isEqualTo(1);
                    case PostalEvent.Opened e -> throw new AssertionError("opened by a scan");
                    case PostalEvent.AddressChanged e -> throw new AssertionError("sent elsewhere by a scan");
                    case PostalEvent.Cancelled e -> throw new AssertionError("cancelled by a scan");
                    case PostalEvent.Split e -> throw new AssertionError("split by a scan");
                    case PostalEvent.HandedOver e -> throw new AssertionError("handed over by a scan");
                    case PostalEvent.DossierTaken e -> throw new AssertionError("taken by a scan");
                    case PostalEvent.PapersSurrendered e -> throw new AssertionError("surrendered by a scan");
                    case PostalEvent.DossierChecked e -> throw new AssertionError("compared by a scan");
                    case PostalEvent.FilingRefused e -> throw new AssertionError("refused by a scan");
                    case PostalEvent.SilenceNoticed e -> throw new AssertionError("silent by a scan");
                    case PostalEvent.AnomalySettled e -> throw new AssertionError("settled by a scan");
                }
            }
        }

        ItemState.Open item() {
            return (ItemState.Open) state;
        }

        void check() {
            Timeline timeline = item().timeline();
            Set<String> unbelieved = item().unbelieved().keySet();
            Set<String> contradictions = new HashSet<>(timeline.anomalies().keySet());
            contradictions.addAll(unbelieved);
            assertThat(aside).as("seed %s", seed).isEqualTo(contradictions);
            assertThat(deliveries).as("seed %s", seed).isEqualTo(timeline.delivered() == null ? 0 : 1);
            assertThat(timeline.applied()).as("seed %s", seed).isSortedAccordingTo(Timeline.ORDER);
            assertThat(timeline.applied().size() + contradictions.size())
                    .as("seed %s: nothing is lost", seed)
                    .isEqualTo(item().scans().size() + item().unbelieved().size());
            if (timeline.delivered() != null) {
                assertThat(timeline.last()).as("seed %s", seed).contains(timeline.delivered());
            }
            assertThat(Map.copyOf(timeline.anomalies())).as("seed %s", seed).doesNotContainKeys(ids(timeline));
        }

        private static String[] ids(Timeline timeline) {
            return timeline.applied().stream().map(Scan::scanId).toArray(String[]::new);
        }
    }
}
