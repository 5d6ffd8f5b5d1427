package vn.tthc.postal.scans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.postal.PostalEvent.ScanKind;

class SealedScansTest {
    private static final Instant T1 = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant T2 = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void two_scans_never_have_one_name_whatever_a_device_writes_into_its_fields() {
        ScanRequest one =
                new ScanRequest("a", ScanKind.ACCEPTED, T1, "p1", "d|IN_TRANSIT|" + T2 + "|p2|e", 1L, null, null, null);
        ScanRequest other =
                new ScanRequest("a|ACCEPTED|" + T1 + "|p1|d", ScanKind.IN_TRANSIT, T2, "p2", "e", 1L, null, null, null);

        assertThat(SealedScans.naturalKey(one)).isNotEqualTo(SealedScans.naturalKey(other));
        assertThat(SealedScans.naturalKey(one)).isEqualTo(SealedScans.naturalKey(one));
    }
}
