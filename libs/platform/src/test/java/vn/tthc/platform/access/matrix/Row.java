package vn.tthc.platform.access.matrix;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param name the endpoint, with a variant in brackets where one request may need another permission than the next
 * @param of the agencies it is asked for
 * @param who whether a role is needed at all
 * @param grants who may, or who sees more than everybody else
 * @param status what those get; {@link #WAITS} where the answer needs a broker, so that only refusals are run
 * @param once whether one of those is enough, because the answer costs much
 * @param shared whether there is more in the answer than what the matrix knows of, such as traces of other tests
 */
record Row(String name, String of, Who who, List<Grant> grants, int status, boolean once, boolean shared) {
    static final int WAITS = 0;

    /** Who may. */
    enum Who {
        /** No token is needed. */
        EVERYBODY("everybody"),
        /** Any good token will do. */
        SIGNED_IN("whoever signed in"),
        /** It takes one of the grants. */
        GRANTED("");

        private final String words;

        Who(String words) {
            this.words = words;
        }
    }

    static Row parse(String line) {
        String[] cells = line.split("\\|");
        if (cells.length != 4) {
            throw new IllegalStateException("not a row of four cells: " + line);
        }
        String text = cells[2].strip();
        Who who = text.startsWith(Who.EVERYBODY.words)
                ? Who.EVERYBODY
                : text.startsWith(Who.SIGNED_IN.words) ? Who.SIGNED_IN : Who.GRANTED;
        String grants =
                text.substring(who.words.length()).replaceFirst("^\\s*,", "").strip();
        String[] answer = cells[3].strip().split("\\s+");
        return new Row(
                cells[0].strip().replaceAll("\\s+", " "),
                cells[1].strip(),
                who,
                grants.isEmpty() ? List.of() : Grant.parse(grants),
                answer[0].equals("waits") ? WAITS : Integer.parseInt(answer[0]),
                answer.length > 1 && answer[1].equals("once"),
                answer.length > 1 && answer[1].equals("shared"));
    }

    boolean open() {
        return who == Who.EVERYBODY;
    }

    /** The third cell in words. */
    String words() {
        String granted = grants.stream().map(Grant::toString).collect(Collectors.joining(", "));
        return (who.words + (who == Who.GRANTED || grants.isEmpty() ? "" : ", ") + granted)
                .replace("_", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether what is in its answers is written down: not of what says nothing of anybody, such as a description. */
    boolean compared() {
        return !once
                && !(shared && open())
                && (endpoint().contains("/api/v1/") || endpoint().contains("/internal/"));
    }

    /** Method and path. */
    String endpoint() {
        int bracket = name.indexOf(" [");
        return bracket < 0 ? name : name.substring(0, bracket);
    }

    boolean allows(Caller caller, Thing thing, World world) {
        return everybody() || grants.stream().anyMatch(grant -> grant.covers(caller, thing, of, world));
    }

    boolean heldBy(Caller caller, World world) {
        return everybody() || grants.stream().anyMatch(grant -> grant.heldBy(caller, world));
    }

    /** Whether it names no role of the caller's. */
    boolean isStrange(Caller caller) {
        return !everybody() && caller.good() && grants.stream().noneMatch(grant -> grant.names(caller));
    }

    /** The views a caller has of something, or of nothing in particular. */
    SortedSet<String> views(Caller caller, @Nullable Thing thing, World world) {
        return grants.stream()
                .filter(grant -> thing == null ? grant.heldBy(caller, world) : grant.covers(caller, thing, of, world))
                .flatMap(grant -> grant.views().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean everybody() {
        return who != Who.GRANTED;
    }
}
