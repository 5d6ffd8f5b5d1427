package vn.tthc.law.clock;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that defines a working calendar, as data. Two specs with the same id and version must be equal: publish a change
 * under a new version.
 *
 * @param id the calendar, e.g. {@code default} or an agency's id
 * @param version its version, e.g. {@code default-2026.2}; recorded with every due date
 * @param purpose deadline or reception
 * @param hours the seasons; a later one overrides an earlier one
 * @param days holidays, compensatory days and make-up days that are listed
 * @param years the years whose special days are all listed; every other year is derived from the rule
 * @param cultureDay whether 24/11 (Ngày Văn hóa Việt Nam) is a day off from 2026 on. Off unless a person decides: that it
 *     is law is not confirmed (Nghị quyết 30/NQ-CP of 02/2026 only orders the amendment of Điều 112).
 */
public record CalendarSpec(
        String id,
        String version,
        CalendarPurpose purpose,
        List<OfficeHours> hours,
        List<CalendarDay> days,
        Set<Integer> years,
        boolean cultureDay) {
    public CalendarSpec {
        hours = List.copyOf(hours);
        days = List.copyOf(days);
        years = Set.copyOf(years);
        if (id.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("a calendar has an id and a version");
        }
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("calendar " + id + " has no office hours");
        }
    }

    /** The same calendar under another id, version and purpose: where an agency's own calendar begins. */
    public CalendarSpec named(String newId, String newVersion, CalendarPurpose newPurpose) {
        return new CalendarSpec(newId, newVersion, newPurpose, hours, days, years, cultureDay);
    }

    /** The same calendar with other office hours. */
    public CalendarSpec withHours(List<OfficeHours> newHours) {
        return new CalendarSpec(id, version, purpose, newHours, days, years, cultureDay);
    }

    /** The same calendar with one more listed day; it replaces a day already listed on that date. */
    public CalendarSpec withDay(CalendarDay day) {
        List<CalendarDay> others =
                days.stream().filter(d -> !d.date().equals(day.date())).toList();
        return new CalendarSpec(
                id,
                version,
                purpose,
                hours,
                Stream.concat(others.stream(), Stream.of(day)).toList(),
                years,
                cultureDay);
    }

    /** The same calendar with 24/11 switched on or off. */
    public CalendarSpec withCultureDay(boolean on) {
        return new CalendarSpec(id, version, purpose, hours, days, years, on);
    }
}
