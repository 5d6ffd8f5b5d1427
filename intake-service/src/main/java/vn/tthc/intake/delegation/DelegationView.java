package vn.tthc.intake.delegation;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.reference.Delegation;

/**
 * A delegation.
 *
 * @param id what the delegate names in {@code Tthc-Delegation}
 * @param agency the agency it is for
 * @param delegator whose roles they are
 * @param delegate who may act in them
 * @param to first moment when it is over
 * @param revokedAt when it was revoked, absent when it was not
 */
record DelegationView(
        String id,
        String agency,
        String delegator,
        String delegate,
        Set<Role> roles,
        Instant from,
        Instant to,
        String ground,
        String decision,
        @Nullable Instant revokedAt) {
    static DelegationView of(Delegation delegation, @Nullable Instant revokedAt) {
        return new DelegationView(
                delegation.id(),
                delegation.agency(),
                delegation.delegator(),
                delegation.delegate(),
                delegation.roles(),
                delegation.from(),
                delegation.to(),
                delegation.ground(),
                delegation.decision(),
                revokedAt);
    }
}
