package vn.tthc.postal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

/** Whatever the network does to a history that really happened, the item ends where it really is. */
class ValidHistoryTest {
    private static final long NOW = 100_000;

    /** A way an item can really go: taken over, carried, tried, invited for, and delivered or brought back or not yet. */
    @Provide
    Arbitrary<List<Scan>> histories() {
        Arbitrary<List<ScanKind>> carried = Arbitraries.of(ScanKind.IN_TRANSIT, ScanKind.AT_DELIVERY_OFFICE)
                .list()
                .ofMaxSize(4);
        Arbitrary<List<ScanKind>> tried =
                Arbitraries.of(ScanKind.ATTEMPT_FAILED, ScanKind.INVITED).list().ofMaxSize(4);
        Arbitrary<List<ScanKind>> ends = Arbitraries.of(
                List.of(ScanKind.DELIVERED),
                List.of(ScanKind.RETURNING, ScanKind.RETURNED),
                List.of(ScanKind.RETURNING),
                List.<ScanKind>of());
        return carried.flatMap(way -> tried.flatMap(attempts -> ends.map(end -> history(way, attempts, end))));
    }

    private static List<Scan> history(List<ScanKind> way, List<ScanKind> attempts, List<ScanKind> end) {
        List<ScanKind> kinds = new ArrayList<>(List.of(ScanKind.ACCEPTED));
        kinds.addAll(way);
        kinds.addAll(attempts);
        kinds.addAll(end);
        List<Scan> scans = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            // two readings of one device may have one moment: then its counter says which came first
            scans.add(Items.scan("s" + i, kinds.get(i), 10 + i / 2, i));
        }
        return scans;
    }

    @Property(tries = 2_000)
    void duplicated_delayed_and_interleaved_it_ends_as_in_order(
            @ForAll("histories") List<Scan> history, @ForAll long seed) {
        Random network = new Random(seed);
        List<Scan> arrived = new ArrayList<>(history);
        for (int copies = network.nextInt(5); copies > 0; copies--) {
            arrived.add(history.get(network.nextInt(history.size())));
        }
        Collections.shuffle(arrived, network);

        Ended ordered = tell(history);
        Ended disordered = tell(arrived);

        assertThat(disordered.state()).isEqualTo(ordered.state());
        assertThat(ordered.state().timeline().anomalies()).isEmpty();
        assertThat(ordered.state().timeline().applied()).isEqualTo(history);
        assertThat(disordered.deliveries()).isEqualTo(ordered.deliveries()).isLessThanOrEqualTo(1);
        assertThat(disordered.returns()).isEqualTo(ordered.returns()).isLessThanOrEqualTo(1);
    }

    private record Ended(ItemState.Open state, long deliveries, long returns) {}

    private static Ended tell(List<Scan> scans) {
        ItemState state = Item.evolve(ItemState.NONE, Items.opened());
        List<PostalEvent> told = new ArrayList<>();
        for (Scan scan : scans) {
            var decision = Item.decide(state, new ItemCommand.RecordScan(Items.minute(NOW), scan));
            for (PostalEvent event : ((Decision.Accepted<PostalEvent>) decision).events()) {
                told.add(event);
                state = Item.evolve(state, event);
            }
        }
        return new Ended(
                (ItemState.Open) state,
                told.stream().filter(PostalEvent.Delivered.class::isInstance).count(),
                told.stream().filter(PostalEvent.Returned.class::isInstance).count());
    }
}
