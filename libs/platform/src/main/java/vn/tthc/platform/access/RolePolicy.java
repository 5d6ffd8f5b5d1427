package vn.tthc.platform.access;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.OnBehalf;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.reference.Delegation;
import vn.tthc.law.clock.VietnamTime;

/**
 * Decides by role, by agency for the roles that act for one, and by ownership for citizens. A role at an agency counts
 * while the agency exists; its work goes to its successor. Nobody has a permission that does not name their role, an
 * administrator neither. A postal worker acts at one postal point. Delegated roles count while the delegation is in
 * force, and lead no further.
 */
public final class RolePolicy implements AccessPolicy {
    /** Roles that are held at an agency, and that somebody else there can hold for a while. */
    public static final Set<Role> DELEGABLE = Set.of(
            Role.RECEPTION_OFFICER, Role.CASE_OFFICER, Role.HEAD_OF_UNIT, Role.AGENCY_LEADER, Role.RECORDS_CLERK);

    private final AgencyTrees trees;
    private final Delegations delegations;
    private final InstantSource clock;

    public RolePolicy(AgencyTrees trees, Delegations delegations, InstantSource clock) {
        this.trees = trees;
        this.delegations = delegations;
        this.clock = clock;
    }

    @Override
    public Optional<Actor> inPlaceOf(Actor actor, String delegation) {
        return delegations
                .find(delegation)
                .filter(known -> known.inForce(clock.instant()))
                .map(Delegations.Known::delegation)
                .filter(granted -> granted.delegate().equals(actor.id()) && reaches(granted, actor))
                .map(granted -> new Actor(
                        actor.id(),
                        granted.roles(),
                        granted.agency(),
                        new OnBehalf(granted.id(), granted.delegator())));
    }

    /**
     * Only to officials, and of the agency; a leader's deputy, who is that alone, may belong to another. Of an agency that is
     * no more nobody is an official.
     */
    private boolean reaches(Delegation granted, Actor actor) {
        String own = actor.agency();
        if (own == null
                || Collections.disjoint(actor.roles(), DELEGABLE)
                || !trees.now().inForce(own, VietnamTime.date(clock.instant()))) {
            return false;
        }
        boolean deputy = granted.roles().equals(Set.of(Role.AGENCY_LEADER));
        return deputy || granted.agency().equals(own);
    }

    /** Whether the roles are the actor's own, or held by a delegation that is in force and gives all of them. */
    private boolean holds(Actor actor) {
        OnBehalf other = actor.onBehalfOf();
        return other == null
                || delegations
                        .find(other.delegation())
                        .filter(known -> known.inForce(clock.instant()))
                        .map(Delegations.Known::delegation)
                        .filter(granted -> granted.delegate().equals(actor.id())
                                && granted.delegator().equals(other.account())
                                && granted.agency().equals(actor.agency())
                                && granted.roles().containsAll(actor.roles())
                                && DELEGABLE.containsAll(granted.roles()))
                        .isPresent();
    }

    @Override
    public boolean allows(Actor actor, Permission permission, Subject subject) {
        return isForEverybody(permission) || (holds(actor) && hasRole(actor, permission, subject));
    }

    private boolean hasRole(Actor actor, Permission permission, Subject subject) {
        return actor.roles().stream()
                .filter(role -> permission.roles().contains(role))
                .anyMatch(role -> covers(scope(role, actor, permission), role, subject));
    }

    @Override
    public Scope scope(Actor actor, Permission permission) {
        if (!holds(actor)) {
            return Scope.NOTHING;
        }
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
            case POSTAL_WORKER -> permission.boundToPoint() ? ofPoint(actor) : Scope.EVERYTHING;
            case ADMINISTRATOR, SYSTEM, IMPORTER -> Scope.EVERYTHING;
        };
    }

    /** The token of a postal worker names the point in place of an agency; without one it is good for nothing there. */
    private static Scope ofPoint(Actor actor) {
        return actor.agency() == null ? Scope.NOTHING : new Scope(false, Set.of(actor.agency()), null);
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
        if (role == Role.POSTAL_WORKER) {
            return subject.equals(Subject.ANY) || !Collections.disjoint(scope.agencies(), subject.points());
        }
        return subject.agencies().isEmpty() || !Collections.disjoint(scope.agencies(), subject.agencies());
    }
}
