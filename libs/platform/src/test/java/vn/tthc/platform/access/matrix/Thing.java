package vn.tthc.platform.access.matrix;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be seen or done something to: a dossier, a case, an item.
 *
 * @param name how a failure names it, such as the level it is decided at
 * @param id its id in the service under test
 * @param oneStop the one-stop it belongs to, by its name in the {@link World}
 * @param decides the agency that decides it
 * @param owner the account that filed it
 * @param points the postal points it has to do with
 */
public record Thing(String name, String id, String oneStop, String decides, String owner, Set<String> points) {
    /** Where requests of the post are made. */
    public static final String HERE = "LDG-0001";

    public Thing {
        points = Set.copyOf(points);
    }

    /** Something that no postal point has to do with. */
    public Thing(String name, String id, String oneStop, String decides, String owner) {
        this(name, id, oneStop, decides, owner, Set.of());
    }

    /** Whether a row asks about that postal point: any that it has to do with, or the one where the request is made. */
    boolean concerns(String of, @Nullable String point) {
        return of.equals("point") ? HERE.equals(point) : point != null && points.contains(point);
    }

    /** The agencies a row asks about. */
    Set<String> agencies(String of) {
        return switch (of) {
            case "one-stop" -> Set.of(oneStop);
            case "decides" -> Set.of(decides);
            case "either" -> oneStop.equals(decides) ? Set.of(oneStop) : Set.of(oneStop, decides);
            case "-", "point" -> Set.of();
            default -> throw new IllegalStateException("of what? " + of);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
