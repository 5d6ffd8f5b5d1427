package vn.tthc.query.dossierview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

class ItemFoldTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    private static Envelope version(long version) {
        return new Envelope(
                "event-" + version,
                "item.scanned",
                1,
                "item-1",
                version,
                MORNING,
                MORNING,
                Origin.DEVICE,
                new Actor("postman", Set.of(Role.POSTAL_WORKER), null),
                "command-" + version,
                null,
                "correlation",
                null,
                Audience.CITIZEN,
                "d1",
                null,
                null);
    }

    private static PostalEvent.Scan scan(String id, ScanKind kind, int hours) {
        PostalEvent.FailureReason reason = kind == ScanKind.ATTEMPT_FAILED ? PostalEvent.FailureReason.NOT_FOUND : null;
        return new PostalEvent.Scan(
                id, kind, MORNING.plusSeconds(3600L * hours), "LDG-0001", "hand", 1, reason, null, null);
    }

    private static PostalEvent scanned(PostalEvent.Scan scan) {
        return new PostalEvent.Scanned(scan.occurredAt(), "d1", scan);
    }

    @Test
    void a_reading_that_came_late_takes_its_place_in_the_history_and_not_the_last_one() {
        ItemFold fold = ItemFold.EMPTY
                .apply(version(1), scanned(scan("b", ScanKind.AT_DELIVERY_OFFICE, 5)))
                .apply(version(2), scanned(scan("a", ScanKind.ACCEPTED, 1)));

        assertThat(fold.state()).isEqualTo(ScanKind.AT_DELIVERY_OFFICE);
    }

    @Test
    void a_reading_that_turned_out_to_be_impossible_does_not_count_any_more() {
        PostalEvent.Scan failed = scan("c", ScanKind.ATTEMPT_FAILED, 7);
        ItemFold counted = ItemFold.EMPTY
                .apply(version(1), scanned(scan("b", ScanKind.AT_DELIVERY_OFFICE, 5)))
                .apply(version(2), scanned(failed));
        assertThat(counted.failedAttempts()).isEqualTo(1);

        ItemFold settled = counted.apply(
                version(3), new PostalEvent.AnomalyRecorded(MORNING, "d1", failed, PostalEvent.Anomaly.AFTER_DELIVERY));

        assertThat(settled.failedAttempts()).isZero();
        assertThat(settled.state()).isEqualTo(ScanKind.AT_DELIVERY_OFFICE);
        assertThat(settled.anomalies()).containsExactly(PostalEvent.Anomaly.AFTER_DELIVERY);
    }

    /** The history is that of the post's own test: both must come to the same. */
    @Test
    void in_every_order_of_its_readings_an_item_that_was_sent_back_is_on_its_way_back() {
        List<PostalEvent.Scan> history = List.of(
                scan("accepted", ScanKind.ACCEPTED, 1),
                scan("manifest-a-out", ScanKind.IN_TRANSIT, 2),
                scan("manifest-a-in", ScanKind.AT_DELIVERY_OFFICE, 3),
                scan("refused", ScanKind.ATTEMPT_FAILED, 4),
                scan("back", ScanKind.RETURNING, 5),
                scan("manifest-b-out", ScanKind.IN_TRANSIT, 6),
                scan("manifest-b-in", ScanKind.AT_DELIVERY_OFFICE, 7));

        assertThat(everyOrder(ItemFold.EMPTY, history, false)).isEqualTo(5_040);
    }

    private static int everyOrder(ItemFold fold, List<PostalEvent.Scan> left, boolean back) {
        assertThat(fold.state() == ScanKind.RETURNING).isEqualTo(back);
        if (left.isEmpty()) {
            assertThat(fold.since()).isEqualTo(MORNING.plusSeconds(7 * 3_600));
            return 1;
        }
        int orders = 0;
        for (PostalEvent.Scan next : left) {
            List<PostalEvent.Scan> others = new ArrayList<>(left);
            others.remove(next);
            orders += everyOrder(
                    fold.apply(version(fold.position() + 1), scanned(next)),
                    others,
                    back || next.kind() == ScanKind.RETURNING);
        }
        return orders;
    }

    @Test
    void back_at_the_agency_or_tried_after_all_it_is_on_its_way_back_no_more() {
        ItemFold back = ItemFold.EMPTY.apply(version(1), scanned(scan("back", ScanKind.RETURNING, 5)));

        assertThat(back.apply(version(2), scanned(scan("there", ScanKind.RETURNED, 6)))
                        .state())
                .isEqualTo(ScanKind.RETURNED);
        assertThat(back.apply(version(2), scanned(scan("tried", ScanKind.ATTEMPT_FAILED, 6)))
                        .state())
                .isEqualTo(ScanKind.ATTEMPT_FAILED);
    }
}
