package vn.tthc.platform.access.matrix;

import java.util.Set;

/**
 * Something that may be seen or done something to: a dossier, a case, an item.
 *
 * @param name how a failure names it, such as the level it is decided at
 * @param id its id in the service under test
 * @param oneStop the one-stop it belongs to, by its name in the {@link World}
 * @param decides the agency that decides it
 * @param owner the account that filed it
 */
public record Thing(String name, String id, String oneStop, String decides, String owner) {

    /** The agencies a row asks about. */
    Set<String> agencies(String of) {
        return switch (of) {
            case "one-stop" -> Set.of(oneStop);
            case "decides" -> Set.of(decides);
            case "either" -> oneStop.equals(decides) ? Set.of(oneStop) : Set.of(oneStop, decides);
            case "-" -> Set.of();
            default -> throw new IllegalStateException("of what? " + of);
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
