package vn.tthc.law.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFormatTest {
    @Test
    void whatIsToldForCountingCountsTheSameFromItsYearOn() {
        CalendarSpec spec = Calendars.byDefault().spec();
        WorkingCalendar whole = Calendars.byDefault();
        String told = Calendars.workingTime(spec, 2025);
        WorkingCalendar part = Calendars.of(Calendars.parse(told));

        for (LocalDate day = LocalDate.of(2025, 1, 1); day.getYear() < 2031; day = day.plusDays(1)) {
            Instant from = VietnamTime.instant(day.atStartOfDay());
            Instant to = VietnamTime.instant(day.plusDays(1).atStartOfDay());
            assertThat(part.workingTimeBetween(from, to)).as("%s", day).isEqualTo(whole.workingTimeBetween(from, to));
        }
        assertThat(part.version()).isEqualTo(whole.version());
        assertThat(told).hasSizeLessThan(2_500).doesNotContain("2024");
    }

    @Test
    void seasonsAndSwitchesAreTold() {
        CalendarSpec spec = Calendars.parse("""
                calendar;x;x-1;DEADLINE
                culture-day;on
                hours;01-01;12-31;MON,TUE,WED,THU,FRI;07:00-11:30,13:30-17:00;a
                hours;10-16;04-15;MON,SAT;07:30-11:30;b
                year;2025
                year;2026
                make-up;2026-03-07;vi;en;c
                compensatory;2026-03-09;vi;en;c;derived
                """);
        CalendarSpec part = Calendars.parse(Calendars.workingTime(spec, 2026));

        assertThat(part.cultureDay()).isTrue();
        // Of a year that is not told as listed, its days off would be derived.
        assertThat(part.years()).containsExactly(2026);
        assertThat(part.hours())
                .extracting(OfficeHours::from, OfficeHours::to, OfficeHours::weekdays, OfficeHours::sessions)
                .isEqualTo(spec.hours().stream()
                        .map(h -> tuple(h.from(), h.to(), h.weekdays(), h.sessions()))
                        .toList());
        assertThat(part.days())
                .extracting(CalendarDay::date, CalendarDay::kind)
                .containsExactly(
                        tuple(LocalDate.of(2026, 3, 7), DayKind.MAKE_UP),
                        tuple(LocalDate.of(2026, 3, 9), DayKind.COMPENSATORY));
    }

    private static final String HEAD = "calendar;a;a-1;DEADLINE\nhours;01-01;12-31;MON;07:00-11:30,13:30-17:00;QĐ 1\n";

    @Test
    void readsEveryKindOfLine() {
        CalendarSpec spec = Calendars.parse("# a comment\n\n" + HEAD + """
                culture-day;on
                year;2026
                holiday;2026-09-02;Quốc khánh;National Day;Điều 112
                compensatory;2026-08-31;Nghỉ hoán đổi;Swapped;QĐ 2
                make-up;2026-08-22;Làm bù;Made up;QĐ 2;derived
                """);
        assertThat(spec.id()).isEqualTo("a");
        assertThat(spec.version()).isEqualTo("a-1");
        assertThat(spec.cultureDay()).isTrue();
        assertThat(spec.years()).containsExactly(2026);
        assertThat(spec.hours())
                .singleElement()
                .satisfies(h -> assertThat(h.sessions())
                        .containsExactly(Session.parse("07:00-11:30"), Session.parse("13:30-17:00")));
        assertThat(spec.days())
                .hasSize(3)
                .last()
                .isEqualTo(
                        new CalendarDay(LocalDate.of(2026, 8, 22), DayKind.MAKE_UP, "Làm bù", "Made up", "QĐ 2", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "holiday;2026-02-30;a;b;c",
                "holiday;2026-02-20;a;b",
                "holiday;2026-02-20;a;b;c;derived;more",
                "calendar;b;b-1;DEADLINE;more",
                "culture-day;on;more",
                "hours;01-01;12-31;MON;07:00-11:30;c;more",
                "year;2026;more",
                "holiday;2026-02-20;a;b;c;official",
                "holyday;2026-02-20;a;b;c",
                "hours;01-01;12-31;MON;11:30-07:00;c",
                "hours;01-01;12-31;MON;07:00-11:30,11:00-12:00;c",
                "hours;01-01;12-31;MO;07:00-11:30;c",
                "hours;01-01;12-31;MON;07:00:30-11:30;c",
                "hours;01-01;12-31;MON;07001130;c",
                "culture-day;yes",
                "year;MMXXVI",
                "calendar;a;a-1;OTHER"
            })
    void namesTheLineThatCannotBeRead(String line) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calendars.parse(HEAD + line))
                .withMessageStartingWith("line 3: ");
    }

    @Test
    void refusesADateListedTwiceAndACalendarWithoutHeadOrHours() {
        String day = "holiday;2026-09-02;a;b;c\n";
        assertThatIllegalArgumentException().isThrownBy(() -> Calendars.parse(HEAD + day + day));
        assertThatIllegalArgumentException().isThrownBy(() -> Calendars.parse(day));
        assertThatIllegalArgumentException().isThrownBy(() -> Calendars.parse("calendar;a;a-1;DEADLINE"));
        assertThatIllegalArgumentException().isThrownBy(() -> Calendars.parse(HEAD.replace("a-1", " ")));
    }

    @Test
    void aPublishedCalendarNeverChanges() throws IOException, NoSuchAlgorithmException {
        // Due dates are recorded with this version. To change a day, add a file with a new version.
        try (InputStream in = Objects.requireNonNull(
                Calendars.class.getResourceAsStream("/vn/tthc/law/calendars/default-2026.2.csv"))) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest))
                    .isEqualTo("e6e008be3125c85dc46d32baefb680e1bf5a1ec3d2238aaaf9f564d7930c2c4b");
        }
    }
}
