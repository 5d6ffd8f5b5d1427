package vn.tthc.platform.access;

import vn.tthc.contracts.Actor;

/** The one place that says who may do and see what; every command and every read passes it. */
public interface AccessPolicy {
    /** Whether the actor has the permission for the subject; denied unless a rule allows it. */
    boolean allows(Actor actor, Permission permission, Subject subject);

    /** For what the actor has the permission; a list is asked for it, not filtered by it. */
    Scope scope(Actor actor, Permission permission);

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
