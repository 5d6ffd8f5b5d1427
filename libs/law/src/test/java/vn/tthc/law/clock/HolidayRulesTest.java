package vn.tthc.law.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayRulesTest {
    private static final WorkingCalendar CALENDAR = Calendars.byDefault();

    /** The breaks as announced: first and last day off, weekends included. */
    @ParameterizedTest
    @CsvSource({
        "2016-02-06, 2016-02-14",
        "2017-01-26, 2017-02-01",
        "2018-02-14, 2018-02-20",
        "2019-02-02, 2019-02-10",
        "2020-01-23, 2020-01-29",
        "2021-02-10, 2021-02-16",
        "2022-01-29, 2022-02-06",
        "2023-01-20, 2023-01-26",
        "2024-02-08, 2024-02-14",
        "2025-01-25, 2025-02-02",
        "2026-02-14, 2026-02-22",
        "2021-09-02, 2021-09-05",
        "2022-09-01, 2022-09-04",
        "2023-09-01, 2023-09-04",
        "2024-08-31, 2024-09-03",
        "2025-08-30, 2025-09-02"
    })
    void theRuleGivesTheBreaksThatWereAnnounced(LocalDate first, LocalDate last) {
        Set<LocalDate> off = derived(first.getYear()).keySet();
        assertThat(first.datesUntil(last.plusDays(1))).allMatch(day -> off.contains(day) || HolidayRules.weekend(day));
        assertThat(List.of(first.minusDays(1), last.plusDays(1)))
                .noneMatch(day -> off.contains(day) || HolidayRules.weekend(day));
    }

    @ParameterizedTest
    @ValueSource(ints = {2027, 2028})
    void theFileListsWhatTheRuleGivesForYearsNotAnnounced(int year) {
        assertThat(CALENDAR.spec().days().stream()
                        .filter(day -> day.date().getYear() == year)
                        .toList())
                .isEqualTo(HolidayRules.derive(year, false));
    }

    @Test
    void holidaysOnAWeekendAreCompensatedOnTheNextWorkingDay() {
        assertThat(derived(2027)).containsKeys(day("2027-05-03"), day("2027-02-09"), day("2027-02-10"));
        assertThat(derived(2028)).containsKeys(day("2028-01-03"), day("2028-05-02"), day("2028-09-04"));
        assertThat(derived(2028).get(day("2028-05-02")))
                .satisfies(d -> assertThat(d.kind()).isEqualTo(DayKind.COMPENSATORY));
        // Giỗ Tổ on Saturday 29/04 and 30/04 on Sunday, before 01/05 on Monday: Tuesday and Wednesday are off.
        assertThat(derived(2023)).containsKeys(day("2023-05-02"), day("2023-05-03"));
    }

    /** Two days before mùng 1 and three from it, or one and four, whichever has fewer days on a weekend. */
    @ParameterizedTest
    @CsvSource({"2026, 2026-02-16, 2026-02-20", "2033, 2033-01-30, 2033-02-03", "2025, 2025-01-27, 2025-01-31"})
    void tetTakesTheDaysOfWhichFewerAreOffAnyway(int year, LocalDate first, LocalDate last) {
        assertThat(derived(year).values())
                .filteredOn(
                        day -> day.kind() == DayKind.HOLIDAY && day.english().equals("Lunar New Year"))
                .extracting(CalendarDay::date)
                .containsExactlyInAnyOrderElementsOf(
                        first.datesUntil(last.plusDays(1)).toList());
    }

    @Test
    void theCultureDayOfAListedYearIsCompensatedWhenItFallsOnAWeekend() {
        assertThat(HolidayRules.cultureDay(2029))
                .extracting(CalendarDay::date, CalendarDay::kind)
                .containsExactly(
                        tuple(day("2029-11-24"), DayKind.HOLIDAY), tuple(day("2029-11-26"), DayKind.COMPENSATORY));
        assertThat(HolidayRules.cultureDay(2026)).extracting(CalendarDay::date).containsExactly(day("2026-11-24"));
        assertThat(HolidayRules.cultureDay(2025)).isEmpty();
    }

    @Test
    void derivedYearsFollowTheLawOfTheirTime() {
        assertThat(derived(2006)).doesNotContainKey(day("2006-04-07"));
        assertThat(derived(2007)).containsKey(day("2007-04-26"));
        assertThat(derived(2019).keySet())
                .contains(day("2019-09-02"))
                .doesNotContain(day("2019-09-01"), day("2019-09-03"));
    }

    @Test
    void everyYearHasItsDaysOff() {
        for (int year = 2021; year <= 2100; year++) {
            long holidays = derived(year).values().stream()
                    .filter(d -> d.kind() == DayKind.HOLIDAY)
                    .count();
            // 11 days, one less in the rare year in which Giỗ Tổ falls on 30/4 or 1/5.
            assertThat(holidays).as("%d", year).isBetween(10L, 11L);
            assertThat(derived(year).values()).allMatch(CalendarDay::derived);
        }
    }

    private static Map<LocalDate, CalendarDay> derived(int year) {
        return HolidayRules.derive(year, false).stream()
                .collect(Collectors.toMap(CalendarDay::date, Function.identity()));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
