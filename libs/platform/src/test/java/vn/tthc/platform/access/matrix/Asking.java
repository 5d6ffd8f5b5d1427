package vn.tthc.platform.access.matrix;

import java.util.List;

/**
 * As whom the matrix asks, and about what. Everybody whose role a row names: at every agency, about every thing. Roles it
 * does not name are refused whatever the agency and the thing. In the long form ({@code -Daccess.long=true}) they ask
 * everywhere and about everything nevertheless; in the short one each at some agencies, at others at the next row, and about
 * one thing.
 *
 * @param callers everybody
 * @param things everything
 * @param some one in so many of those whose role is not named; 1 for the long form
 */
record Asking(List<Caller> callers, List<Thing> things, int some) {
    /** One in so many of them. */
    static final int SHORT = 3;

    /** All of them. */
    static final int LONG = 1;

    /** In the form the build was started in. */
    static Asking of(List<Caller> callers, List<Thing> things) {
        return new Asking(callers, things, Boolean.getBoolean("access.long") ? LONG : SHORT);
    }

    /** Who asks at a row, the nth of the table. */
    List<Caller> at(Row row, int nth) {
        return callers.stream()
                .filter(caller -> !row.isStrange(caller) || (callers.indexOf(caller) + nth) % some == 0)
                .toList();
    }

    /** Whether one who asks at the row asks about that thing. */
    boolean about(Row row, Caller caller, Thing thing) {
        return some == LONG
                || !row.isStrange(caller)
                || thing.equals(things.get(callers.indexOf(caller) % things.size()));
    }
}
