package vn.tthc.platform.access;

import java.util.EnumSet;
import java.util.Set;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;

/**
 * Decides by role, by agency for the roles that act for one, and by ownership for citizens. An administrator may do
 * everything but what only a citizen does in person.
 */
public final class RolePolicy implements AccessPolicy {

    /** Roles that mean something only within the agency the actor belongs to. */
    private static final Set<Role> OF_AN_AGENCY = Set.copyOf(EnumSet.of(
            Role.RECEPTION_OFFICER, Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.RECORDS_CLERK));

    @Override
    public boolean allows(Actor actor, Permission permission, Subject subject) {
        return actor.roles().stream().anyMatch(role -> allows(role, actor, permission, subject));
    }

    private static boolean allows(Role role, Actor actor, Permission permission, Subject subject) {
        if (role == Role.ADMINISTRATOR) {
            return !permission.roles().equals(Set.of(Role.CITIZEN))
                    || permission.roles().isEmpty();
        }
        if (!permission.roles().contains(role)) {
            return false;
        }
        if (role == Role.CITIZEN) {
            return subject.owner() == null || subject.owner().equals(actor.id());
        }
        if (OF_AN_AGENCY.contains(role)) {
            return withinAgency(actor, subject);
        }
        return true;
    }

    private static boolean withinAgency(Actor actor, Subject subject) {
        return subject.agencies().isEmpty()
                || (actor.agency() != null && subject.agencies().contains(actor.agency()));
    }
}
