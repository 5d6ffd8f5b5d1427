package vn.tthc.contracts.reference;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import vn.tthc.contracts.Role;

/**
 * Somebody lets somebody else act in their roles for a while.
 *
 * @param id names it
 * @param agency id of the agency it is for ({@code code@validFrom})
 * @param delegator account whose roles they are
 * @param delegate account that may act in them
 * @param roles these and no others
 * @param from first moment
 * @param to first moment when it is over
 * @param ground on what it rests, such as the article of a law or of the agency's rules; no personal data
 * @param decision number and date of the decision
 */
public record Delegation(
        String id,
        String agency,
        String delegator,
        String delegate,
        Set<Role> roles,
        Instant from,
        Instant to,
        String ground,
        String decision) {
    public Delegation {
        // Always in the same order: an event must have the same bytes wherever it is written.
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }
}
