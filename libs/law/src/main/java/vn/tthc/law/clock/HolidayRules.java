package vn.tthc.law.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.tthc.law.lunar.LunarCalendar;
import vn.tthc.law.lunar.LunarDate;

/**
 * Public holidays of a year by rule, for years no announcement covers (Bộ luật Lao động 2019, Điều 111 khoản 3 and Điều
 * 112). What the law leaves to a yearly decision is filled in the way the announcements of 2016 to 2026 did:
 *
 * <ul>
 *   <li>Tết: two days before mùng 1 and three from it, or one and four, whichever has fewer of its five days on a
 *       weekend; two and three when equal;
 *   <li>Quốc khánh: 2/9 and the day before, or the day after when 2/9 is a Thursday; one day only before 2021.
 * </ul>
 *
 * Swaps of working days are decisions and are never derived.
 */
final class HolidayRules {
    static final String LAW = "Bộ luật Lao động 2019, Điều 112";
    static final String COMPENSATION_LAW = "Bộ luật Lao động 2019, Điều 111 khoản 3";
    static final String CULTURE_LAW = "Nghị quyết 30/NQ-CP (02/2026) (unsourced)";

    private static final int FIRST_HUNG_KINGS_YEAR = 2007;
    private static final int FIRST_TWO_DAY_NATIONAL_YEAR = 2021;
    private static final int FIRST_CULTURE_YEAR = 2026;

    private HolidayRules() {}

    /** The special days of a year, in order, each marked derived. */
    static List<CalendarDay> derive(int year, boolean cultureDay) {
        Map<LocalDate, CalendarDay> days = new TreeMap<>();
        holiday(days, LocalDate.of(year, 1, 1), "Tết Dương lịch", "New Year's Day", LAW);
        tet(days, year);
        if (year >= FIRST_HUNG_KINGS_YEAR) {
            LocalDate kings = LunarCalendar.toSolar(new LunarDate(year, 3, 10, false));
            holiday(days, kings, "Giỗ Tổ Hùng Vương (10/3 âm lịch)", "Hùng Kings' Commemoration Day", LAW);
        }
        holiday(days, LocalDate.of(year, 4, 30), "Ngày Chiến thắng 30/4", "Reunification Day", LAW);
        holiday(days, LocalDate.of(year, 5, 1), "Ngày Quốc tế Lao động 1/5", "International Labour Day", LAW);
        national(days, year);
        if (cultureDay && year >= FIRST_CULTURE_YEAR) {
            holiday(days, LocalDate.of(year, 11, 24), "Ngày Văn hóa Việt Nam", "Vietnam Culture Day", CULTURE_LAW);
        }
        compensate(days);
        return List.copyOf(days.values());
    }

    /** The culture day of a listed year, with its compensation: the only derived days a listed year may get. */
    static List<CalendarDay> cultureDay(int year) {
        if (year < FIRST_CULTURE_YEAR) {
            return List.of();
        }
        Map<LocalDate, CalendarDay> days = new TreeMap<>();
        holiday(days, LocalDate.of(year, 11, 24), "Ngày Văn hóa Việt Nam", "Vietnam Culture Day", CULTURE_LAW);
        compensate(days);
        return List.copyOf(days.values());
    }

    private static void tet(Map<LocalDate, CalendarDay> days, int year) {
        LocalDate newYear = LunarCalendar.newYear(year);
        int before = weekendDays(newYear.minusDays(2)) <= weekendDays(newYear.minusDays(1)) ? 2 : 1;
        for (int i = -before; i < 5 - before; i++) {
            LocalDate date = newYear.plusDays(i);
            LunarDate lunar = LunarCalendar.fromSolar(date);
            String vietnamese = "Tết Nguyên đán (" + lunar.day() + "/" + lunar.month() + " âm lịch)";
            holiday(days, date, vietnamese, "Lunar New Year", LAW);
        }
    }

    private static int weekendDays(LocalDate first) {
        return (int) first.datesUntil(first.plusDays(5))
                .filter(HolidayRules::weekend)
                .count();
    }

    private static void national(Map<LocalDate, CalendarDay> days, int year) {
        LocalDate second = LocalDate.of(year, 9, 2);
        holiday(days, second, "Quốc khánh 2/9", "National Day", LAW);
        if (year >= FIRST_TWO_DAY_NATIONAL_YEAR) {
            LocalDate other = second.getDayOfWeek() == DayOfWeek.THURSDAY ? second.plusDays(1) : second.minusDays(1);
            holiday(days, other, "Quốc khánh (ngày liền kề)", "National Day, adjoining day", LAW);
        }
    }

    private static void compensate(Map<LocalDate, CalendarDay> days) {
        for (CalendarDay holiday : new ArrayList<>(days.values())) {
            if (!weekend(holiday.date())) {
                continue;
            }
            LocalDate off = holiday.date().plusDays(1);
            while (weekend(off) || days.containsKey(off)) {
                off = off.plusDays(1);
            }
            days.put(
                    off,
                    new CalendarDay(
                            off,
                            DayKind.COMPENSATORY,
                            "Nghỉ bù: " + holiday.vietnamese(),
                            "In lieu of " + holiday.english(),
                            COMPENSATION_LAW,
                            true));
        }
    }

    private static void holiday(
            Map<LocalDate, CalendarDay> days, LocalDate date, String vietnamese, String english, String law) {
        days.putIfAbsent(date, new CalendarDay(date, DayKind.HOLIDAY, vietnamese, english, law, true));
    }

    static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
