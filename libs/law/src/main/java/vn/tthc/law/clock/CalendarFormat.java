package vn.tthc.law.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The line format of calendars: fields between semicolons, {@code #} begins a comment line.
 *
 * <pre>
 * calendar;ID;VERSION;DEADLINE|RECEPTION
 * culture-day;on|off
 * hours;MM-DD;MM-DD;MON,TUE,...;07:00-11:30,13:30-17:00;DECISION
 * year;YYYY
 * holiday|compensatory|make-up;YYYY-MM-DD;NOTE VI;NOTE EN;DECISION[;derived]
 * </pre>
 */
final class CalendarFormat {
    private static final String UNTOLD = "-";

    private @Nullable String id;
    private String version = "";
    private CalendarPurpose purpose = CalendarPurpose.DEADLINE;
    private boolean cultureDay;
    private final List<OfficeHours> hours = new ArrayList<>();
    private final List<CalendarDay> days = new ArrayList<>();
    private final Set<Integer> years = new HashSet<>();
    private final Set<LocalDate> dates = new HashSet<>();

    private CalendarFormat() {}

    static CalendarSpec parse(String text) {
        CalendarFormat format = new CalendarFormat();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                format.read(line.split(";", -1));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage() + ": " + line, e);
            }
        }
        if (format.id == null) {
            throw new IllegalArgumentException("no line begins with calendar;");
        }
        return new CalendarSpec(
                format.id, format.version, format.purpose, format.hours, format.days, format.years, format.cultureDay);
    }

    private void read(String[] field) {
        switch (field[0]) {
            case "calendar" -> {
                need(field, 4, 4);
                id = field[1];
                version = field[2];
                purpose = CalendarPurpose.valueOf(field[3]);
            }
            case "culture-day" -> {
                need(field, 2, 2);
                if (!field[1].equals("on") && !field[1].equals("off")) {
                    throw new IllegalArgumentException("on or off");
                }
                cultureDay = field[1].equals("on");
            }
            case "hours" -> {
                need(field, 6, 6);
                hours.add(new OfficeHours(
                        MonthDay.parse("--" + field[1]),
                        MonthDay.parse("--" + field[2]),
                        weekdays(field[3]),
                        Arrays.stream(field[4].split(",", -1))
                                .map(Session::parse)
                                .toList(),
                        field[5]));
            }
            case "year" -> {
                need(field, 2, 2);
                years.add(Integer.parseInt(field[1]));
            }
            case "holiday" -> day(DayKind.HOLIDAY, field);
            case "compensatory" -> day(DayKind.COMPENSATORY, field);
            case "make-up" -> day(DayKind.MAKE_UP, field);
            default -> throw new IllegalArgumentException("unknown kind of line");
        }
    }

    private void day(DayKind kind, String[] field) {
        need(field, 5, 6);
        LocalDate date = LocalDate.parse(field[1]);
        if (!dates.add(date)) {
            throw new IllegalArgumentException("the date is listed twice");
        }
        boolean derived = field.length == 6 && field[5].equals("derived");
        if (field.length == 6 && !derived) {
            throw new IllegalArgumentException("the sixth field is derived or absent");
        }
        days.add(new CalendarDay(date, kind, field[2], field[3], field[4], derived));
    }

    private static Set<DayOfWeek> weekdays(String text) {
        Set<DayOfWeek> found = EnumSet.noneOf(DayOfWeek.class);
        for (String name : text.split(",", -1)) {
            found.add(Arrays.stream(DayOfWeek.values())
                    .filter(d -> d.name().substring(0, 3).equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no weekday " + name)));
        }
        return found;
    }

    private static void need(String[] field, int least, int most) {
        if (field.length < least || field.length > most) {
            throw new IllegalArgumentException("wrong number of fields, " + field.length);
        }
    }

    /** The lines by which working time is counted the same from a year on; what is only told is left out. */
    static String workingTime(CalendarSpec spec, int fromYear) {
        StringBuilder text = new StringBuilder();
        line(text, "calendar", spec.id(), spec.version(), spec.purpose().name());
        line(text, "culture-day", spec.cultureDay() ? "on" : "off");
        for (OfficeHours season : spec.hours()) {
            line(
                    text,
                    "hours",
                    season.from().toString().substring(2),
                    season.to().toString().substring(2),
                    season.weekdays().stream()
                            .sorted()
                            .map(day -> day.name().substring(0, 3))
                            .collect(Collectors.joining(",")),
                    season.sessions().stream()
                            .map(session -> session.open() + "-" + session.close())
                            .collect(Collectors.joining(",")),
                    UNTOLD);
        }
        spec.years().stream()
                .filter(year -> year >= fromYear)
                .sorted()
                .forEach(year -> line(text, "year", year.toString()));
        spec.days().stream()
                .filter(day -> day.date().getYear() >= fromYear)
                .forEach(day -> line(text, kind(day.kind()), day.date().toString(), UNTOLD, UNTOLD, UNTOLD));
        return text.toString();
    }

    private static String kind(DayKind kind) {
        return switch (kind) {
            case HOLIDAY -> "holiday";
            case COMPENSATORY -> "compensatory";
            case MAKE_UP -> "make-up";
            case WORKING, WEEKLY_REST -> throw new IllegalArgumentException("nobody lists an ordinary " + kind);
        };
    }

    private static void line(StringBuilder text, String... fields) {
        text.append(String.join(";", fields)).append('\n');
    }
}
