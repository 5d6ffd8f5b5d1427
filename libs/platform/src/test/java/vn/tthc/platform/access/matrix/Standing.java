package vn.tthc.platform.access.matrix;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.matrix.World.Relation;

/** What somebody is to a thing: the audience an answer is for. Told by the {@link World}, not by the policy. */
enum Standing {
    /** Has no token. */
    PUBLIC,
    /** Has one that is for another system. */
    OTHER_SYSTEM,
    /** Has one without a role. */
    WITHOUT_ROLE,
    /** A citizen whose it is. */
    CITIZEN_OWN,
    /** A citizen whose it is not. */
    CITIZEN_OTHER,
    /** Of an agency it concerns. */
    STAFF_HERE,
    /** Of the one that has taken the place of such an agency. */
    STAFF_OF_SUCCESSOR,
    /** Of an agency above. */
    STAFF_ABOVE,
    /** Of another agency of the same level. */
    STAFF_BESIDE,
    /** Of another agency of another level, below for one. */
    STAFF_ELSEWHERE,
    /** Of an agency that is no more. */
    STAFF_OF_ENDED,
    /** Of none. */
    STAFF_OF_NONE,
    /** Bound to no agency. */
    INSPECTOR_OF_ALL,
    /** Of an agency that it concerns, or above. */
    INSPECTOR_ABOVE,
    /** Of any other agency. */
    INSPECTOR_ELSEWHERE,
    ADMINISTRATOR,
    SYSTEM,
    IMPORTER,
    /** At a postal point it has to do with. */
    POST_HERE,
    /** At any other, or at none. */
    POST_ELSEWHERE,
    /** In somebody's place, where that one may. */
    DELEGATE,
    /** In somebody's place, where that one may not. */
    DELEGATE_ELSEWHERE,
    /** Before the delegation begins. */
    DELEGATE_TOO_EARLY,
    /** When it has ended. */
    DELEGATE_TOO_LATE,
    /** When it has been revoked. */
    DELEGATE_REVOKED,
    /** By one that holds, as an official of an agency that is no more. */
    DELEGATE_OF_ENDED;

    /** What the caller is to a thing; where there is none, whether they are somewhere at all. */
    static Standing of(Caller caller, @Nullable Thing thing, String of, World world) {
        if (!caller.good()) {
            return OTHER_SYSTEM;
        }
        if (caller.lapsed() != null) {
            return caller.lapsed();
        }
        if (caller.anonymous()) {
            return PUBLIC;
        }
        if (caller.roles().isEmpty()) {
            return WITHOUT_ROLE;
        }
        Standing own = of(caller.roles().iterator().next(), caller, thing, of, world);
        if (caller.delegation() == null) {
            return own;
        }
        return own == STAFF_HERE || own == STAFF_OF_SUCCESSOR || own == STAFF_ABOVE ? DELEGATE : DELEGATE_ELSEWHERE;
    }

    private static Standing of(Role role, Caller caller, @Nullable Thing thing, String of, World world) {
        return switch (role) {
            case CITIZEN -> isOwn(caller, thing) ? CITIZEN_OWN : CITIZEN_OTHER;
            case RECEPTION_OFFICER, CASE_OFFICER, HEAD_OF_UNIT, AGENCY_LEADER, RECORDS_CLERK ->
                staff(caller, thing, of, world);
            case INSPECTOR -> inspector(staff(caller, thing, of, world));
            case ADMINISTRATOR -> ADMINISTRATOR;
            case SYSTEM -> SYSTEM;
            case IMPORTER -> IMPORTER;
            case POSTAL_WORKER ->
                caller.agency() != null && (thing == null || thing.concerns(of, caller.agency()))
                        ? POST_HERE
                        : POST_ELSEWHERE;
        };
    }

    /** Where nothing is asked for, it is whether they have anything. */
    private static boolean isOwn(Caller caller, @Nullable Thing thing) {
        return thing == null
                ? !caller.account().equals(Callers.STRANGER)
                : caller.account().equals(thing.owner());
    }

    private static Standing inspector(Standing staff) {
        return switch (staff) {
            case STAFF_OF_NONE -> INSPECTOR_OF_ALL;
            case STAFF_HERE, STAFF_OF_SUCCESSOR, STAFF_ABOVE -> INSPECTOR_ABOVE;
            default -> INSPECTOR_ELSEWHERE;
        };
    }

    private static Standing staff(Caller caller, @Nullable Thing thing, String of, World world) {
        String agency = caller.agency();
        if (agency == null) {
            return STAFF_OF_NONE;
        }
        if (!world.exists(agency)) {
            return STAFF_OF_ENDED;
        }
        // Where nothing is asked for, it is one's own that is.
        Set<String> asked = thing == null ? Set.of() : thing.agencies(of);
        if (asked.isEmpty() || asked.contains(agency)) {
            return STAFF_HERE;
        }
        if (asked.stream().anyMatch(each -> world.relation(agency, each) == Relation.OWN)) {
            return STAFF_OF_SUCCESSOR;
        }
        if (asked.stream().anyMatch(each -> world.relation(agency, each) == Relation.BELOW)) {
            return STAFF_ABOVE;
        }
        return asked.stream().anyMatch(each -> world.level(agency) == world.level(each))
                ? STAFF_BESIDE
                : STAFF_ELSEWHERE;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
