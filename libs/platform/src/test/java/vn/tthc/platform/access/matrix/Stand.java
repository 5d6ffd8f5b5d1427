package vn.tthc.platform.access.matrix;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Role;

/**
 * Somebody who stands in, or no longer or not yet does.
 *
 * @param name of the delegation
 * @param agency the agency it is for, by its name in the {@link World}
 * @param role what is delegated
 * @param from from when
 * @param to until when
 * @param lapsed why it does not hold; null when it does
 */
record Stand(
        String name,
        String agency,
        Role role,
        Instant from,
        Instant to,
        @Nullable Standing lapsed) {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant YESTERYEAR = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant FAR_AWAY = Instant.parse("2120-01-01T00:00:00Z");
    private static final Instant FURTHER = Instant.parse("2121-01-01T00:00:00Z");

    /**
     * A leader's deputy from elsewhere, and somebody of the same agency; one in the place of the leader of an agency that is
     * no more; and such as have no delegation that holds.
     */
    static List<Stand> all() {
        return List.of(
                new Stand("matrix-deputy", "ward", Role.AGENCY_LEADER, LONG_AGO, FAR_AWAY, null),
                new Stand("matrix-colleague", "department", Role.CASE_OFFICER, LONG_AGO, FAR_AWAY.plusSeconds(1), null),
                new Stand(
                        "matrix-late-heir",
                        "old-district",
                        Role.AGENCY_LEADER,
                        LONG_AGO,
                        FAR_AWAY.plusSeconds(3),
                        null),
                new Stand("matrix-late", "ward", Role.AGENCY_LEADER, LONG_AGO, YESTERYEAR, Standing.DELEGATE_TOO_LATE),
                new Stand("matrix-early", "ward", Role.CASE_OFFICER, FAR_AWAY, FURTHER, Standing.DELEGATE_TOO_EARLY),
                new Stand(
                        "matrix-gone",
                        "ward",
                        Role.AGENCY_LEADER,
                        LONG_AGO,
                        FAR_AWAY.plusSeconds(2),
                        Standing.DELEGATE_REVOKED));
    }
}
