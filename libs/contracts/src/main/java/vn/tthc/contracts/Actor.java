package vn.tthc.contracts;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who did it, as it was at that moment.
 *
 * @param id the account, a pseudonym: never a name or an identity number
 * @param roles the roles the account had
 * @param agency the agency it acted for ({@code code@validFrom}), or null for citizens and programs
 * @param onBehalfOf whose roles these are and by which delegation, null when they are its own
 */
public record Actor(
        String id,
        Set<Role> roles,
        @Nullable String agency,
        @Nullable OnBehalf onBehalfOf) {
    /** Somebody in their own roles. */
    public Actor(String id, Set<Role> roles, @Nullable String agency) {
        this(id, roles, agency, null);
    }

    public Actor {
        // Always in the same order: an envelope must have the same bytes wherever it is written.
        roles = roles.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }
}
