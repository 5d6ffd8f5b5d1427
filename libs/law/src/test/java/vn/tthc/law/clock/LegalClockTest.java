package vn.tthc.law.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.tthc.law.clock.Vn.at;
import static vn.tthc.law.clock.Vn.request;
import static vn.tthc.law.clock.Vn.workingDays;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;

class LegalClockTest {
    private static final WorkingCalendar CALENDAR = Calendars.byDefault();
    private static final Set<PauseReason> LISTED = Set.of(PauseReason.SUPPLEMENT, PauseReason.TAX_DETERMINATION);
    private static final LegalClock STARTED = LegalClock.start(request("05/03/2026 10:00", workingDays(3)));

    @Test
    void stopsAndGoesOnWithAReasonTheProcedureLists() {
        LegalClock paused = taken(STARTED.pause(at("06/03/2026 10:00"), PauseReason.SUPPLEMENT, LISTED));
        assertThat(paused.paused()).isTrue();
        assertThat(paused.read(CALENDAR)).isInstanceOf(StoppedClock.class);
        LegalClock running = taken(paused.resume(at("09/03/2026 10:00"), PauseReason.SUPPLEMENT));
        assertThat(running.paused()).isFalse();
        assertThat(measured(running).dueAt()).isEqualTo(at("11/03/2026 10:00"));
    }

    @Test
    void refusesAReasonThatIsNotListed() {
        assertRefused(
                STARTED.pause(at("06/03/2026 10:00"), PauseReason.OPINION, LISTED), ClockRefusal.REASON_NOT_LISTED);
    }

    @Test
    void pausesForDifferentReasonsMayOverlapButNotForTheSame() {
        LegalClock paused = taken(STARTED.pause(at("06/03/2026 10:00"), PauseReason.SUPPLEMENT, LISTED));
        assertRefused(
                paused.pause(at("06/03/2026 11:00"), PauseReason.SUPPLEMENT, LISTED), ClockRefusal.ALREADY_PAUSED);
        LegalClock twice = taken(paused.pause(at("06/03/2026 11:00"), PauseReason.TAX_DETERMINATION, LISTED));
        LegalClock once = taken(twice.resume(at("09/03/2026 10:00"), PauseReason.SUPPLEMENT));
        assertThat(once.paused()).isTrue();
        LegalClock running = taken(once.resume(at("10/03/2026 10:00"), PauseReason.TAX_DETERMINATION));
        assertThat(measured(running).dueAt()).isEqualTo(at("12/03/2026 10:00"));
    }

    @Test
    void refusesToGoBackInTimeOrToResumeWhatDoesNotStand() {
        assertRefused(STARTED.pause(at("05/03/2026 09:59"), PauseReason.SUPPLEMENT, LISTED), ClockRefusal.BACK_IN_TIME);
        assertRefused(STARTED.resume(at("06/03/2026 10:00"), PauseReason.SUPPLEMENT), ClockRefusal.NOT_PAUSED);
        LegalClock paused = taken(STARTED.pause(at("06/03/2026 10:00"), PauseReason.SUPPLEMENT, LISTED));
        assertRefused(paused.resume(at("06/03/2026 09:00"), PauseReason.SUPPLEMENT), ClockRefusal.BACK_IN_TIME);
        assertRefused(paused.resume(at("06/03/2026 11:00"), PauseReason.OPINION), ClockRefusal.NOT_PAUSED);
    }

    @Test
    void anExtensionPromisesANewDateAndLeavesTheMeasuredOne() {
        Extension extension = new Extension(at("09/03/2026 10:00"), at("13/03/2026 10:00"), "Chờ thẩm định");
        LegalClock extended = taken(STARTED.extend(extension, ExtensionRule.CUSTOMARY, CALENDAR));
        assertThat(measured(extended).dueAt()).isEqualTo(at("10/03/2026 10:00"));
        assertThat(extended.promised(measured(extended))).isEqualTo(at("13/03/2026 10:00"));
        Extension second = new Extension(at("11/03/2026 10:00"), at("18/03/2026 10:00"), "Chờ thẩm định");
        assertRefused(extended.extend(second, ExtensionRule.CUSTOMARY, CALENDAR), ClockRefusal.EXTENSIONS_USED_UP);
    }

