package vn.tthc.law.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.law.clock.Vn.at;
import static vn.tthc.law.clock.Vn.days;
import static vn.tthc.law.clock.Vn.due;
import static vn.tthc.law.clock.Vn.hours;
import static vn.tthc.law.clock.Vn.months;
import static vn.tthc.law.clock.Vn.pause;
import static vn.tthc.law.clock.Vn.request;
import static vn.tthc.law.clock.Vn.workingDays;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.law.Channel;
import vn.tthc.law.Term;

/** The boundary cases worth knowing by heart. */
class DeadlineExamplesTest {
    private static final LocalTime CUT_OFF = LocalTime.of(15, 0);

    @Test
    void threeWorkingDaysAcrossTet2026() {
        assertThat(due(request("13/02/2026 10:00", workingDays(3)))).isEqualTo(at("25/02/2026 10:00"));
    }

    @Test
    void oneWorkingDayAcrossNewYearAndAWeekend() {
        assertThat(due(request("31/12/2026 16:00", workingDays(1)))).isEqualTo(at("04/01/2027 16:00"));
    }

    @Test
    void sameDayReceivedAfterTheCutOffIsDueOnTheNextWorkingDay() {
        assertThat(sameDay("23/04/2027 15:01", workingDays(1))).isEqualTo(at("26/04/2027 17:00"));
    }

    @Test
    void sameDayReceivedBeforeTheCutOffIsDueThatDay() {
        assertThat(sameDay("23/04/2027 14:59", workingDays(1))).isEqualTo(at("23/04/2027 17:00"));
    }

    @Test
    void fiveWorkingDaysAcrossLabourDay2027WithItsCompensation() {
        assertThat(due(request("26/04/2027 08:00", workingDays(5)))).isEqualTo(at("05/05/2027 08:00"));
    }

    @Test
    void anAnswerWithinEightWorkingHoursOverAWeekend() {
        // A Friday and the Monday after it, without a holiday near.
        assertThat(due(request("06/03/2026 16:00", hours(8)))).isEqualTo(at("09/03/2026 16:00"));
    }

    @Test
    void landCorrectionExcludesTaxAndPosting() {
        Pause tax = pause("09/03/2026 07:00", "16/03/2026 07:00", PauseReason.TAX_DETERMINATION);
        Pause posting = pause("16/03/2026 07:00", "06/04/2026 07:00", PauseReason.PUBLIC_POSTING);
        // 5 and 15 working days go by in the two pauses.
        assertThat(due(request("02/03/2026 10:00", workingDays(8), tax, posting)))
                .isEqualTo(at("09/04/2026 10:00"));
        assertThat(due(request("02/03/2026 10:00", workingDays(18), tax, posting)))
                .isEqualTo(at("23/04/2026 10:00"));
    }

    @Test
    void theCutOffIsIgnoredForLongerTerms() {
        assertThat(sameDay("13/02/2026 10:00", workingDays(3))).isEqualTo(at("25/02/2026 10:00"));
        assertThat(sameDay("23/04/2027 15:01", hours(9))).isEqualTo(at("26/04/2027 16:01"));
    }

    @Test
    void theCutOffItselfIsInTimeToTheNanosecond() {
        Instant cutOff = at("23/04/2027 15:00");
        assertThat(sameDay(cutOff, workingDays(1))).isEqualTo(at("23/04/2027 17:00"));
        assertThat(sameDay(cutOff.plusNanos(1), workingDays(1))).isEqualTo(at("26/04/2027 17:00"));
    }

    @Test
    void sameDayReceivedOnADayOffOrAfterTheCloseIsDueOnTheNextWorkingDay() {
        assertThat(sameDay("24/04/2027 16:00", hours(8))).isEqualTo(at("26/04/2027 17:00"));
        assertThat(sameDay("23/04/2027 18:00", hours(8))).isEqualTo(at("26/04/2027 17:00"));
        assertThat(sameDay("26/04/2027 05:00", hours(8))).isEqualTo(at("26/04/2027 17:00"));
    }

