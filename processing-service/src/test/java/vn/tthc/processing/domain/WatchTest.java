package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.processing.domain.Flows.COMMUNE;
import static vn.tthc.processing.domain.Flows.MINISTRY;
import static vn.tthc.processing.domain.Flows.START;
import static vn.tthc.processing.domain.Flows.fourLevels;
import static vn.tthc.processing.domain.Scenario.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.WorkRules;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.cases.CaseEvent.Alarm;
import vn.tthc.contracts.cases.CaseEvent.ApologyCause;

/** Office hours are 07:00-11:30 and 13:30-17:00; the story begins on Monday 02/03/2026 at 08:00. */
class WatchTest {
    private static final Instant DUE = Instant.parse("2026-03-20T03:00:00Z");
    private static final CaseFile FILE = Flows.with(fourLevels(), DUE, null);

    private static Scenario opened() {
        return given(new CaseEvent.Opened(START, FILE, false));
    }

    private static Scenario taken() {
        return opened().and(new CaseCommand.AcceptCustody(START, COMMUNE.id()));
    }

    private static Instant vn(String local) {
        return Instant.parse(local + ":00+07:00");
    }

    @Test
    void every_hand_over_has_giao_and_nhan_and_an_unacknowledged_one_is_an_alarm_raised_once() {
        Scenario opened = opened();

        assertThat(opened.waitsFor())
                .containsEntry("receipt/1", vn("2026-03-02T13:30").plusSeconds(1800));
        List<CaseEvent> raised = opened.comes("receipt/1");

        assertThat(raised).singleElement().isInstanceOfSatisfying(CaseEvent.AlarmRaised.class, alarm -> {
            assertThat(alarm.alarm()).isEqualTo(Alarm.HAND_OVER_UNACKNOWLEDGED);
            assertThat(alarm.agency()).isEqualTo(COMMUNE);
        });
        assertThat(opened.waitsFor()).doesNotContainKey("receipt/1");
    }

    @Test
    void who_takes_the_papers_in_time_is_left_in_peace_and_the_time_of_the_step_begins() {
        Scenario taken = taken();

        assertThat(taken.waitsFor())
                .doesNotContainKey("receipt/1")
                .containsEntry("step/1", vn("2026-03-02T10:00"))
                .containsEntry("step-near/1", vn("2026-03-02T09:36"));
    }

    @Test
    void the_procedure_says_how_long_papers_may_lie_about() {
        CaseFile file = Flows.with(fourLevels(), DUE, new WorkRules(60, null, null, null, null, null));

        assertThat(given(new CaseEvent.Opened(START, file, false)).waitsFor())
                .containsEntry("receipt/1", vn("2026-03-02T09:00"));
    }

    @Test
    void a_moment_that_is_not_there_any_more_or_has_not_come_changes_nothing() {
        Scenario taken = taken();
        Instant receipt = vn("2026-03-02T14:00");
        Instant step = vn("2026-03-02T10:00");

        taken.when(new CaseCommand.TimeCame(receipt, "receipt/1", receipt)).thenNothing();
        taken.when(new CaseCommand.TimeCame(step.minusMillis(1), "step/1", step))
                .thenNothing();
        taken.when(new CaseCommand.TimeCame(step, "step/1", step.minusSeconds(1)))
                .thenNothing();
        given().when(new CaseCommand.TimeCame(step, "step/1", step)).thenNothing();
    }

    @Test
    void an_alarm_nothing_came_of_goes_to_the_next_in_line_once() {
        Scenario taken = taken();
        taken.comes("step/1");

        List<CaseEvent> escalated = taken.comes("escalation/step/1");

        assertThat(escalated)
                .singleElement()
                .isInstanceOfSatisfying(
                        CaseEvent.Escalated.class,
                        event -> assertThat(event.toRole()).isEqualTo(Role.HEAD_OF_UNIT));
        assertThat(taken.waitsFor()).doesNotContainKey("escalation/step/1");
    }

    @Test
    void papers_nobody_takes_go_to_the_next_in_line_too() {
        Scenario opened = opened();
        opened.comes("receipt/1");

        assertThat(opened.comes("escalation/receipt/1"))
                .singleElement()
                .isInstanceOfSatisfying(CaseEvent.Escalated.class, event -> {
                    assertThat(event.alarm()).isEqualTo(Alarm.HAND_OVER_UNACKNOWLEDGED);
                    assertThat(event.agency()).isEqualTo(COMMUNE);
                    assertThat(event.toRole()).isEqualTo(Role.HEAD_OF_UNIT);
                });
    }

    @Test
    void a_step_that_is_done_in_time_raises_nothing_and_coming_back_is_another_stay() {
        Scenario done = taken().and(new CaseCommand.CompleteStep(START, COMMUNE.id(), "a", "tham-dinh", null));
        assertThat(done.waitsFor().keySet()).noneMatch(key -> key.startsWith("step"));

        Scenario next = done.and(new CaseCommand.Forward(START, COMMUNE.id(), "duyet", "không cần"));
        assertThat(next.waitsFor()).containsKey("step/2").doesNotContainKey("step/1");

        Scenario back = next.and(new CaseCommand.SendBack(START, COMMUNE.id(), "tham-dinh", "thiếu"));
        assertThat(back.waitsFor()).containsKey("step/3");
    }

