package vn.tthc.postal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.decision.ProblemCode;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Ruling;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

/** A person's word on scans that were set aside: told once, and nothing of the item's way moves with it. */
class SettledAnomaliesTest {
    private static final int NOW = 40;

    private ItemState state = Item.evolve(ItemState.NONE, Items.opened());

    @Test
    void whatever_is_settled_and_when_the_item_is_what_its_scans_say() {
        int settled = 0;
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Scan> scans = scans(random);
            ItemState.Open untouched = told(scans, null);
            Collections.shuffle(scans, random);
            ItemState.Open ruled = told(scans, random);
            assertThat(ruled.timeline()).as("seed %s", seed).isEqualTo(untouched.timeline());
            assertThat(ruled.timeline().phase())
                    .as("seed %s", seed)
                    .isEqualTo(untouched.timeline().phase());
            assertThat(Work.of(ruled)).as("seed %s", seed).isEqualTo(Work.of(untouched));
            assertThat(ruled.unbelieved()).as("seed %s", seed).isEqualTo(untouched.unbelieved());
            assertThat(ruled.told().anomalies())
                    .as("seed %s", seed)
                    .isEqualTo(untouched.told().anomalies());
            settled += ruled.told().settled().size();
        }
        assertThat(settled).as("worth something only if much is settled").isGreaterThan(500);
    }

    /** Tells them all; between them, now and then, somebody settles what stands aside by then. */
    private static ItemState.Open told(List<Scan> scans, @Nullable Random random) {
        ItemState state = Item.evolve(ItemState.NONE, Items.opened());
        for (Scan scan : scans) {
            state = after(state, new ItemCommand.RecordScan(Items.minute(NOW), scan));
            while (random != null && random.nextInt(3) > 0) {
                List<String> open = new ArrayList<>(open((ItemState.Open) state));
                if (open.isEmpty()) {
                    break;
                }
                String one = open.get(random.nextInt(open.size()));
                state = after(state, settle(one, Ruling.KEPT_AS_IS, null));
            }
        }
        return (ItemState.Open) state;
    }

    private static Set<String> open(ItemState.Open item) {
        Set<String> open = new HashSet<>(item.told().anomalies());
        open.addAll(item.unbelieved().keySet());
        open.removeAll(item.told().settled().keySet());
        return open;
    }

    private static List<Scan> scans(Random random) {
        List<Scan> scans = new ArrayList<>();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            ScanKind kind = ScanKind.values()[random.nextInt(ScanKind.values().length)];
            scans.add(Items.scan("s" + i, kind, random.nextInt(60) - 10L, random.nextInt(3)));
        }
        return scans;
    }

    private static ItemState after(ItemState state, ItemCommand command) {
        ItemState next = state;
        for (PostalEvent event : ((Decision.Accepted<PostalEvent>) Item.decide(state, command)).events()) {
            next = Item.evolve(next, event);
        }
        return next;
    }

    private static ItemCommand settle(String scanId, Ruling ruling, @Nullable String correction) {
        return new ItemCommand.SettleAnomaly(Items.minute(NOW), scanId, ruling, correction, "Máy quét sai giờ");
    }

    private void tell(Scan scan) {
        state = after(state, new ItemCommand.RecordScan(Items.minute(NOW), scan));
    }

    private @Nullable ProblemCode refusal(ItemCommand command) {
        return Item.decide(state, command) instanceof Decision.Refused<PostalEvent> refused
                ? refused.refusal().code()
                : null;
    }

    @Test
    void an_anomaly_is_settled_once_with_its_ruling_and_ground() {
        tell(Items.scan("way", ScanKind.IN_TRANSIT, 20));
        tell(Items.scan("late", ScanKind.ACCEPTED, 30));
        tell(Items.scan("future", ScanKind.IN_TRANSIT, 50));

        state = after(state, settle("late", Ruling.KEPT_AS_IS, null));
        state = after(state, settle("future", Ruling.CORRECTED_BY_SCAN, "way"));

        Map<String, Ruling> rulings = new HashMap<>();
        ((ItemState.Open) state).told().settled().forEach((scan, settled) -> rulings.put(scan, settled.ruling()));
        assertThat(rulings).isEqualTo(Map.of("late", Ruling.KEPT_AS_IS, "future", Ruling.CORRECTED_BY_SCAN));
        assertThat(refusal(settle("late", Ruling.KEPT_AS_IS, null))).isEqualTo(ItemProblem.ANOMALY_SETTLED);
        assertThat(refusal(settle("future", Ruling.KEPT_AS_IS, null))).isEqualTo(ItemProblem.ANOMALY_SETTLED);
    }

    @Test
    void what_is_no_anomaly_is_not_settled() {
        tell(Items.scan("way", ScanKind.IN_TRANSIT, 20));

        assertThat(refusal(settle("way", Ruling.KEPT_AS_IS, null))).isEqualTo(ItemProblem.ANOMALY_UNKNOWN);
        assertThat(refusal(settle("none", Ruling.KEPT_AS_IS, null))).isEqualTo(ItemProblem.ANOMALY_UNKNOWN);
        state = ItemState.NONE;
        assertThat(refusal(settle("way", Ruling.KEPT_AS_IS, null))).isEqualTo(ItemProblem.ITEM_NOT_OPEN);
    }

    @Test
    void a_correction_is_a_scan_that_counts() {
        tell(Items.scan("way", ScanKind.IN_TRANSIT, 20));
        tell(Items.scan("late", ScanKind.ACCEPTED, 30));

        assertThat(refusal(settle("late", Ruling.CORRECTED_BY_SCAN, null)))
                .isEqualTo(ItemProblem.CORRECTION_NOT_APPLIED);
        assertThat(refusal(settle("late", Ruling.CORRECTED_BY_SCAN, "late")))
                .isEqualTo(ItemProblem.CORRECTION_NOT_APPLIED);
        assertThat(refusal(settle("late", Ruling.CORRECTED_BY_SCAN, "none")))
                .isEqualTo(ItemProblem.CORRECTION_NOT_APPLIED);
        assertThat(refusal(settle("late", Ruling.KEPT_AS_IS, "way"))).isEqualTo(ItemProblem.CORRECTION_NOT_NEEDED);
        assertThat(refusal(settle("late", Ruling.CORRECTED_BY_SCAN, "way"))).isNull();
    }
}
