package vn.tthc.law.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.tthc.law.clock.Vn.at;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tthc.law.Channel;

class WorkingCalendarTest {
    private static final WorkingCalendar CALENDAR = Calendars.byDefault();
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    @Test
    void isBuiltOnceAndNamesItsVersion() {
        assertThat(Calendars.byDefault()).isSameAs(CALENDAR);
        assertThat(CALENDAR.id()).isEqualTo("default");
        assertThat(CALENDAR.version()).isEqualTo("default-2026.2");
        assertThat(CALENDAR.purpose()).isEqualTo(CalendarPurpose.DEADLINE);
        assertThat(Calendars.shipped("default-2026.2"))
                .hasValueSatisfying(shipped -> assertThat(shipped.version()).isEqualTo("default-2026.2"));
        assertThat(Calendars.shipped("default-1999.1")).isEmpty();
        assertThat(Calendars.shipped("../default-2026.2")).isEmpty();
    }

    @Test
    void theZoneIsUtcPlus7InEveryYearCovered() {
        var rules = VietnamTime.ZONE.getRules();
        Instant first = VietnamTime.instant(WorkingCalendar.FIRST_DAY.atStartOfDay());
        assertThat(rules.getOffset(first)).isEqualTo(VietnamTime.OFFSET);
        assertThat(rules.nextTransition(first)).isNull();
    }

    @Test
    void tellsWhatADayIsAndByWhichDecision() {
        assertThat(CALENDAR.day(LocalDate.of(2026, 1, 2))).satisfies(day -> {
            assertThat(day.kind()).isEqualTo(DayKind.COMPENSATORY);
            assertThat(day.decision()).isEqualTo("12729/VPCP-KGVX (25/12/2025)");
            assertThat(day.derived()).isFalse();
        });
        assertThat(CALENDAR.day(LocalDate.of(2026, 1, 10)).kind()).isEqualTo(DayKind.MAKE_UP);
        assertThat(CALENDAR.day(LocalDate.of(2026, 1, 3))).satisfies(day -> {
            assertThat(day.kind()).isEqualTo(DayKind.WEEKLY_REST);
            assertThat(day.vietnamese()).isEqualTo("Ngày nghỉ hằng tuần");
            assertThat(day.english()).isEqualTo("Weekly day off");
        });
        assertThat(CALENDAR.day(LocalDate.of(2026, 1, 5)).kind()).isEqualTo(DayKind.WORKING);
        assertThat(CALENDAR.day(LocalDate.of(2027, 5, 3))).satisfies(day -> {
            assertThat(day.kind()).isEqualTo(DayKind.COMPENSATORY);
            assertThat(day.derived()).isTrue();
        });
        assertThat(CALENDAR.day(LocalDate.of(2050, 1, 23)).kind()).isEqualTo(DayKind.HOLIDAY);
    }

    @Test
    void everyListedDayHasTextsAndADecision() {
        assertThat(CALENDAR.spec().days()).hasSizeGreaterThan(60).allSatisfy(day -> {
            assertThat(day.vietnamese()).isNotBlank();
            assertThat(day.english()).isNotBlank();
            assertThat(day.decision()).isNotBlank();
            assertThat(CALENDAR.spec().years()).contains(day.date().getYear());
            assertThat(CALENDAR.isWorkingDay(day.date())).isEqualTo(day.kind() == DayKind.MAKE_UP);
        });
    }

    @Test
    void theNextOpeningIsTheMomentItselfWhileTheOfficeIsOpen() {
        assertThat(CALENDAR.nextOpening(at("06/03/2026 07:00"))).isEqualTo(at("06/03/2026 07:00"));
        assertThat(CALENDAR.nextOpening(at("06/03/2026 11:29:59"))).isEqualTo(at("06/03/2026 11:29:59"));
        assertThat(CALENDAR.nextOpening(at("06/03/2026 11:30"))).isEqualTo(at("06/03/2026 13:30"));
        assertThat(CALENDAR.nextOpening(at("13/02/2026 17:00"))).isEqualTo(at("23/02/2026 07:00"));
        assertThat(CALENDAR.isOpen(at("06/03/2026 07:00"))).isTrue();
        assertThat(CALENDAR.isOpen(at("06/03/2026 17:00"))).isFalse();
    }

