package vn.tthc.query.dossierview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
}
