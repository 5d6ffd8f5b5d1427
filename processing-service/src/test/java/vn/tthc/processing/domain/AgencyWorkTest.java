package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.processing.domain.Flows.COMMUNE;
import static vn.tthc.processing.domain.Flows.DEPARTMENT;
import static vn.tthc.processing.domain.Flows.DISTRICT;
import static vn.tthc.processing.domain.Flows.MINISTRY;
import static vn.tthc.processing.domain.Flows.ONE_STOP;
import static vn.tthc.processing.domain.Flows.START;
import static vn.tthc.processing.domain.Flows.fourLevels;
import static vn.tthc.processing.domain.Scenario.given;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.WorkRules;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.cases.CaseEvent.Assignment;
import vn.tthc.contracts.cases.CaseEvent.Stance;

/** Who does the work of a step, whose opinion is asked, and what becomes of an agency's work when it ends. */
class AgencyWorkTest {
    private static final Instant NEXT = START.plusSeconds(60);
    private static final Instant TERM = START.plusSeconds(3600);

    private static Scenario taken(CaseFile file) {
        return given(new CaseEvent.Opened(START, file, false)).and(new CaseCommand.AcceptCustody(NEXT, COMMUNE.id()));
    }

    private static Scenario taken() {
        return taken(fourLevels());
    }

    private static Scenario done() {
        return taken().and(new CaseCommand.CompleteStep(NEXT, COMMUNE.id(), "a", "tham-dinh", null));
    }

    private static CaseCommand complete(Instant at) {
        return new CaseCommand.CompleteStep(at, COMMUNE.id(), "a", "tham-dinh", null);
    }

    @Test
    void the_one_stop_gets_back_what_the_first_agency_declines_and_may_give_it_anew() {
        Scenario opened = given(new CaseEvent.Opened(START, fourLevels(), false));
        opened.when(new CaseCommand.Decline(NEXT, COMMUNE.id(), "không thuộc thẩm quyền"))
                .then(new CaseEvent.HandOverRefused(NEXT, COMMUNE, "DECLINED_BY_AGENCY", "không thuộc thẩm quyền"));
        opened.and(new CaseCommand.Decline(NEXT, COMMUNE.id(), "không thuộc thẩm quyền"));
        assertThat(opened.state()).isEqualTo(CaseState.NONE);

        opened.and(new CaseCommand.Open(NEXT, fourLevels(), false));
        assertThat(opened.live().custody()).isInstanceOf(Custody.Offered.class);
    }

    @Test
    void a_later_agency_that_declines_leaves_the_giver_where_it_was() {
        Scenario given = done().and(new CaseCommand.Claim(NEXT, COMMUNE.id(), "a"));
        Progress before = given.live().progress();
        given.and(new CaseCommand.Forward(NEXT, COMMUNE.id(), null, null));

        given.when(new CaseCommand.Decline(NEXT, DEPARTMENT.id(), " ")).thenRefused(CaseProblem.REASON_REQUIRED);
        given.when(new CaseCommand.Decline(NEXT, MINISTRY.id(), "x")).thenRefused(CaseProblem.NOT_IN_CUSTODY);
        given.and(new CaseCommand.Decline(NEXT, DEPARTMENT.id(), "không thuộc thẩm quyền"));

        assertThat(given.live().progress()).isEqualTo(before);
        assertThat(given.live().custody()).isInstanceOf(Custody.Held.class);
        assertThat(given.live().custody().agency()).isEqualTo(COMMUNE);
        assertThat(given.live().stay().officer()).isEqualTo("a");
        assertThat(given.live().stay().number()).isEqualTo(3);
    }

    @Test
    void nobody_declines_what_it_has_taken() {
        taken().when(new CaseCommand.Decline(NEXT, COMMUNE.id(), "x")).thenRefused(CaseProblem.CUSTODY_NOT_OFFERED);
    }

