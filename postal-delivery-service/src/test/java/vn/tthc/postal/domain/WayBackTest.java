package vn.tthc.postal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.FailureReason;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.law.clock.Calendars;

/** Whether an item goes to its addressee or back follows from all its scans, whatever comes in first. */
class WayBackTest {
    /** Carried there on one manifest, refused, sent back, and carried back on another. */
    private static final List<Scan> HISTORY = List.of(
            Items.scan("accepted", ScanKind.ACCEPTED, 10),
            Items.scan("manifest-a-out", ScanKind.IN_TRANSIT, 20),
            Items.scan("manifest-a-in", ScanKind.AT_DELIVERY_OFFICE, 30),
            Items.with(Items.scan("refused", ScanKind.ATTEMPT_FAILED, 40), FailureReason.REFUSED, null),
            Items.scan("back", ScanKind.RETURNING, 50),
            Items.scan("manifest-b-out", ScanKind.IN_TRANSIT, 60),
            Items.scan("manifest-b-in", ScanKind.AT_DELIVERY_OFFICE, 70));

    private static ItemState tell(ItemState state, Scan scan) {
        ItemState after = state;
        var decision = Item.decide(state, new ItemCommand.RecordScan(Items.minute(1_000), scan));
        for (PostalEvent event : ((Decision.Accepted<PostalEvent>) decision).events()) {
            after = Item.evolve(after, event);
        }
        return after;
    }

    private static ItemState.Open told(List<Scan> scans) {
        ItemState state = Item.evolve(ItemState.NONE, Items.opened());
        for (Scan scan : scans) {
            state = tell(state, scan);
        }
        return (ItemState.Open) state;
    }

    /** Tells what is left in every order, and after each scan that the item is what it was after the same scans before. */
    private static int everyOrder(ItemState.Open item, List<Scan> left, Map<Set<String>, ItemState.Open> seen) {
        ItemState.Open first = seen.putIfAbsent(item.scans().keySet(), item);
        if (first != null) {
            assertThat(item.timeline()).isEqualTo(first.timeline());
            assertThat(item.timeline().state()).isEqualTo(first.timeline().state());
        }
        if (left.isEmpty()) {
            return 1;
        }
        int orders = 0;
        for (Scan next : left) {
            List<Scan> others = new ArrayList<>(left);
            others.remove(next);
            orders += everyOrder((ItemState.Open) tell(item, next), others, seen);
        }
        return orders;
    }

    @Test
    void in_every_order_of_its_scans_an_item_that_was_sent_back_is_on_its_way_back() {
        Map<Set<String>, ItemState.Open> seen = new HashMap<>();

        assertThat(everyOrder(told(List.of()), HISTORY, seen)).isEqualTo(5_040);

        ItemState.Open item = told(HISTORY);
        assertThat(item.timeline().state()).isEqualTo(ScanKind.RETURNING);
        assertThat(item.timeline().phase()).isEqualTo(Phase.RETURNING);
        assertThat(Work.of(item)).hasValueSatisfying(work -> {
            assertThat(work.kind()).isEqualTo(Work.Kind.BRING_BACK);
            assertThat(work.since()).isEqualTo(Items.minute(70));
        });
        assertThat(Retention.of(item, Calendars.byDefault()).findings()).isEmpty();
        assertThat(seen).hasSize(1 << HISTORY.size());
        assertThat(seen.entrySet().stream()
                        .filter(each -> each.getKey().contains("back"))
                        .map(each -> each.getValue().timeline().phase())
                        .collect(Collectors.toSet()))
                .containsExactly(Phase.RETURNING);
        assertThat(seen.entrySet().stream()
                        .filter(each -> !each.getKey().contains("back"))
                        .map(each -> each.getValue().timeline().phase())
                        .collect(Collectors.toSet()))
                .doesNotContain(Phase.RETURNING);
    }

    @Test
    void what_goes_back_can_be_sent_nowhere_else_though_a_manifest_carries_it() {
        assertThat(Item.decide(
                        told(HISTORY),
                        new ItemCommand.ChangeAddress(
                                Items.minute(80), Items.open().to())))
                .isEqualTo(Decision.refuse(ItemProblem.ON_ITS_WAY_BACK));
    }

    @Test
    void an_earlier_manifest_is_no_way_back_however_late_it_is_told() {
        ItemState.Open item = told(List.of(HISTORY.get(4), HISTORY.get(1), HISTORY.get(2)));

        assertThat(item.timeline().applied())
                .extracting(Scan::kind)
                .containsExactly(ScanKind.IN_TRANSIT, ScanKind.AT_DELIVERY_OFFICE, ScanKind.RETURNING);
        assertThat(Reach.of(item)).contains(new Reach(LocalDate.of(2026, 3, 2), null));
    }

    @Test
    void back_at_the_agency_or_tried_after_all_it_is_on_its_way_back_no_more() {
        assertThat(after(Items.scan("there", ScanKind.RETURNED, 80))).isEqualTo(ScanKind.RETURNED);
        assertThat(after(Items.scan("tried", ScanKind.ATTEMPT_FAILED, 80))).isEqualTo(ScanKind.ATTEMPT_FAILED);
        assertThat(after(Items.scan("taken", ScanKind.DELIVERED, 80))).isEqualTo(ScanKind.DELIVERED);
    }

    private static @Nullable ScanKind after(Scan more) {
        List<Scan> scans = new ArrayList<>(HISTORY);
        scans.addFirst(more);
        return told(scans).timeline().state();
    }
}
