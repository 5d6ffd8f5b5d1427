package vn.tthc.platform.access;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.reference.Delegation;

/** Where the policy finds the delegations there are and were. */
@FunctionalInterface
public interface Delegations {
    /** There are none. */
    Delegations NONE = id -> Optional.empty();

    /** The delegation of that id, in force or not. */
    Optional<Known> find(String id);

    /**
     * A delegation as it is known.
     *
     * @param revokedAt when it was revoked, null when it was not
     */
    record Known(Delegation delegation, @Nullable Instant revokedAt) {

        /** Whether the roles may be acted in at that moment: from its first until, but not at, its last. */
        public boolean inForce(Instant at) {
            return !at.isBefore(delegation.from())
                    && at.isBefore(delegation.to())
                    && (revokedAt == null || at.isBefore(revokedAt));
        }
    }
}