    @Test
    void while_the_clock_of_the_law_stands_still_the_step_does_too() {
        Scenario stopped =
                taken().and(new CaseCommand.FollowClock(vn("2026-03-02T09:00"), new CaseCommand.ClockChange.Stopped()));
        assertThat(stopped.waitsFor().keySet())
                .noneMatch(key -> key.startsWith("step") || key.startsWith("due") || key.startsWith("apology"));

        Instant later = DUE.plusSeconds(86_400);
        Scenario on = stopped.and(
                new CaseCommand.FollowClock(vn("2026-03-03T08:00"), new CaseCommand.ClockChange.Runs(later)));

        assertThat(on.waitsFor())
                .containsEntry("step/1", vn("2026-03-03T09:00"))
                .containsKey("due/" + later)
                .doesNotContainKey("due/" + DUE);
    }

    @Test
    void what_the_dossier_tells_twice_is_heard_once() {
        CaseCommand stop = new CaseCommand.FollowClock(START, new CaseCommand.ClockChange.Stopped());
        taken().and(stop).when(stop).thenNothing();
        taken().when(new CaseCommand.FollowClock(START, new CaseCommand.ClockChange.Runs(DUE)))
                .thenNothing();
    }

    @Test
    void the_due_moment_itself_is_in_time_and_a_millisecond_later_is_overdue_told_once() {
        Scenario taken = taken();
        assertThat(taken.waitsFor()).containsEntry("due/" + DUE, DUE.plusMillis(1));

        assertThat(taken.comes("due/" + DUE)).singleElement().isInstanceOfSatisfying(CaseEvent.AlarmRaised.class, a -> {
            assertThat(a.alarm()).isEqualTo(Alarm.OVERDUE);
            assertThat(a.dueAt()).isEqualTo(DUE);
        });
        assertThat(taken.waitsFor()).doesNotContainKey("due/" + DUE);
    }

    @Test
    void nearing_is_told_two_working_days_before_the_due_date() {
        Scenario taken = taken();
        assertThat(taken.waitsFor()).containsEntry("due-near/" + DUE, vn("2026-03-18T10:00"));
        assertThat(taken.comes("due-near/" + DUE)).hasSize(1);
    }

    @Test
    void every_unfinished_dossier_has_its_apology_drafted_by_one_working_day_before_it_is_due() {
        Scenario signing = taken().and(new CaseCommand.CompleteStep(START, COMMUNE.id(), "a", "tham-dinh", null))
                .and(new CaseCommand.Forward(START, COMMUNE.id(), "duyet", "không cần"))
                .and(new CaseCommand.CompleteStep(START, COMMUNE.id(), "a", "duyet", null))
                .and(new CaseCommand.Forward(START, COMMUNE.id(), null, null))
                .and(new CaseCommand.AcceptCustody(START, MINISTRY.id()));

        assertThat(signing.waitsFor().get("apology/" + DUE)).isBefore(vn("2026-03-19T10:00"));
        List<CaseEvent> drafted = signing.comes("apology/" + DUE);

        assertThat(drafted).singleElement().isInstanceOfSatisfying(CaseEvent.ApologyDrafted.class, apology -> {
            assertThat(apology.dueAt()).isEqualTo(DUE);
            assertThat(apology.cause()).isEqualTo(ApologyCause.DUE_DATE_NEAR);
            assertThat(apology.proposedAt()).isEqualTo(vn("2026-03-23T10:00"));
        });
        assertThat(signing.waitsFor()).doesNotContainKey("apology/" + DUE);
    }

    @Test
    void an_apology_is_drafted_at_once_when_the_budgets_left_exceed_the_time_left() {
        Instant soon = vn("2026-03-03T08:00");
        CaseFile file = Flows.with(fourLevels(), soon, null);
        Scenario opened = given(new CaseEvent.Opened(START, file, false));

        assertThat(opened.waitsFor().get("apology/" + soon)).isBefore(START);
        CaseCommand.TimeCame came = new CaseCommand.TimeCame(
                START, "apology/" + soon, opened.waitsFor().get("apology/" + soon));

        assertThat(opened.events(came))
                .singleElement()
                .isInstanceOfSatisfying(CaseEvent.ApologyDrafted.class, apology -> {
                    assertThat(apology.cause()).isEqualTo(ApologyCause.BUDGETS_EXCEED_TIME);
                    assertThat(apology.neededMinutes()).isEqualTo(600);
                    assertThat(apology.remainingMinutes()).isEqualTo(480);
                });
    }

    private static CaseEvent.ApologyDrafted drafted(Scenario scenario, Instant due, String at) {
        String key = "apology/" + due;
        Instant moment = scenario.waitsFor().get(key);
        return (CaseEvent.ApologyDrafted)
                scenario.events(new CaseCommand.TimeCame(vn(at), key, moment)).getFirst();
    }

