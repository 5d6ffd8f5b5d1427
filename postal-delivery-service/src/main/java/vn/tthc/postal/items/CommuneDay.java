package vn.tthc.postal.items;

import java.time.LocalDate;

/**
 * What was taken over on a day for a commune, and how much of it reached the commune's delivery office the same day.
 *
 * @param unit the commune ({@code code@validFrom})
 * @param accepted items the post took over on that day
 * @param sameDay of these, how many were at the office on that day
 * @param later of these, how many came there on a later day
 */
public record CommuneDay(String unit, LocalDate day, long accepted, long sameDay, long later) {

    static String id(String unit, LocalDate day) {
        return unit + "/" + day;
    }

    /** One item more or less. */
    CommuneDay count(ItemEntry item, int by) {
        boolean here = item.reached() != null;
        boolean same = here && day.equals(item.reached());
        return new CommuneDay(unit, day, accepted + by, sameDay + (same ? by : 0), later + (here && !same ? by : 0));
    }
}
