package vn.tthc.intake.reference;

import java.time.DayOfWeek;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.tthc.law.clock.CalendarDay;
import vn.tthc.law.clock.CalendarSpec;
import vn.tthc.law.clock.OfficeHours;

/** A calendar in one fixed order, so that its hash is the same in every process: sets have none. */
record CalendarContent(
        String id,
        String version,
        String purpose,
        List<Hours> hours,
        List<CalendarDay> days,
        SortedSet<Integer> years,
        boolean cultureDay) {

    /** Office hours of a season. */
    record Hours(String from, String to, SortedSet<DayOfWeek> weekdays, String sessions, String decision) {
        static Hours of(OfficeHours hours) {
            return new Hours(
                    hours.from().toString(),
                    hours.to().toString(),
                    new TreeSet<>(hours.weekdays()),
                    hours.sessions().toString(),
                    hours.decision());
        }
    }

    static CalendarContent of(CalendarSpec spec) {
        return new CalendarContent(
                spec.id(),
                spec.version(),
                spec.purpose().name(),
                spec.hours().stream().map(Hours::of).toList(),
                spec.days(),
                new TreeSet<>(spec.years()),
                spec.cultureDay());
    }
}