    @Test
    void countsWorkingMinutesBetweenMoments() {
        assertThat(CALENDAR.workingMinutesBetween(at("06/03/2026 00:00"), at("07/03/2026 00:00")))
                .isEqualTo(480);
        assertThat(CALENDAR.workingMinutesBetween(at("06/03/2026 11:00"), at("06/03/2026 14:00")))
                .isEqualTo(60);
        assertThat(CALENDAR.workingMinutesBetween(at("13/02/2026 16:30"), at("23/02/2026 07:45")))
                .isEqualTo(75);
        assertThat(CALENDAR.workingMinutesBetween(at("06/03/2026 14:00"), at("06/03/2026 11:00")))
                .isEqualTo(-60);
        assertThat(CALENDAR.workingMinutesBetween(at("06/03/2026 07:00"), at("06/03/2026 07:00:59")))
                .isZero();
    }

    @Test
    void addsWorkingMinutes() {
        assertThat(CALENDAR.plusWorkingMinutes(at("06/03/2026 16:00"), 480)).isEqualTo(at("09/03/2026 16:00"));
        assertThat(CALENDAR.plusWorkingMinutes(at("06/03/2026 16:00"), 60)).isEqualTo(at("06/03/2026 17:00"));
        assertThat(CALENDAR.plusWorkingMinutes(at("07/03/2026 16:00"), 0)).isEqualTo(at("07/03/2026 16:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.plusWorkingMinutes(at("06/03/2026 16:00"), -1));
    }

    /** By when work has to be begun that must be done by a moment. */
    @Test
    void takesWorkingTimeAway() {
        assertThat(CALENDAR.minusWorkingTime(at("09/03/2026 16:00"), Duration.ofHours(8)))
                .isEqualTo(at("06/03/2026 16:00"));
        assertThat(CALENDAR.minusWorkingTime(at("06/03/2026 14:00"), Duration.ofMinutes(30)))
                .isEqualTo(at("06/03/2026 11:30"));
        assertThat(CALENDAR.minusWorkingTime(at("07/03/2026 16:00"), Duration.ZERO))
                .isEqualTo(at("07/03/2026 16:00"));
        // The first day worked is 04/01/2000: until its close there were eight hours.
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.minusWorkingTime(
                        at("04/01/2000 17:00"), Duration.ofHours(8).plusNanos(1)))
                .withMessageContaining("covers 2000-01-01 to 2100-12-31");
        assertThat(CALENDAR.minusWorkingTime(at("04/01/2000 17:00"), Duration.ofHours(7)))
                .isEqualTo(at("04/01/2000 08:00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.minusWorkingTime(at("09/03/2026 16:00"), Duration.ofNanos(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.minusWorkingTime(at("09/03/2026 16:00"), Duration.ofDays(40_000)));
    }

    @Test
    void anAgencyHasItsOwnHoursAndSeasons() {
        OfficeHours year = hours("01-01", "12-31", WEEK, "07:30-11:30", "13:00-17:00");
        OfficeHours winter = hours("10-16", "04-15", WEEK, "08:00-12:00", "13:00-17:00");
        WorkingCalendar agency = Calendars.of(CALENDAR.spec()
                .named("xa-1", "xa-1-2026.1", CalendarPurpose.DEADLINE)
                .withHours(List.of(year, winter)));
        assertThat(agency.nextOpening(at("06/03/2026 06:00"))).isEqualTo(at("06/03/2026 08:00"));
        assertThat(agency.nextOpening(at("15/04/2026 06:00"))).isEqualTo(at("15/04/2026 08:00"));
        assertThat(agency.nextOpening(at("17/04/2026 06:00"))).isEqualTo(at("17/04/2026 07:30"));
        assertThat(agency.nextOpening(at("16/10/2026 06:00"))).isEqualTo(at("16/10/2026 08:00"));
        assertThat(agency.isWorkingDay(LocalDate.of(2026, 2, 17))).isFalse();
    }

    @Test
    void saturdayReceptionIsACalendarApart() {
        OfficeHours week = hours("01-01", "12-31", WEEK, "07:00-11:30", "13:30-17:00");
        OfficeHours saturday = hours("01-01", "12-31", Set.of(DayOfWeek.SATURDAY), "07:00-11:30");
        WorkingCalendar reception = Calendars.of(CALENDAR.spec()
                .named("desk", "desk-1", CalendarPurpose.RECEPTION)
                .withHours(List.of(week, saturday)));
        LocalDate ordinary = LocalDate.of(2026, 3, 7);
        assertThat(reception.isWorkingDay(ordinary)).isTrue();
        assertThat(CALENDAR.isWorkingDay(ordinary)).isFalse();
        // A Saturday that is made up is worked in full, and one within Tết not at all.
        assertThat(reception.sessions(LocalDate.of(2026, 8, 22))).hasSize(2);
        assertThat(reception.isWorkingDay(LocalDate.of(2027, 2, 6))).isFalse();
    }

    @Test
    void aListedDayOverridesWhatIsThere() {
        LocalDate date = LocalDate.of(2026, 3, 9);
        CalendarDay storm = new CalendarDay(date, DayKind.HOLIDAY, "Nghỉ bão", "Storm", "QĐ 1", false);
        CalendarSpec spec = CALENDAR.spec().named("default", "default-x", CalendarPurpose.DEADLINE);
        assertThat(Calendars.of(spec.withDay(storm)).isWorkingDay(date)).isFalse();
        CalendarDay madeUp = new CalendarDay(date, DayKind.MAKE_UP, "Làm bù", "Made up", "QĐ 2", false);
        CalendarSpec withdrawn = spec.withDay(storm).withDay(madeUp);
        assertThat(withdrawn.days()).containsAll(spec.days()).contains(madeUp).doesNotContain(storm);
        assertThat(Calendars.of(withdrawn).isWorkingDay(date)).isTrue();
    }

    @Test
    void cultureDayIsOffOnlyWhenSwitchedOn() {
        WorkingCalendar on = Calendars.of(CALENDAR.spec()
                .named("default", "default-c", CalendarPurpose.DEADLINE)
                .withCultureDay(true));
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 11, 24))).isTrue();
        assertThat(on.isWorkingDay(LocalDate.of(2026, 11, 24))).isFalse();
        assertThat(on.isWorkingDay(LocalDate.of(2027, 11, 24))).isFalse();
        assertThat(on.isWorkingDay(LocalDate.of(2025, 11, 24))).isTrue();
        // 24/11/2029 is a Saturday: the Monday after it is off.
        assertThat(on.day(LocalDate.of(2029, 11, 26)).kind()).isEqualTo(DayKind.COMPENSATORY);
    }