    @Test
    void what_one_officer_has_claimed_another_does_not_do() {
        Scenario claimed = taken().and(new CaseCommand.Claim(NEXT, COMMUNE.id(), "b"));

        claimed.when(complete(NEXT)).thenRefused(CaseProblem.ASSIGNED_TO_ANOTHER);
        claimed.when(new CaseCommand.Claim(NEXT, COMMUNE.id(), "a")).thenRefused(CaseProblem.ASSIGNED_TO_ANOTHER);
        claimed.when(new CaseCommand.Claim(NEXT, COMMUNE.id(), "b")).thenNothing();
        claimed.when(new CaseCommand.Release(NEXT, COMMUNE.id(), "a", false, null))
                .thenRefused(CaseProblem.ASSIGNED_TO_ANOTHER);
        claimed.and(new CaseCommand.Release(NEXT, COMMUNE.id(), "a", true, "nghỉ ốm"))
                .when(complete(NEXT))
                .then(new CaseEvent.StepCompleted(NEXT, "tham-dinh", COMMUNE, null));
    }

    @Test
    void the_head_assigns_and_reassigns_with_a_reason() {
        Scenario taken = taken();
        taken.when(new CaseCommand.Assign(NEXT, COMMUNE.id(), "b", null, null))
                .then(new CaseEvent.Assigned(NEXT, "tham-dinh", COMMUNE, "b", Assignment.ASSIGNED, null, null));
        taken.and(new CaseCommand.Assign(NEXT, COMMUNE.id(), "b", null, null));

        taken.when(new CaseCommand.Assign(NEXT, COMMUNE.id(), "c", null, null))
                .thenRefused(CaseProblem.REASON_REQUIRED);
        taken.when(new CaseCommand.Assign(NEXT, COMMUNE.id(), "c", null, "quá tải"))
                .then(new CaseEvent.Assigned(NEXT, "tham-dinh", COMMUNE, "c", Assignment.REASSIGNED, "b", "quá tải"));
        taken.when(new CaseCommand.Assign(NEXT, COMMUNE.id(), "b", "d", null))
                .then(new CaseEvent.Assigned(NEXT, "tham-dinh", COMMUNE, "d", Assignment.DELEGATED, "b", null));
    }

    @Test
    void a_case_that_moves_on_is_in_the_pool_again() {
        Scenario moved = done().and(new CaseCommand.Claim(NEXT, COMMUNE.id(), "a"))
                .and(new CaseCommand.Forward(NEXT, COMMUNE.id(), "duyet", "không cần"));
        assertThat(moved.live().stay().officer()).isNull();
    }

    private static CaseCommand ask(String id, AgencyRef agency) {
        return new CaseCommand.AskOpinion(NEXT, COMMUNE.id(), id, agency, "Đất có tranh chấp không?", TERM);
    }

    private static CaseCommand give(Instant at, String id, AgencyRef agency) {
        return new CaseCommand.GiveOpinion(at, agency.id(), id, Stance.AGREES, "Không tranh chấp");
    }

    @Test
    void opinions_are_asked_in_parallel_and_hold_up_the_step_until_all_are_there() {
        Scenario asked = taken().and(ask("o1", DEPARTMENT)).and(ask("o2", MINISTRY));

        asked.when(complete(NEXT)).thenRefused(CaseProblem.OPINION_OUTSTANDING);
        asked.when(give(NEXT, "o1", MINISTRY)).thenRefused(CaseProblem.NOT_ASKED);
        asked.and(give(NEXT, "o1", DEPARTMENT));
        asked.when(give(NEXT, "o1", DEPARTMENT)).thenRefused(CaseProblem.OPINION_CLOSED);
        asked.when(complete(NEXT)).thenRefused(CaseProblem.OPINION_OUTSTANDING);
        asked.and(new CaseCommand.WithdrawOpinion(NEXT, COMMUNE.id(), "o2", "đã rõ"))
                .when(complete(NEXT))
                .then(new CaseEvent.StepCompleted(NEXT, "tham-dinh", COMMUNE, null));
    }

    @Test
    void a_late_opinion_holds_up_the_step_only_if_the_procedure_says_so() {
        Instant late = TERM.plusSeconds(1);
        taken().and(ask("o1", DEPARTMENT)).when(complete(late)).thenRefused(CaseProblem.OPINION_OUTSTANDING);

        WorkRules rules = new WorkRules(null, null, null, null, null, false);
        Scenario lenient = taken(Flows.with(fourLevels(), null, rules)).and(ask("o1", DEPARTMENT));
        lenient.when(complete(TERM)).thenRefused(CaseProblem.OPINION_OUTSTANDING);
        lenient.and(complete(late));
        assertThat(lenient.events(give(late, "o1", DEPARTMENT)))
                .singleElement()
                .isInstanceOfSatisfying(
                        CaseEvent.OpinionGiven.class,
                        given -> assertThat(given.late()).isTrue());
    }

