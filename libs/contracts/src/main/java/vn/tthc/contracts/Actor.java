package vn.tthc.contracts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who did it, as it was at that moment.
 *
 * @param id the account, a pseudonym: never a name or an identity number
 * @param roles the roles the account had
 * @param agency the agency it acted for ({@code code@validFrom}), or null for citizens and programs
 */
public record Actor(String id, Set<Role> roles, @Nullable String agency) {
    public Actor {
        roles = Set.copyOf(roles);
    }
}
