package vn.tthc.law.lunar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LunarCalendarTest {
    /** 1985 and 2007 are years in which Vietnam and China kept Tết on different days. */
    @ParameterizedTest
    @CsvSource({
        "1985-01-21",
        "2000-02-05",
        "2007-02-17",
        "2016-02-08",
        "2020-01-25",
        "2021-02-12",
        "2022-02-01",
        "2023-01-22",
        "2024-02-10",
        "2025-01-29",
        "2026-02-17",
        "2027-02-06",
        "2028-01-26",
        "2030-02-02"
    })
    void tetFallsOnItsKnownDay(LocalDate tet) {
        assertThat(LunarCalendar.newYear(tet.getYear())).isEqualTo(tet);
        assertThat(LunarCalendar.fromSolar(tet)).isEqualTo(new LunarDate(tet.getYear(), 1, 1, false));
    }

    @ParameterizedTest
    @CsvSource({"2023-04-29", "2024-04-18", "2025-04-07", "2026-04-26", "2027-04-16", "2028-04-04"})
    void gioToFallsOnItsKnownDay(LocalDate day) {
        assertThat(LunarCalendar.toSolar(new LunarDate(day.getYear(), 3, 10, false)))
                .isEqualTo(day);
    }

    /** Leap months of the official calendar: 2 of 2004 and 2023, 4 of 2020, 6 of 2017 and 2025, 5 of 2028. */
    @ParameterizedTest
    @CsvSource({"2004,2", "2017,6", "2020,4", "2023,2", "2025,6", "2028,5"})
    void knowsTheLeapMonth(int year, int month) {
        LunarDate leap = new LunarDate(year, month, 1, true);
        assertThat(LunarCalendar.fromSolar(LunarCalendar.toSolar(leap))).isEqualTo(leap);
        for (int other = 1; other <= 12; other++) {
            LunarDate wrong = new LunarDate(year, other, 1, true);
            if (other != month) {
                assertThatIllegalArgumentException().isThrownBy(() -> LunarCalendar.toSolar(wrong));
            }
        }
    }

    @Test
    void everyDayOfTwoCenturiesThereAndBack() {
        LunarDate previous = LunarCalendar.fromSolar(LocalDate.of(1899, 12, 31));
        for (LocalDate day = LocalDate.of(1900, 1, 1); day.getYear() < 2101; day = day.plusDays(1)) {
            LunarDate lunar = LunarCalendar.fromSolar(day);
            assertThat(LunarCalendar.toSolar(lunar)).isEqualTo(day);
            assertThat(lunar.day()).isIn(1, previous.day() + 1);
            previous = lunar;
        }
    }

    @Test
    void refusesDatesThatDoNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LunarDate(2026, 13, 1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new LunarDate(2026, 1, 31, false));
        // Month 12 of lunar 2025 has 29 days, and 2026 has no leap month.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LunarCalendar.toSolar(new LunarDate(2025, 12, 30, false)));
        assertThatIllegalArgumentException().isThrownBy(() -> LunarCalendar.toSolar(new LunarDate(2026, 5, 1, true)));
    }
}
