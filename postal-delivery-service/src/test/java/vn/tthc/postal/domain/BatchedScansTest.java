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
import vn.tthc.contracts.postal.PostalEvent.Anomaly;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

class BatchedScansTest {
    private static final int NOW = 40;

    private final ItemState open = Item.evolve(ItemState.NONE, Items.opened());

    private static List<PostalEvent> tell(ItemState state, Scan... scans) {
        return tell(state, List.of(scans));
    }

    private static List<PostalEvent> tell(ItemState state, List<Scan> scans) {
        var decision = Item.decide(state, new ItemCommand.RecordScans(Items.minute(NOW), scans));
        return ((Decision.Accepted<PostalEvent>) decision).events();
    }

    private static ItemState after(ItemState state, List<PostalEvent> events) {
        ItemState now = state;
        for (PostalEvent event : events) {
            now = Item.evolve(now, event);
        }
        return now;
    }

    private static PostalEvent scanned(Scan scan) {
        return new PostalEvent.Scanned(scan.occurredAt(), Items.DOSSIER, scan);
    }

    @Test
    void several_scans_are_taken_by_one_command_each_on_what_the_one_before_made() {
        Scan accepted = Items.scan("a", ScanKind.ACCEPTED, 1);
        Scan delivered = Items.scan("b", ScanKind.DELIVERED, 5);
        Scan after = Items.scan("c", ScanKind.IN_TRANSIT, 6);

        assertThat(tell(open, accepted, delivered, after))
                .containsExactly(
                        scanned(accepted),
                        scanned(delivered),
                        new PostalEvent.Delivered(
                                delivered.occurredAt(),
                                Items.DOSSIER,
                                PostalEvent.Purpose.RESULT,
                                1,
                                1,
                                Items.proof("b")),
                        new PostalEvent.AnomalyRecorded(
                                after.occurredAt(), Items.DOSSIER, after, Anomaly.AFTER_DELIVERY));
    }

    @Test
    void one_that_may_not_be_holds_up_no_other() {
        Scan bare = Items.with(Items.scan("a", ScanKind.DELIVERED, 1), null, null);
        Scan good = Items.scan("b", ScanKind.ACCEPTED, 2);
        Scan otherwise = Items.scan("b", ScanKind.IN_TRANSIT, 3);

        assertThat(tell(open, bare, good, otherwise, good)).containsExactly(scanned(good));
    }

    @Test
    void there_is_a_bound_and_nothing_is_scanned_that_was_never_opened() {
        List<Scan> many = Collections.nCopies(Item.MOST_SCANS + 1, Items.scan("a", ScanKind.ACCEPTED, 1));

        assertThat(Item.decide(open, new ItemCommand.RecordScans(Items.OPENED, many)))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(ItemProblem.TOO_MANY_SCANS));
        assertThat(Item.decide(open, new ItemCommand.RecordScans(Items.OPENED, many.subList(1, many.size()))))
                .as("a hundred alike are one scan")
                .isEqualTo(Decision.accept(scanned(many.getFirst())));
        assertThat(Item.decide(ItemState.NONE, new ItemCommand.RecordScans(Items.OPENED, List.of())))
                .isEqualTo(Decision.refuse(ItemProblem.ITEM_NOT_OPEN));
    }

    @Test
    void a_device_that_loops_ends_somewhere_and_does_not_keep_the_delivery_out() {
        ItemState full = open;
        for (int i = 0; i < Item.MOST_SCANS_EVER; i++) {
            full = after(full, tell(full, Items.scan("loop-" + i, ScanKind.IN_TRANSIT, 1)));
        }
        Scan delivered = Items.scan("delivered", ScanKind.DELIVERED, 5);

        assertThat(Item.decide(
                        full,
                        new ItemCommand.RecordScan(Items.minute(NOW), Items.scan("one more", ScanKind.IN_TRANSIT, 2))))
                .isEqualTo(Decision.refuse(ItemProblem.ITEM_FULL, "scanId", Map.of("most", "500")));
        assertThat(tell(full, Items.scan("one more", ScanKind.IN_TRANSIT, 2), delivered))
                .hasSize(2)
                .first()
                .isEqualTo(scanned(delivered));
        assertThat(tell(full, Items.scan("loop-7", ScanKind.IN_TRANSIT, 1)))
                .as("a repeat")
                .isEmpty();

        for (int i = 0; i < 100; i++) {
            full = after(full, tell(full, Items.scan("returned-" + i, ScanKind.RETURNED, 10)));
        }
        assertThat(((ItemState.Open) full).scans()).hasSize(550);
    }

    @Test
    void however_scans_are_shuffled_repeated_and_put_into_batches_the_item_ends_the_same_and_nothing_is_told_twice() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Scan> scans = new ArrayList<>();
            for (int i = random.nextInt(9); i > 0; i--) {
                ScanKind kind = ScanKind.values()[random.nextInt(ScanKind.values().length)];
                scans.add(Items.scan("s" + i, kind, random.nextInt(60) - 10L, random.nextInt(3)));
            }
            ItemState one = open;
            for (Scan scan : scans) {
                one = after(one, tell(one, scan));
            }
            List<Scan> arrived = new ArrayList<>(scans);
            scans.stream().filter(scan -> random.nextBoolean()).forEach(arrived::add);
            Collections.shuffle(arrived, random);
            ItemState batched = open;
            Set<PostalEvent> told = new HashSet<>();
            while (!arrived.isEmpty()) {
                List<Scan> batch = arrived.subList(0, 1 + random.nextInt(arrived.size()));
                List<PostalEvent> events = tell(batched, batch);
                batched = after(batched, events);
                for (PostalEvent event : events) {
                    assertThat(told.add(event))
                            .as("seed %s: told twice: %s", seed, event)
                            .isTrue();
                }
                batch.clear();
            }
            assertThat(batched).as("seed %s", seed).isEqualTo(one);
        }
    }
}
