package vn.tthc.law.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.tthc.law.clock.Vn.at;
import static vn.tthc.law.clock.Vn.days;
import static vn.tthc.law.clock.Vn.due;
import static vn.tthc.law.clock.Vn.months;
import static vn.tthc.law.clock.Vn.pause;
import static vn.tthc.law.clock.Vn.request;
import static vn.tthc.law.clock.Vn.workingDays;

import org.junit.jupiter.api.Test;
import vn.tthc.law.Verdict;

class PausesTest {
    private static final WorkingCalendar CALENDAR = Calendars.byDefault();

    @Test
    @SuppressWarnings("NullAway") // what the type forbids must still fail loudly when it comes in by reflection
    void noReasonNoPause() {
        assertThatNullPointerException()
                .isThrownBy(() -> new Pause(at("03/03/2026 10:00"), null, null))
                .withMessage("no reason, no pause");
    }

    @Test
    void aPauseCannotEndBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pause("03/03/2026 10:00", "03/03/2026 09:59", PauseReason.OPINION));
    }

    @Test
    void workingTermsAreExtendedByWorkingTime() {
        Pause weekend = pause("06/03/2026 16:00", "09/03/2026 08:00", PauseReason.SUPPLEMENT);
        assertThat(due(request("05/03/2026 10:00", workingDays(3), weekend))).isEqualTo(at("10/03/2026 14:00"));
        Pause night = pause("06/03/2026 17:00", "09/03/2026 07:00", PauseReason.SUPPLEMENT);
        assertThat(due(request("05/03/2026 10:00", workingDays(3), night))).isEqualTo(at("10/03/2026 10:00"));
    }

    @Test
    void calendarTermsAreExtendedByElapsedTime() {
        Pause pause = pause("06/03/2026 16:00", "09/03/2026 08:00", PauseReason.SUPPLEMENT);
        assertThat(due(request("05/03/2026 10:00", days(7), pause))).isEqualTo(at("16/03/2026 02:00"));
        assertThat(due(request("05/03/2026 10:00", months(1), pause))).isEqualTo(at("08/04/2026 02:00"));
    }

    @Test
    void overlapsAreNotSubtractedTwice() {
        Pause outer = pause("09/03/2026 07:00", "11/03/2026 17:00", PauseReason.TAX_DETERMINATION);
        Pause inner = pause("10/03/2026 07:00", "10/03/2026 17:00", PauseReason.PUBLIC_POSTING);
        Pause late = pause("11/03/2026 07:00", "12/03/2026 17:00", PauseReason.OPINION);
        Pause whole = pause("09/03/2026 07:00", "12/03/2026 17:00", PauseReason.OPINION);
        DeadlineRequest apart = request("05/03/2026 10:00", workingDays(5), late, inner, outer);
        assertThat(due(apart)).isEqualTo(due(request("05/03/2026 10:00", workingDays(5), whole)));
    }

    @Test
    void aPauseAfterTheTermWasOverChangesNothing() {
        Pause after = pause("09/03/2026 10:00", "11/03/2026 10:00", PauseReason.SUPPLEMENT);
        DeadlineRequest request = request("05/03/2026 10:00", workingDays(2), after);
        assertThat(due(request)).isEqualTo(at("09/03/2026 10:00"));
        assertThat(Deadlines.explain(request, CALENDAR).explanation())
                .extracting(ExplanationLine::code)
                .contains("PAUSE_IGNORED")
                .doesNotContain("PAUSE");
    }

    @Test
    void aPauseBeforeReceptionChangesNothingAndOneAcrossItCountsFromReception() {
        Pause before = pause("01/03/2026 10:00", "05/03/2026 10:00", PauseReason.SUPPLEMENT);
        assertThat(due(request("05/03/2026 10:00", workingDays(2), before))).isEqualTo(at("09/03/2026 10:00"));
        Pause across = pause("01/03/2026 10:00", "05/03/2026 11:00", PauseReason.SUPPLEMENT);
        assertThat(due(request("05/03/2026 10:00", workingDays(2), across))).isEqualTo(at("09/03/2026 11:00"));
    }

    @Test
    void anOpenPauseLeavesNoDueDate() {
        Pause open = new Pause(at("06/03/2026 09:00"), null, PauseReason.FINANCIAL_OBLIGATION);
        DeadlineRequest request = request("05/03/2026 10:00", workingDays(2), open);
        assertThat(Deadlines.read(request, CALENDAR)).isInstanceOfSatisfying(StoppedClock.class, stopped -> {
            assertThat(stopped.since()).isEqualTo(open.from());
            assertThat(stopped.reason()).isEqualTo(PauseReason.FINANCIAL_OBLIGATION);
            assertThat(stopped.explanation()).extracting(ExplanationLine::code).endsWith("PAUSE_OPEN", "STOPPED");
        });
        assertThatThrownBy(() -> due(request))
                .isInstanceOfSatisfying(
                        ClockStoppedException.class, e -> assertThat(e.since()).isEqualTo(open.from()));
        assertThatThrownBy(() -> Deadlines.explain(request, CALENDAR)).isInstanceOf(ClockStoppedException.class);
    }

    @Test
    void anOpenPauseAfterTheTermWasOverLeavesTheDueDate() {
        Pause open = new Pause(at("09/03/2026 10:00"), null, PauseReason.FINANCIAL_OBLIGATION);
        assertThat(due(request("05/03/2026 10:00", workingDays(2), open))).isEqualTo(at("09/03/2026 10:00"));
    }

    @Test
    void aPauseWhileTheTermWaitsForTheNextWorkingDayMovesThatDay() {
        // Five days end on Saturday 07/03 at 10:00, told as Monday 10:00; the pause begins on Sunday.
        Pause sunday = pause("08/03/2026 09:00", "10/03/2026 10:00", PauseReason.SUPPLEMENT);
        assertThat(due(request("02/03/2026 10:00", days(5), sunday))).isEqualTo(at("11/03/2026 11:00"));
    }

    @Test
    void aPauseNeverShortensEvenWhenTheTimeOfDayWraps() {
        // Six days end on Sunday 08/03 at 20:00, told as Monday 20:00; five hours more end on Monday at 01:00.
        Pause fiveHours = pause("03/03/2026 08:00", "03/03/2026 13:00", PauseReason.SUPPLEMENT);
        DeadlineRequest request = request("02/03/2026 20:00", days(6), fiveHours);
        assertThat(due(request)).isEqualTo(at("09/03/2026 20:00"));
        assertThat(Deadlines.explain(request, CALENDAR).explanation())
                .extracting(ExplanationLine::code)
                .contains("KEPT");
    }

    @Test
    void aReceptionCalendarIsNeverUsedForADueDate() {
        CalendarSpec spec = CALENDAR.spec().named("front-desk", "front-desk-1", CalendarPurpose.RECEPTION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deadlines.dueAt(request("05/03/2026 10:00", workingDays(2)), Calendars.of(spec)))
                .withMessageContaining("front-desk-1");
    }

    @Test
    void theVerdictIsToTheMillisecond() {
        var due = due(request("13/02/2026 10:00", workingDays(3)));
        assertThat(Verdict.of(due, due)).isEqualTo(Verdict.ON_TIME);
        assertThat(Verdict.of(due.plusNanos(999_999), due)).isEqualTo(Verdict.ON_TIME);
        assertThat(Verdict.of(due.plusMillis(1), due)).isEqualTo(Verdict.LATE);
    }

    @Test
    void termsBeyondTheCalendarAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> due(request("13/02/2026 10:00", workingDays(Integer.MAX_VALUE))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> due(request("13/02/2026 10:00", days(Integer.MAX_VALUE))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> due(request("13/02/2026 10:00", months(Integer.MAX_VALUE))));
    }
}
