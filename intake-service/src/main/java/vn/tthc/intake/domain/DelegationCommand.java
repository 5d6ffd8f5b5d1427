package vn.tthc.intake.domain;

import java.time.Instant;
import java.util.Set;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.reference.Delegation;

/** What becomes of a delegation. */
public sealed interface DelegationCommand {
    /** When it is asked. */
    Instant at();

    /**
     * Somebody delegates roles.
     *
     * @param by as whom: the roles held at that moment, and whether they are the account's own
     * @param delegable the roles that can be delegated at all
     */
    record Grant(Instant at, Delegation delegation, Actor by, Set<Role> delegable) implements DelegationCommand {
        public Grant {
            delegable = Set.copyOf(delegable);
        }
    }

    /** It is to be over before its time. */
    record Revoke(Instant at, String reason) implements DelegationCommand {}
}