    @Test
    void coversTheYears2000To2100AndSaysSoBeyond() {
        // 01/01/2000 is a Saturday, so the Monday after it is off as well.
        assertThat(CALENDAR.nextOpening(at("01/01/2000 00:00"))).isEqualTo(at("04/01/2000 07:00"));
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2100, 12, 31))).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CALENDAR.nextOpening(at("31/12/1999 23:59")))
                .withMessageContaining("covers 2000-01-01 to 2100-12-31");
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.nextOpening(at("31/12/2100 17:00")));
        assertThatIllegalArgumentException().isThrownBy(() -> CALENDAR.workingDayFrom(LocalDate.of(2101, 1, 1)));
    }

    @Test
    void aDueDateOverAMonthTakesLessThanFiftyMicroseconds() {
        Pause pause = Vn.pause("09/03/2026 07:00", "16/03/2026 07:00", PauseReason.TAX_DETERMINATION);
        DeadlineRequest request =
                new DeadlineRequest(at("02/03/2026 10:00"), Vn.workingDays(22), Channel.COUNTER, List.of(pause), null);
        long[] nanos = new long[5_001];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            assertThat(Deadlines.dueAt(request, CALENDAR)).isNotNull();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        // The median, so that a pause of the machine does not decide.
        assertThat(Duration.ofNanos(nanos[nanos.length / 2])).isLessThan(Duration.ofNanos(50_000));
    }

    @Test
    void theDayThatClosesIsKnown() {
        assertThat(CALENDAR.closeOf(LocalDate.of(2026, 3, 6))).contains(at("06/03/2026 17:00"));
        assertThat(CALENDAR.closeOf(LocalDate.of(2026, 3, 7))).isEmpty();
        assertThat(CALENDAR.workingDayFrom(LocalDate.of(2026, 2, 14))).isEqualTo(LocalDate.of(2026, 2, 23));
        assertThat(VietnamTime.local(at("06/03/2026 17:00"))).isEqualTo(LocalDateTime.of(2026, 3, 6, 17, 0));
    }

    private static OfficeHours hours(String from, String to, Set<DayOfWeek> days, String... sessions) {
        return new OfficeHours(
                MonthDay.parse("--" + from),
                MonthDay.parse("--" + to),
                days,
                Arrays.stream(sessions).map(Session::parse).toList(),
                "QĐ thử");
    }
}
