package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.processing.domain.Flows.COMMUNE;
import static vn.tthc.processing.domain.Flows.START;
import static vn.tthc.processing.domain.Flows.fourLevels;
import static vn.tthc.processing.domain.Scenario.given;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.law.clock.CalendarDay;
import vn.tthc.law.clock.CalendarPurpose;
import vn.tthc.law.clock.CalendarSpec;
import vn.tthc.law.clock.Calendars;
import vn.tthc.law.clock.DayKind;

/** Budgets run in the calendar the dossier was received under. The story begins on Monday 02/03/2026 at 08:00. */
class CaseCalendarTest {
    private static final CalendarSpec LOCAL = Calendars.byDefault()
            .spec()
            .named("24784", "24784-2026.1", CalendarPurpose.DEADLINE)
            .withDay(new CalendarDay(
                    LocalDate.of(2026, 3, 2), DayKind.HOLIDAY, "Lễ hội của xã", "Local festival", "1/QĐ-UBND", false));

    private static CaseFile file(@Nullable String version, @Nullable String calendar) {
        CaseFile usual = fourLevels();
        return new CaseFile(
                usual.code(),
                usual.procedure(),
                usual.procedureName(),
                usual.procedureNameEn(),
                usual.channel(),
                usual.source(),
                usual.receivedAt(),
                usual.dueAt(),
                usual.oneStop(),
                usual.steps(),
                version,
                null,
                calendar);
    }

    private static Instant stepEnd(CaseFile file) {
        return given(new CaseEvent.Opened(START, file, false))
                .and(new CaseCommand.AcceptCustody(START, COMMUNE.id()))
                .waitsFor()
                .get("step/1");
    }

    @Test
    void step_budgets_run_in_the_calendar_that_came_with_the_hand_over() {
        assertThat(stepEnd(file(null, null))).isEqualTo(Instant.parse("2026-03-02T10:00:00+07:00"));
        assertThat(stepEnd(file(Calendars.DEFAULT_VERSION, null)))
                .isEqualTo(Instant.parse("2026-03-02T10:00:00+07:00"));
        assertThat(stepEnd(file(LOCAL.version(), Calendars.workingTime(LOCAL, 2025))))
                .isEqualTo(Instant.parse("2026-03-03T09:00:00+07:00"));
    }

    @Test
    void an_agency_that_is_succeeded_keeps_the_calendar_of_the_case() {
        CaseFile file = file(LOCAL.version(), Calendars.workingTime(LOCAL, 2025));
        Scenario succeeded = given(new CaseEvent.Opened(START, file, false))
                .and(new CaseCommand.AcceptCustody(START, COMMUNE.id()))
                .and(new CaseEvent.AgencySucceeded(START, COMMUNE, Flows.MINISTRY));

        assertThat(succeeded.waitsFor()).containsEntry("step/1", Instant.parse("2026-03-03T09:00:00+07:00"));
    }
}
