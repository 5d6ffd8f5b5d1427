package vn.tthc.platform.access;

import java.util.Optional;
import vn.tthc.contracts.Actor;

/** The one place that says who may do and see what; every command and every read passes it. */
public interface AccessPolicy {
    /** Whether the actor has the permission for the subject; denied unless a rule allows it. */
    boolean allows(Actor actor, Permission permission, Subject subject);

    /** For what the actor has the permission; a list is asked for it, not filtered by it. */
    Scope scope(Actor actor, Permission permission);

    /**
     * The same account in the place of who has delegated roles to it: with those roles, at that agency, and with none of
     * its own.
     *
     * @return empty when there is no such delegation to this account, it is not in force now, or it does not reach this
     *     account
     */
    default Optional<Actor> inPlaceOf(Actor actor, String delegation) {
        return Optional.empty();
    }

    /**
     * Does nothing when allowed.
     *
     * @throws AccessDenied otherwise
     */
    default void require(Actor actor, Permission permission, Subject subject) {
        if (!allows(actor, permission, subject)) {
            throw new AccessDenied(permission.name());
        }
    }
}
