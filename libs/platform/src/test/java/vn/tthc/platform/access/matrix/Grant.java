package vn.tthc.platform.access.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.matrix.World.Relation;

/**
 * What a row gives to some roles.
 *
 * @param roles to these
 * @param reach as far as this
 * @param of asked for these agencies, null for those of the row
 * @param views more than others see, named
 */
record Grant(Set<Role> roles, Reach reach, @Nullable String of, Set<String> views) {

    /** How far a role goes. */
    enum Reach {
        /** What the agency answers for. */
        OWN,
        /** That, and what lies below it; everything for who is bound to no agency. */
        BELOW,
        /** Whoever has the role, as long as the agency exists. */
        ANY,
        /** Whoever has the role, whatever became of the agency. */
        ROLE,
        /** What the same account filed. */
        FILED,
        /** What the postal point of the token has to do with. */
        POINT,
        /** Only who is bound to no agency, or to the top of all. */
        WHOLE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Such as {@code CASE_OFFICER+HEAD_OF_UNIT own@one-stop +contact, INSPECTOR below +contact+identity}. */
    static List<Grant> parse(String text) {
        List<Grant> all = new ArrayList<>();
        for (String one : text.split(",")) {
            String[] words = one.strip().split("\\s+");
            Set<Role> roles = Arrays.stream(words[0].split("\\+"))
                    .map(Role::valueOf)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
            String[] reach = words[1].split("@");
            all.add(new Grant(
                    roles,
                    Reach.valueOf(reach[0].toUpperCase(Locale.ROOT)),
                    reach.length > 1 ? reach[1] : null,
                    words.length > 2
                            ? new TreeSet<>(List.of(words[2].substring(1).split("\\+")))
                            : Set.of()));
        }
        return all;
    }

    /** Whether it is for a role of the caller's at all. */
    boolean names(Caller caller) {
        return caller.roles().stream().anyMatch(roles::contains);
    }

    /** Whether the caller has it at all, for something or other. */
    boolean heldBy(Caller caller, World world) {
        return caller.lapsed() == null
                && caller.roles().stream().filter(roles::contains).anyMatch(role -> counts(role, caller, world));
    }

    private boolean counts(Role role, Caller caller, World world) {
        if (reach == Reach.ROLE) {
            return true;
        }
        if (reach == Reach.POINT) {
            return caller.agency() != null;
        }
        boolean bound = Caller.OFFICIALS.contains(role) || role == Role.INSPECTOR;
        if (!bound) {
            return true;
        }
        if (caller.agency() == null) {
            return role == Role.INSPECTOR;
        }
        return world.exists(caller.agency()) && (reach != Reach.WHOLE || World.isTop(caller.agency()));
    }

    /** Whether it covers something, by the agencies the row asks about. */
    boolean covers(Caller caller, Thing thing, String row, World world) {
        String asked = of == null ? row : of;
        Set<String> agencies = thing.agencies(asked);
        return caller.lapsed() == null
                && caller.roles().stream()
                        .filter(roles::contains)
                        .filter(role -> counts(role, caller, world))
                        .anyMatch(role -> switch (reach) {
                            case ANY, ROLE, WHOLE -> true;
                            case FILED -> caller.account().equals(thing.owner());
                            case POINT -> thing.concerns(asked, caller.agency());
                            case OWN -> has(caller, agencies, world, Set.of(Relation.OWN));
                            case BELOW ->
                                caller.agency() == null
                                        || has(caller, agencies, world, Set.of(Relation.OWN, Relation.BELOW));
                        });
    }

    private static boolean has(Caller caller, Set<String> agencies, World world, Set<Relation> wanted) {
        String own = caller.agency();
        return own != null && agencies.stream().anyMatch(agency -> wanted.contains(world.relation(own, agency)));
    }

    @Override
    public String toString() {
        return roles.stream().map(Role::name).collect(Collectors.joining("+")) + " " + reach.word()
                + (of == null ? "" : "@" + of)
                + (views.isEmpty() ? "" : " +" + String.join("+", views));
    }
}