    private static Scenario takenDue(Instant due) {
        return given(new CaseEvent.Opened(START, Flows.with(fourLevels(), due, null), false))
                .and(new CaseCommand.AcceptCustody(START, COMMUNE.id()));
    }

    /** Taken at 08:00 with 120 minutes for the step and 480 for those after it; due a working day later. */
    @Test
    void what_the_steps_left_need_is_what_is_left_of_their_budgets() {
        Instant due = vn("2026-03-03T08:00");
        assertThat(takenDue(due).waitsFor()).containsEntry("apology/" + due, START);

        assertThat(drafted(takenDue(due), due, "2026-03-02T09:00")).satisfies(apology -> {
            assertThat(apology.cause()).isEqualTo(ApologyCause.BUDGETS_EXCEED_TIME);
            assertThat(apology.neededMinutes()).isEqualTo(540);
            assertThat(apology.remainingMinutes()).isEqualTo(420);
            assertThat(apology.proposedAt()).isEqualTo(vn("2026-03-04T08:00"));
        });
        assertThat(drafted(takenDue(due), due, "2026-03-02T10:30").neededMinutes())
                .as("a step over its budget takes nothing from those after it")
                .isEqualTo(480);
    }

    @Test
    void a_step_that_is_done_needs_no_more_time() {
        Instant due = vn("2026-03-03T08:00");
        Scenario done = takenDue(due)
                .and(new CaseCommand.CompleteStep(vn("2026-03-02T08:30"), COMMUNE.id(), "a", "tham-dinh", null));

        assertThat(done.waitsFor()).containsEntry("apology/" + due, START.plusMillis(1));
        assertThat(drafted(done, due, "2026-03-02T09:00").neededMinutes()).isEqualTo(480);
    }

    @Test
    void the_new_date_makes_up_for_what_is_missing_where_that_is_more_than_a_working_day() {
        Instant due = vn("2026-03-02T09:00");

        assertThat(drafted(takenDue(due), due, "2026-03-02T08:00").proposedAt()).isEqualTo(vn("2026-03-03T10:00"));
    }

    @Test
    void what_the_system_says_by_itself_is_never_told_before_what_it_has_seen() {
        Instant due = vn("2026-03-03T08:00");

        assertThat(drafted(takenDue(due), due, "2026-03-02T08:00").occurredAt()).isEqualTo(START);
        Scenario later = takenDue(due).and(new CaseCommand.Claim(vn("2026-03-02T08:20"), COMMUNE.id(), "a"));
        assertThat(drafted(later, due, "2026-03-02T08:10").occurredAt()).isEqualTo(vn("2026-03-02T08:20"));
    }

    /** Received at 07:00. */
    @Test
    void of_a_soonterm_half_has_gone_before_it_is_nearing_and_of_none_nothing_can() {
        Instant soon = vn("2026-03-02T09:00");
        assertThat(takenDue(soon).waitsFor()).containsEntry("due-near/" + soon, vn("2026-03-02T08:00"));

        Instant before = vn("2026-02-27T16:00");
        assertThat(takenDue(before).waitsFor()).containsEntry("due-near/" + before, before);
    }

    @Test
    void who_has_promised_a_new_date_need_not_apologise_again_and_the_measured_date_stays() {
        Scenario promised = taken().and(new CaseCommand.FollowClock(
                START, new CaseCommand.ClockChange.Promised(DUE.plusSeconds(172_800))));

        assertThat(promised.waitsFor()).doesNotContainKey("apology/" + DUE).containsKey("due/" + DUE);
    }

    @Test
    void an_imported_case_and_a_finished_one_wait_for_nothing() {
        assertThat(given(new CaseEvent.Opened(START, FILE, true)).waitsFor()).isEmpty();
        assertThat(taken().and(new CaseEvent.Finished(START, "1", false)).waitsFor())
                .isEmpty();
    }

    @Test
    void an_agency_that_will_end_is_seen_to_on_the_day_after_its_last() {
        AgencyRef ending =
                new AgencyRef("1@origin", "Xã cũ", "Old commune", COMMUNE.level(), null, LocalDate.of(2026, 3, 10));
        CaseFile file = Flows.with(
                Flows.file(
                        Flows.step("a", Kind.WORK, ending),
                        Flows.step("ky", Kind.SIGN, ending),
                        Flows.step("p", Kind.ISSUE, COMMUNE)),
                DUE,
                null);
        Scenario opened = given(new CaseEvent.Opened(START, file, false));

        assertThat(opened.waitsFor()).containsEntry("agency/1@origin", vn("2026-03-11T00:00"));
        assertThat(opened.comes("agency/1@origin"))
                .singleElement()
                .isInstanceOfSatisfying(
                        CaseEvent.AlarmRaised.class,
                        alarm -> assertThat(alarm.alarm()).isEqualTo(Alarm.AGENCY_ENDED));
    }
}
