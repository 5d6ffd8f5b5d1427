package vn.tthc.platform.access.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.access.matrix.Probe.Answer;

/** Holds every answer against what is written down, and keeps what differs. */
final class Judge {
    /** The view that nobody has. */
    static final String NOBODY = "nobody";

    private static final int OK = 200;
    private static final int MULTIPLE = 300;

    private final World world;
    private final Bodies bodies;
    private final List<String> differences = new ArrayList<>();
    private final Map<String, String> refusals = new HashMap<>();
    private final Map<String, String> planted = new LinkedHashMap<>();
    private final Map<String, Integer> told = new HashMap<>();
    private final Map<Standing, Integer> audiences = new EnumMap<>(Standing.class);

    Judge(World world, Bodies bodies) {
        this.world = world;
        this.bodies = bodies;
    }

    /** A text that only those are to read who have that view. */
    void plant(String view, String text) {
        planted.put(text, view);
        told.put(text, 0);
    }

    List<String> differences() {
        return differences;
    }

    /** As whom there was something asked. */
    Set<Standing> audiences() {
        return audiences.keySet();
    }

    /** Views of which nobody has read anything, so that it was never seen whether others are kept from it. */
    List<String> untold() {
        Set<String> read = new TreeSet<>();
        told.forEach((text, times) -> {
            if (times > 0) {
                read.add(String.valueOf(planted.get(text)));
            }
        });
        return planted.values().stream()
                .filter(view -> !view.equals(NOBODY) && !read.contains(view))
                .distinct()
                .map(view -> "nobody reads the " + view)
                .toList();
    }

    /** Whether the caller was let in, and was to be. */
    boolean check(Row row, Caller caller, @Nullable Thing thing, boolean may, Answer answer) {
        Standing audience = Standing.of(caller, thing, row.of(), world);
        audiences.merge(audience, 1, Integer::sum);
        SortedSet<String> views = row.views(caller, thing, world);
        readable(row, caller, thing, views, answer);
        if (!caller.good() || (caller.anonymous() && !row.open())) {
            refused(row, caller, thing, answer, 401, "UNAUTHENTICATED");
            return false;
        }
        if (caller.lapsed() != null && answer.body().contains("\"DELEGATION_NOT_IN_FORCE\"")) {
            refused(row, caller, thing, answer, 403, "DELEGATION_NOT_IN_FORCE");
            return false;
        }
        if (!may) {
            refused(row, caller, thing, answer, 403, "FORBIDDEN");
            return false;
        }
        if (answer.status() != row.status()) {
            differ(row, caller, thing, "may, and got " + answer.status() + " " + answer.body());
            return false;
        }
        if (thing != null) {
            readsAll(row, caller, thing, views, answer);
        }
        if (row.compared() && answer.status() >= OK && answer.status() < MULTIPLE) {
            body(row, caller, thing, views, audience, answer);
        }
        return true;
    }

    private void body(
            Row row, Caller caller, @Nullable Thing thing, Set<String> views, Standing audience, Answer answer) {
        Set<String> fields = answer.isJson() ? Fields.of(answer.body()) : Set.of(answer.mediaType());
        List<String> more = bodies.unexpected(row, views, audience, fields);
        if (!more.isEmpty()) {
            differ(row, caller, thing, "gets what bodies.txt does not have: " + more);
        }
    }

    /** Texts that were planted are read by nobody who is not to, in a refusal as little as in an answer. */
    private void readable(Row row, Caller caller, @Nullable Thing thing, Set<String> views, Answer answer) {
        if (row.once()) {
            // A description of the service has examples, which may have what tests have.
            return;
        }
        planted.forEach((text, view) -> {
            if (answer.body().contains(text)) {
                told.merge(text, 1, Integer::sum);
                if (!views.contains(view)) {
                    differ(row, caller, thing, "reads the " + view + " " + text);
                }
            }
        });
    }

    /** Whoever has a view of a thing has something of it. */
    private void readsAll(Row row, Caller caller, Thing thing, Set<String> views, Answer answer) {
        for (String view : views) {
            if (planted.containsValue(view)
                    && planted.entrySet().stream()
                            .noneMatch(each -> each.getValue().equals(view)
                                    && answer.body().contains(each.getKey()))) {
                differ(row, caller, thing, "does not read the " + view + ": " + answer.body());
            }
        }
    }

    private void refused(Row row, Caller caller, @Nullable Thing thing, Answer answer, int status, String code) {
        if (answer.status() != status) {
            differ(row, caller, thing, "may not (" + status + "), and got " + answer.status() + " " + answer.body());
            return;
        }
        // A refusal says nothing of what it refuses: it is the same sentence for everything.
        String body = Refusals.plain(answer.body());
        String first = refusals.computeIfAbsent(code, any -> body);
        if (!answer.contentType().startsWith("application/problem+json")
                || !body.contains("\"code\":\"" + code + "\"")
                || !body.equals(first)) {
            differ(row, caller, thing, "is refused with " + answer.contentType() + " " + answer.body());
        }
    }

    void same(Row row, Caller caller, @Nullable Thing thing, Object shown, Object expected) {
        if (!expected.equals(shown)) {
            differ(row, caller, thing, "sees " + shown + " and not " + expected);
        }
    }

    void differ(Row row, Caller caller, @Nullable Thing thing, String what) {
        differences.add(row.name() + (thing == null ? "" : " of " + thing) + ": " + caller + " " + what);
    }
}