    @Test
    void an_opinion_that_is_late_is_told_once() {
        Scenario asked = taken().and(ask("o1", DEPARTMENT));
        assertThat(asked.comes("opinion/o1"))
                .singleElement()
                .isInstanceOfSatisfying(
                        CaseEvent.AlarmRaised.class,
                        alarm -> assertThat(alarm.agency()).isEqualTo(DEPARTMENT));
        assertThat(asked.waitsFor()).doesNotContainKey("opinion/o1");
    }

    @Test
    void what_cannot_be_asked_is_refused_with_its_reason() {
        taken().when(ask("o1", COMMUNE)).thenRefused(CaseProblem.OPINION_OF_ONESELF);
        taken().when(ask("o1", DISTRICT)).thenRefused(CaseProblem.AGENCY_NOT_VALID);
        taken().when(give(NEXT, "o1", DEPARTMENT)).thenRefused(CaseProblem.UNKNOWN_OPINION);
        Scenario asked = taken().and(ask("o1", DEPARTMENT));
        asked.when(ask("o1", DEPARTMENT)).thenNothing();
        asked.when(ask("o1", MINISTRY)).thenRefused(CaseProblem.OPINION_CONFLICT);
        taken().when(new CaseCommand.AskOpinion(NEXT, COMMUNE.id(), "o1", DEPARTMENT, "?", NEXT))
                .thenRefused(CaseProblem.TERM_IN_THE_PAST);
    }

    @Test
    void a_successor_has_the_papers_the_steps_and_the_questions_of_the_agency_that_ended() {
        Scenario asked = taken().and(ask("o1", DEPARTMENT));
        asked.when(new CaseCommand.Succeed(NEXT, COMMUNE.id(), ONE_STOP))
                .then(new CaseEvent.AgencySucceeded(NEXT, COMMUNE, ONE_STOP));
        asked.and(new CaseCommand.Succeed(NEXT, COMMUNE.id(), ONE_STOP))
                .and(new CaseCommand.Succeed(NEXT, DEPARTMENT.id(), MINISTRY));

        assertThat(asked.live().custody().agency()).isEqualTo(ONE_STOP);
        assertThat(asked.live().custody()).isInstanceOf(Custody.Held.class);
        assertThat(asked.live().progress().flow().steps())
                .noneMatch(
                        step -> step.agency().equals(COMMUNE) || step.agency().equals(DEPARTMENT));
        assertThat(asked.live().file().steps())
                .isEqualTo(asked.live().progress().flow().steps());
        asked.and(give(NEXT, "o1", MINISTRY))
                .when(new CaseCommand.CompleteStep(NEXT, ONE_STOP.id(), "a", "tham-dinh", null))
                .then(new CaseEvent.StepCompleted(NEXT, "tham-dinh", ONE_STOP, null));
    }

    @Test
    void papers_on_their_way_to_an_agency_that_ended_reach_its_successor() {
        Scenario offered = done().and(new CaseCommand.Forward(NEXT, COMMUNE.id(), null, null))
                .and(new CaseCommand.Succeed(NEXT, DEPARTMENT.id(), MINISTRY))
                .and(new CaseCommand.Succeed(NEXT, COMMUNE.id(), ONE_STOP));
        assertThat(offered.live().custody()).isInstanceOf(Custody.Offered.class);
        offered.and(new CaseCommand.Decline(NEXT, MINISTRY.id(), "nhầm"));
        assertThat(offered.live().custody().agency()).isEqualTo(ONE_STOP);
    }

    @Test
    void a_succession_that_is_known_or_does_not_concern_the_case_changes_nothing() {
        taken().when(new CaseCommand.Succeed(NEXT, "x@origin", ONE_STOP)).thenNothing();
        taken().and(new CaseCommand.Succeed(NEXT, COMMUNE.id(), ONE_STOP))
                .when(new CaseCommand.Succeed(NEXT, COMMUNE.id(), ONE_STOP))
                .thenNothing();
        taken().when(new CaseCommand.Succeed(NEXT, COMMUNE.id(), DISTRICT)).thenRefused(CaseProblem.AGENCY_NOT_VALID);
    }
}