    @Test
    void sameDayMovesWithAPause() {
        Pause pause = pause("23/04/2027 14:00", "26/04/2027 08:00", PauseReason.SUPPLEMENT);
        DeadlineRequest request =
                new DeadlineRequest(at("23/04/2027 09:00"), workingDays(1), Channel.COUNTER, List.of(pause), CUT_OFF);
        // Three hours of Friday and one of Monday went by: the three missing hours of Friday end on Monday at 11:00.
        assertThat(due(request)).isEqualTo(at("26/04/2027 11:00"));
    }

    @Test
    void aDueMomentOnAnOpeningIsToldAsThePreviousClose() {
        assertThat(due(request("06/03/2026 07:00", workingDays(1)))).isEqualTo(at("06/03/2026 17:00"));
        assertThat(due(request("05/03/2026 18:30", workingDays(1)))).isEqualTo(at("06/03/2026 17:00"));
        assertThat(due(request("06/03/2026 13:30", hours(8)))).isEqualTo(at("09/03/2026 11:30"));
    }

    @Test
    void aStartOutsideOfficeHoursBeginsAtTheNextOpening() {
        assertThat(due(request("06/03/2026 05:00", hours(1)))).isEqualTo(at("06/03/2026 08:00"));
        assertThat(due(request("06/03/2026 11:30", hours(1)))).isEqualTo(at("06/03/2026 14:30"));
        assertThat(due(request("06/03/2026 12:10", hours(1)))).isEqualTo(at("06/03/2026 14:30"));
        assertThat(due(request("06/03/2026 17:00", hours(1)))).isEqualTo(at("09/03/2026 08:00"));
        assertThat(due(request("07/03/2026 09:00", hours(1)))).isEqualTo(at("09/03/2026 08:00"));
    }

    @Test
    void secondsOfTheStartAreKept() {
        assertThat(due(request("06/03/2026 10:00:30.250", workingDays(1)))).isEqualTo(at("09/03/2026 10:00:30.250"));
        assertThat(due(request("06/03/2026 20:00:30", workingDays(1)))).isEqualTo(at("09/03/2026 17:00"));
        assertThat(due(request("06/03/2026 20:00:30", days(3)))).isEqualTo(at("09/03/2026 20:00:30"));
    }

    @Test
    void calendarDaysEndingOnADayOffMoveToTheNextWorkingDayAtTheSameTime() {
        assertThat(due(request("03/03/2026 10:00", days(5)))).isEqualTo(at("09/03/2026 10:00"));
        assertThat(due(request("10/02/2026 10:00", days(5)))).isEqualTo(at("23/02/2026 10:00"));
        assertThat(due(request("03/03/2026 10:00", days(6)))).isEqualTo(at("09/03/2026 10:00"));
    }

    @Test
    void aMonthWithoutTheDayEndsOnItsLastDay() {
        // 28/02/2025 is a Friday, 28/02/2026 a Saturday.
        assertThat(due(request("31/01/2025 09:00", months(1)))).isEqualTo(at("28/02/2025 09:00"));
        assertThat(due(request("31/01/2026 09:00", months(1)))).isEqualTo(at("02/03/2026 09:00"));
        assertThat(due(request("31/01/2024 09:00", months(1)))).isEqualTo(at("29/02/2024 09:00"));
    }

    @Test
    void aWorkedSaturdayCountsAndASwappedDayDoesNot() {
        assertThat(due(request("03/05/2024 10:00", workingDays(1)))).isEqualTo(at("04/05/2024 10:00"));
        assertThat(due(request("26/04/2024 10:00", workingDays(1)))).isEqualTo(at("02/05/2024 10:00"));
    }

    @Test
    void aDecemberDeadlineAcrossTetNeedsNoDataOfTheNextYear() {
        assertThat(due(request("28/12/2026 10:00", workingDays(30)))).isEqualTo(at("16/02/2027 10:00"));
    }

    private static Instant sameDay(String received, Term term) {
        return sameDay(at(received), term);
    }

    private static Instant sameDay(Instant received, Term term) {
        return due(new DeadlineRequest(received, term, Channel.COUNTER, List.of(), CUT_OFF));
    }
}
