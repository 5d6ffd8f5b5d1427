package vn.tthc.platform.access.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.matrix.AccessMatrix.Tokens;

/** Everybody the matrix is run as. */
final class Callers {
    static final String STRANGER = "matrix-somebody";

    private final World world;
    private final Tokens tokens;
    private final List<Caller> all = new ArrayList<>();

    private Callers(World world, Tokens tokens) {
        this.world = world;
        this.tokens = tokens;
    }

    static List<Caller> of(World world, Tokens tokens, List<Thing> things) {
        Callers callers = new Callers(world, tokens);
        for (Role role : Role.values()) {
            boolean bound = Caller.OFFICIALS.contains(role) || role == Role.INSPECTOR;
            callers.add(role, STRANGER, null);
            for (String agency : world.callers()) {
                // Whoever acts for none is not helped by an agency in the token.
                if (bound || agency.equals("ward") || agency.equals("government")) {
                    callers.add(role, STRANGER, agency);
                }
            }
        }
        things.stream()
                .flatMap(thing -> thing.points().stream())
                .distinct()
                .forEach(point -> callers.add(Role.POSTAL_WORKER, STRANGER, point));
        things.stream().map(Thing::owner).distinct().forEach(owner -> callers.add(Role.CITIZEN, owner, null));
        callers.all.add(callers.caller("somebody without a role", STRANGER, Set.of(), "ward", false));
        callers.all.add(new Caller("nobody", "anonymous", Set.of(Role.CITIZEN), null, "", true, null, null));
        callers.standIns();
        callers.all.add(callers.caller("everything, elsewhere", STRANGER, AccessMatrix.everyRole(), null, true));
        callers.all.add(callers.caller("all of a ward, elsewhere", STRANGER, AccessMatrix.everyRole(), "ward", true));
        return List.copyOf(callers.all);
    }

    /** They have the delegated roles at the agency of the delegation, and none of their own. */
    private void standIns() {
        for (Stand stand : Stand.all()) {
            String own = world.id(stand.role() == Role.AGENCY_LEADER ? "far-ward" : stand.agency());
            all.add(new Caller(
                    stand.name(),
                    STRANGER,
                    Set.of(stand.role()),
                    stand.agency(),
                    tokens.token(STRANGER, own, Set.of(Role.HEAD_OF_UNIT), false),
                    true,
                    stand.name(),
                    stand.lapsed()));
        }
        // A deputy may be from elsewhere, and has to be an official there: of an agency that is no more nobody is one.
        all.add(new Caller(
                "matrix-deputy, once of the old district",
                STRANGER,
                Set.of(Role.AGENCY_LEADER),
                "ward",
                tokens.token(STRANGER, world.id("old-district"), Set.of(Role.HEAD_OF_UNIT), false),
                true,
                "matrix-deputy",
                Standing.DELEGATE_OF_ENDED));
    }

    private void add(Role role, String account, @Nullable String agency) {
        String name = role + (agency == null ? "" : " of " + agency) + (account.equals(STRANGER) ? "" : " " + account);
        all.add(caller(name, account, Set.of(role), agency, false));
    }

    private Caller caller(
            String name, String account, Set<Role> roles, @Nullable String agency, boolean forSomebodyElse) {
        String id = agency == null ? null : world.id(agency);
        return new Caller(
                name,
                account,
                roles,
                agency,
                tokens.token(account, id, roles, forSomebodyElse),
                !forSomebodyElse,
                null,
                null);
    }
}