    @Test
    void anExtensionComesInTimePromisesALaterDateAndNeedsADueDate() {
        Extension late = new Extension(at("09/03/2026 10:01"), at("13/03/2026 10:00"), "Chờ thẩm định");
        assertRefused(STARTED.extend(late, ExtensionRule.CUSTOMARY, CALENDAR), ClockRefusal.NOTICE_TOO_LATE);
        Extension earlier = new Extension(at("06/03/2026 10:00"), at("10/03/2026 10:00"), "Chờ thẩm định");
        assertRefused(STARTED.extend(earlier, ExtensionRule.CUSTOMARY, CALENDAR), ClockRefusal.NOT_LATER);
        LegalClock paused = taken(STARTED.pause(at("06/03/2026 10:00"), PauseReason.SUPPLEMENT, LISTED));
        assertRefused(paused.extend(late, ExtensionRule.CUSTOMARY, CALENDAR), ClockRefusal.NO_DUE_DATE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Extension(at("09/03/2026 10:00"), at("13/03/2026 10:00"), " "));
    }

    @Test
    void anExtensionReachesNoFurtherThanItsTermAfterTheMeasuredDate() {
        ExtensionRule rule = new ExtensionRule(2, Duration.ofDays(1), new Term(3, TermUnit.WORKING_DAY));
        Extension last = new Extension(at("06/03/2026 10:00"), at("13/03/2026 10:00"), "Chờ thẩm định");
        Extension further = new Extension(at("06/03/2026 10:00"), at("13/03/2026 10:01"), "Chờ thẩm định");

        LegalClock extended = taken(STARTED.extend(last, rule, CALENDAR));
        assertThat(extended.latest(measured(extended), new Term(3, TermUnit.WORKING_DAY), CALENDAR))
                .isEqualTo(at("13/03/2026 10:00"));
        assertRefused(STARTED.extend(further, rule, CALENDAR), ClockRefusal.TOO_LONG);
        assertRefused(extended.extend(further, rule, CALENDAR), ClockRefusal.TOO_LONG);
    }

    @Test
    void whereNothingSaysHowFarAYearIsTheEnd() {
        Instant end = measured(STARTED).dueAt().plus(Duration.ofDays(366));
        Extension last = new Extension(at("06/03/2026 10:00"), end, "Chờ thẩm định");
        Extension further = new Extension(at("06/03/2026 10:00"), end.plusMillis(1), "Chờ thẩm định");
        Extension absurd = new Extension(at("06/03/2026 10:00"), Instant.MAX, "Chờ thẩm định");

        assertThat(taken(STARTED.extend(last, ExtensionRule.CUSTOMARY, CALENDAR))
                        .extensions())
                .containsExactly(last);
        assertRefused(STARTED.extend(further, ExtensionRule.CUSTOMARY, CALENDAR), ClockRefusal.TOO_LONG);
        assertRefused(STARTED.extend(absurd, ExtensionRule.CUSTOMARY, CALENDAR), ClockRefusal.TOO_LONG);
    }

    @Test
    void everyReasonAndRefusalSpeaksBothLanguages() {
        assertThat(PauseReason.values()).allSatisfy(reason -> {
            assertThat(reason.vietnamese()).isNotBlank();
            assertThat(reason.english()).isNotBlank();
            assertThat(reason.ground()).isNotBlank();
        });
        assertThat(ClockRefusal.values()).allSatisfy(refusal -> {
            assertThat(refusal.vietnamese()).isNotBlank();
            assertThat(refusal.english()).isNotBlank();
        });
    }

    private static LegalClock taken(ClockStep step) {
        assertThat(step).isInstanceOf(ClockStep.Taken.class);
        return ((ClockStep.Taken) step).clock();
    }

    private static void assertRefused(ClockStep step, ClockRefusal refusal) {
        assertThat(step).isEqualTo(new ClockStep.Refused(refusal));
    }

    private static Deadline measured(LegalClock clock) {
        return Deadlines.explain(clock.request(), CALENDAR);
    }
}
