package vn.tthc.law.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells what each date of a spec is, listed days first, the rule for the years that are not listed. */
final class CalendarDays {
    private static final String WEEKLY_LAW = "Bộ luật Lao động 2019, Điều 111";

    private final List<OfficeHours> hours;
    private final List<DayPattern> patterns = new ArrayList<>();
    private final Map<LocalDate, CalendarDay> special = new HashMap<>();

    CalendarDays(CalendarSpec spec) {
        hours = spec.hours();
        patterns.add(DayPattern.CLOSED);
        hours.forEach(h -> patterns.add(new DayPattern(h.sessions())));
        if (patterns.size() > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("calendar " + spec.id() + " has more than 126 seasons");
        }
        for (int year = WorkingCalendar.FIRST_DAY.getYear(); year <= WorkingCalendar.LAST_DAY.getYear(); year++) {
            if (!spec.years().contains(year)) {
                HolidayRules.derive(year, spec.cultureDay()).forEach(d -> special.put(d.date(), d));
            } else if (spec.cultureDay()) {
                HolidayRules.cultureDay(year).forEach(d -> special.put(d.date(), d));
            }
        }
        spec.days().forEach(d -> special.put(d.date(), d));
    }

    /** The patterns of days; the first is the closed one. */
    List<DayPattern> patterns() {
        return List.copyOf(patterns);
    }

    /** Which pattern that date has. */
    int patternIndex(LocalDate date) {
        CalendarDay day = special.get(date);
        if (day == null) {
            return seasonIndex(date, date.getDayOfWeek());
        }
        // A make-up Saturday is worked like the Monday of its season, even where Saturday has hours of its own.
        return day.kind().working() ? seasonIndex(date, DayOfWeek.MONDAY) : 0;
    }

    CalendarDay day(LocalDate date) {
        CalendarDay day = special.get(date);
        if (day != null) {
            return day;
        }
        int season = seasonIndex(date, date.getDayOfWeek());
        DayKind kind = season == 0 ? DayKind.WEEKLY_REST : DayKind.WORKING;
        String decision = season == 0 ? WEEKLY_LAW : hours.get(season - 1).decision();
        return new CalendarDay(date, kind, kind.vietnamese(), kind.english(), decision, false);
    }

    private int seasonIndex(LocalDate date, DayOfWeek weekday) {
        for (int i = hours.size() - 1; i >= 0; i--) {
            OfficeHours season = hours.get(i);
            if (season.weekdays().contains(weekday) && season.inSeason(date)) {
                return i + 1;
            }
        }
        return 0;
    }
}
