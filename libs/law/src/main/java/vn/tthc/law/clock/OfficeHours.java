package vn.tthc.law.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/**
 * Office hours of one season: on which weekdays, in which sessions. A season comes back every year and may run across
 * New Year (16-10 to 15-04). Where seasons of a calendar overlap, the one listed later holds.
 *
 * @param from first day of the season
 * @param to last day of the season, included
 * @param weekdays the weekdays with these hours
 * @param sessions the sessions of such a day, in order, not overlapping
 * @param decision the decision that sets the hours, or {@code (unsourced)}
 */
public record OfficeHours(
        MonthDay from, MonthDay to, Set<DayOfWeek> weekdays, List<Session> sessions, String decision) {
    public OfficeHours {
        weekdays = Set.copyOf(weekdays);
        sessions = List.copyOf(sessions);
        if (weekdays.isEmpty() || sessions.isEmpty()) {
            throw new IllegalArgumentException("office hours need at least one weekday and one session");
        }
        for (int i = 1; i < sessions.size(); i++) {
            if (sessions.get(i).open().isBefore(sessions.get(i - 1).close())) {
                throw new IllegalArgumentException("sessions are in order and do not overlap: " + sessions);
            }
        }
    }

    /** Whether this day lies in the season, whatever its weekday. */
    public boolean inSeason(LocalDate date) {
        MonthDay day = MonthDay.from(date);
        return from.isAfter(to) ? !day.isBefore(from) || !day.isAfter(to) : !day.isBefore(from) && !day.isAfter(to);
    }
}
