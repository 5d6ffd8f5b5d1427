package vn.tthc.postal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.contracts.postal.PostalEvent.Scan;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;
import vn.tthc.postal.domain.Work.Kind;

/** The item of these tests goes to the delivery office LDG-0078; opened at 8:00 in Vietnam. */
class WorkTest {
    private static final String OFFICE = "LDG-0078";

    private ItemState state = Item.evolve(ItemState.NONE, Items.opened());

    private ItemState.Open given(Scan... scans) {
        for (Scan scan : scans) {
            state = Item.evolve(state, new PostalEvent.Scanned(scan.occurredAt(), Items.DOSSIER, scan));
        }
        return (ItemState.Open) state;
    }

    private static Scan at(String point, String id, ScanKind kind, long minute) {
        Scan scan = Items.scan(id, kind, minute);
        return new Scan(id, kind, scan.occurredAt(), point, scan.device(), minute, scan.reason(), scan.proof(), null);
    }

    private static Work work(Kind kind, String point, long minute) {
        return new Work(kind, point, Items.minute(minute));
    }

    @Test
    void what_waits_at_the_agency_is_to_be_fetched() {
        assertThat(Work.of(given())).contains(new Work(Kind.FETCH, null, Items.OPENED));
        assertThat(Reach.of(given())).isEmpty();
    }

    @Test
    void what_was_called_back_is_nobodys_work() {
        state = Item.evolve(state, new PostalEvent.Cancelled(Items.OPENED, Items.DOSSIER, Purpose.RESULT, 1, 1));

        assertThat(Work.of(given())).isEmpty();
    }

    @Test
    void on_its_way_it_is_to_be_carried_and_at_its_office_delivered() {
        assertThat(Work.of(given(at("LDG-0001", "a", ScanKind.ACCEPTED, 1)))).contains(work(Kind.CARRY, "LDG-0001", 1));
        assertThat(Work.of(given(at(OFFICE, "b", ScanKind.IN_TRANSIT, 90)))).contains(work(Kind.DELIVER, OFFICE, 90));
        assertThat(Work.of(given(at(OFFICE, "c", ScanKind.ATTEMPT_FAILED, 200))))
                .contains(work(Kind.DELIVER, OFFICE, 200));
    }

    @Test
    void sent_elsewhere_it_is_to_be_carried_on() {
        given(at(OFFICE, "a", ScanKind.AT_DELIVERY_OFFICE, 5));
        state = Item.evolve(
                state,
                new PostalEvent.AddressChanged(
                        Items.OPENED, Items.DOSSIER, "23272@2025-07-01", null, "LDG-0048", 30, true));

        assertThat(Work.of(given())).contains(work(Kind.CARRY, OFFICE, 5));
    }

    /** An address without a delivery office: then the scan itself says that it is at one. */
    @Test
    void where_no_office_is_known_a_scan_of_a_delivery_office_says_it_is_there() {
        state = Item.evolve(
                state, new PostalEvent.AddressChanged(Items.OPENED, Items.DOSSIER, null, null, null, 30, false));

        assertThat(Work.of(given(at("LDG-0001", "a", ScanKind.ACCEPTED, 1)))).contains(work(Kind.CARRY, "LDG-0001", 1));
        assertThat(Work.of(given(at("LDG-0004", "b", ScanKind.IN_TRANSIT, 2))))
                .contains(work(Kind.CARRY, "LDG-0004", 2));
        assertThat(Work.of(given(at("LDG-0048", "c", ScanKind.AT_DELIVERY_OFFICE, 3))))
                .contains(work(Kind.DELIVER, "LDG-0048", 3));
        assertThat(Work.of(given(at("LDG-0048", "d", ScanKind.ATTEMPT_FAILED, 4))))
                .contains(work(Kind.DELIVER, "LDG-0048", 4));
        assertThat(Reach.of(given())).isEmpty();
    }

    @Test
    void on_its_way_back_it_is_brought_back_and_at_the_end_nothing_is_to_be_done() {
        assertThat(Work.of(given(at(OFFICE, "a", ScanKind.RETURNING, 5)))).contains(work(Kind.BRING_BACK, OFFICE, 5));
        assertThat(Work.of(given(at("LDG-0001", "b", ScanKind.RETURNED, 9)))).isEmpty();
        assertThat(Work.of(given(at(OFFICE, "c", ScanKind.DELIVERED, 10)))).isEmpty();
    }

    @Test
    void the_same_day_is_counted_in_vietnam_from_the_first_scan_to_the_first_at_the_office() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        assertThat(Reach.of(given(at("LDG-0001", "a", ScanKind.ACCEPTED, 1)))).contains(new Reach(day, null));
        assertThat(Reach.of(given(at(OFFICE, "b", ScanKind.IN_TRANSIT, 15 * 60 + 59))))
                .hasValueSatisfying(reach -> assertThat(reach.sameDay()).isTrue());
        Optional<Reach> next = Reach.of((ItemState.Open) Item.evolve(
                Item.evolve(
                        Item.evolve(ItemState.NONE, Items.opened()),
                        new PostalEvent.Scanned(
                                Items.OPENED, Items.DOSSIER, at("LDG-0001", "a", ScanKind.ACCEPTED, 1))),
                new PostalEvent.Scanned(
                        Items.OPENED, Items.DOSSIER, at(OFFICE, "b", ScanKind.AT_DELIVERY_OFFICE, 16 * 60))));
        assertThat(next).contains(new Reach(day, day.plusDays(1)));
        assertThat(next.orElseThrow().sameDay()).isFalse();
    }

    @Test
    void what_was_delivered_has_reached_its_commune_though_nobody_scanned_it_at_the_office() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        given(at("LDG-0001", "a", ScanKind.ACCEPTED, 1));

        assertThat(Reach.of(given(at("LDG-0001", "b", ScanKind.DELIVERED, 60)))).contains(new Reach(day, day));
    }

    @Test
    void whatever_order_the_scans_come_in_the_work_and_the_day_are_the_same() {
        for (long seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            List<Scan> scans = new ArrayList<>();
            for (int i = random.nextInt(7); i > 0; i--) {
                ScanKind kind = ScanKind.values()[random.nextInt(ScanKind.values().length)];
                scans.add(at(random.nextBoolean() ? OFFICE : "LDG-0001", "s" + i, kind, random.nextInt(2_000)));
            }
            ItemState.Open ordered = told(scans);
            Collections.shuffle(scans, random);
            ItemState.Open shuffled = told(scans);
            assertThat(Work.of(shuffled)).as("seed %s", seed).isEqualTo(Work.of(ordered));
            assertThat(Reach.of(shuffled)).as("seed %s", seed).isEqualTo(Reach.of(ordered));
        }
    }

    private static ItemState.Open told(List<Scan> scans) {
        ItemState now = Item.evolve(ItemState.NONE, Items.opened());
        for (Scan scan : scans) {
            now = Item.evolve(now, new PostalEvent.Scanned(scan.occurredAt(), Items.DOSSIER, scan));
        }
        return (ItemState.Open) now;
    }
}
