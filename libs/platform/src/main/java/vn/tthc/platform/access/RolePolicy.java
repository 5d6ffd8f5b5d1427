package vn.tthc.platform.access;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;
import vn.tthc.law.clock.VietnamTime;

/**
 * Decides by role, by agency for the roles that act for one, and by ownership for citizens. A role at an agency counts
 * while the agency exists; its work goes to its successor. Nobody has a permission that does not name their role, an
 * administrator neither.
 */
public final class RolePolicy implements AccessPolicy {
    private final AgencyTrees trees;
    private final InstantSource clock;

    public RolePolicy(AgencyTrees trees, InstantSource clock) {
        this.trees = trees;
        this.clock = clock;
    }

    @Override
    public boolean allows(Actor actor, Permission permission, Subject subject) {
        return isForEverybody(permission)
                || actor.roles().stream()
                        .filter(role -> permission.roles().contains(role))
                        .anyMatch(role -> covers(scope(role, actor, permission), role, subject));
    }

    @Override
    public Scope scope(Actor actor, Permission permission) {
        return actor.roles().stream()
                .filter(role -> permission.roles().contains(role))
                .map(role -> scope(role, actor, permission))
                .reduce(Scope.NOTHING, Scope::and);
    }

    private static boolean isForEverybody(Permission permission) {
        return permission.roles().size() == Role.values().length;
    }

    private Scope scope(Role role, Actor actor, Permission permission) {
        return switch (role) {
            case CITIZEN -> new Scope(false, Set.of(), actor.id());
            case RECEPTION_OFFICER, CASE_OFFICER, HEAD_OF_UNIT -> ofAgency(actor, false);
            case AGENCY_LEADER, RECORDS_CLERK -> ofAgency(actor, permission.reachesBelow());
            case INSPECTOR -> actor.agency() == null ? Scope.EVERYTHING : ofAgency(actor, true);
            case POSTAL_WORKER, ADMINISTRATOR, SYSTEM, IMPORTER -> Scope.EVERYTHING;
        };
    }

    private Scope ofAgency(Actor actor, boolean below) {
        String agency = actor.agency();
        AgencyTree tree = trees.now();
        LocalDate today = VietnamTime.date(clock.instant());
        if (agency == null || !tree.inForce(agency, today)) {
            return Scope.NOTHING;
        }
        if (below && tree.isTop(agency)) {
            return Scope.EVERYTHING;
        }
        return new Scope(false, below ? tree.under(agency, today) : tree.own(agency, today), null);
    }

    private static boolean covers(Scope scope, Role role, Subject subject) {
        if (scope.everything()) {
            return true;
        }
        if (scope.nothing() || subject.everywhere()) {
            return false;
        }
        if (role == Role.CITIZEN) {
            return subject.owner() == null || subject.owner().equals(scope.owner());
        }
        return subject.agencies().isEmpty() || !Collections.disjoint(scope.agencies(), subject.agencies());
    }
}
