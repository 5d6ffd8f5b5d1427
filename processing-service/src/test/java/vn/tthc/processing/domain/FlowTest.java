package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.processing.domain.Flows.COMMUNE;
import static vn.tthc.processing.domain.Flows.DEPARTMENT;
import static vn.tthc.processing.domain.Flows.DISTRICT;
import static vn.tthc.processing.domain.Flows.MINISTRY;
import static vn.tthc.processing.domain.Flows.START;
import static vn.tthc.processing.domain.Flows.file;
import static vn.tthc.processing.domain.Flows.fourLevels;
import static vn.tthc.processing.domain.Flows.step;
import static vn.tthc.processing.domain.Scenario.given;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.cases.CaseEvent;

class FlowTest {
    private static final Instant NEXT = START.plusSeconds(60);

    private static Scenario opened() {
        return given(new CaseEvent.Opened(START, fourLevels(), false));
    }

    private static Scenario atFirstStep() {
        return opened().and(new CaseCommand.AcceptCustody(NEXT, COMMUNE.id()));
    }

    private static Scenario firstStepDone() {
        return atFirstStep().and(new CaseCommand.CompleteStep(NEXT, COMMUNE.id(), "officer", "tham-dinh", null));
    }

    private static Scenario atSecondApproval() {
        return firstStepDone().and(new CaseCommand.Forward(NEXT, COMMUNE.id(), "duyet", "không cần"));
    }

    private static Scenario atSigning() {
        return atSecondApproval()
                .and(new CaseCommand.CompleteStep(NEXT, COMMUNE.id(), "officer", "duyet", null))
                .and(new CaseCommand.Forward(NEXT, COMMUNE.id(), null, "không cần"))
                .and(new CaseCommand.AcceptCustody(NEXT, MINISTRY.id()));
    }

    private static Scenario signed() {
        return atSigning().and(new CaseCommand.Sign(NEXT, MINISTRY.id(), "leader"));
    }

    private static Scenario atIssue() {
        return signed().and(new CaseCommand.Forward(NEXT, MINISTRY.id(), null, "không cần"))
                .and(new CaseCommand.CompleteStep(NEXT, MINISTRY.id(), "officer", "vao-so", null))
                .and(new CaseCommand.Forward(NEXT, MINISTRY.id(), null, "không cần"))
                .and(new CaseCommand.AcceptCustody(NEXT, COMMUNE.id()));
    }

    @Test
    void the_first_receipt_says_that_it_is_the_first() {
        opened().when(new CaseCommand.AcceptCustody(NEXT, COMMUNE.id()))
                .then(new CaseEvent.CustodyAccepted(NEXT, "tham-dinh", COMMUNE, true));
        atSecondApproval()
                .and(new CaseCommand.CompleteStep(NEXT, COMMUNE.id(), "officer", "duyet", null))
                .and(new CaseCommand.Forward(NEXT, COMMUNE.id(), null, "không cần"))
                .when(new CaseCommand.AcceptCustody(NEXT, MINISTRY.id()))
                .then(new CaseEvent.CustodyAccepted(NEXT, "ky", MINISTRY, false));
    }

    @Test
    void papers_are_taken_once_and_only_by_whom_they_were_given_to() {
        opened().when(new CaseCommand.AcceptCustody(NEXT, MINISTRY.id())).thenRefused(CaseProblem.NOT_IN_CUSTODY);
        atFirstStep()
                .when(new CaseCommand.AcceptCustody(NEXT, COMMUNE.id()))
                .thenRefused(CaseProblem.CUSTODY_NOT_OFFERED);
    }

    @Test
    void nobody_works_before_the_papers_are_taken() {
        opened().when(new CaseCommand.CompleteStep(NEXT, COMMUNE.id(), "officer", "tham-dinh", null))
                .thenRefused(CaseProblem.CUSTODY_NOT_ACCEPTED);
        opened().when(new CaseCommand.Forward(NEXT, COMMUNE.id(), null, "không cần"))
                .thenRefused(CaseProblem.CUSTODY_NOT_ACCEPTED);
    }

    @Test
    void only_the_agency_that_holds_the_papers_works_on_them() {
        atFirstStep()
                .when(new CaseCommand.CompleteStep(NEXT, DEPARTMENT.id(), "officer", "tham-dinh", null))
                .thenRefused(CaseProblem.NOT_IN_CUSTODY);
        firstStepDone()
                .when(new CaseCommand.Forward(NEXT, DEPARTMENT.id(), null, "không cần"))
                .thenRefused(CaseProblem.NOT_IN_CUSTODY);
    }

    @Test
    void a_step_is_completed_once_and_with_its_note() {
        atFirstStep()
                .when(new CaseCommand.CompleteStep(NEXT, COMMUNE.id(), "officer", "tham-dinh", "đủ điều kiện"))
                .then(new CaseEvent.StepCompleted(NEXT, "tham-dinh", COMMUNE, "đủ điều kiện"));
        firstStepDone()
                .when(new CaseCommand.CompleteStep(NEXT, COMMUNE.id(), "officer", "tham-dinh", "lần nữa"))
                .thenNothing();
        atFirstStep()
                .when(new CaseCommand.CompleteStep(NEXT, COMMUNE.id(), "officer", "duyet", null))
                .thenRefused(CaseProblem.NOT_CURRENT_STEP);
    }

    @Test
    void a_step_is_completed_before_it_is_forwarded() {
        atFirstStep()
                .when(new CaseCommand.Forward(NEXT, COMMUNE.id(), null, "không cần"))
                .thenRefused(CaseProblem.STEP_NOT_COMPLETED);
    }

    @Test
    void another_agency_has_to_take_what_it_is_given() {
        Scenario given = firstStepDone();

        given.when(new CaseCommand.Forward(NEXT, COMMUNE.id(), null, "không cần"))
                .then(new CaseEvent.Forwarded(NEXT, "tham-dinh", "y-kien", COMMUNE, DEPARTMENT));

        given.and(new CaseCommand.Forward(NEXT, COMMUNE.id(), null, "không cần"));
        assertThat(((CaseState.Live) given.state()).custody().agency()).isEqualTo(DEPARTMENT);
        assertThat(((CaseState.Live) given.state()).custody()).isInstanceOf(Custody.Offered.class);
    }

    @Test
    void within_an_agency_nobody_waits_and_optional_steps_are_passed_over() {
        firstStepDone()
                .when(new CaseCommand.Forward(NEXT, COMMUNE.id(), "duyet", "không cần"))
                .then(
                        new CaseEvent.StepSkipped(NEXT, "y-kien", DEPARTMENT, "không cần"),
                        new CaseEvent.Forwarded(NEXT, "tham-dinh", "duyet", COMMUNE, COMMUNE));
        firstStepDone()
                .when(new CaseCommand.Forward(NEXT, COMMUNE.id(), "duyet", null))
                .thenRefused(CaseProblem.SKIP_REASON_REQUIRED);
        assertThat(((CaseState.Live) atSecondApproval().state()).custody()).isInstanceOf(Custody.Held.class);
    }

    @Test
    void forward_leads_to_a_later_step_and_leaves_out_no_compulsory_one() {
        firstStepDone()
                .when(new CaseCommand.Forward(NEXT, COMMUNE.id(), "ky", "không cần"))
                .thenRefused(CaseProblem.STEP_NOT_OPTIONAL);
        firstStepDone()
                .when(new CaseCommand.Forward(NEXT, COMMUNE.id(), "x", "không cần"))
                .thenRefused(CaseProblem.UNKNOWN_STEP);
        firstStepDone()
                .when(new CaseCommand.Forward(NEXT, COMMUNE.id(), "tham-dinh", "không cần"))
                .thenRefused(CaseProblem.NOT_A_LATER_STEP);
        atIssue()
                .and(new CaseCommand.Issue(NEXT, COMMUNE.id(), "clerk", "01/QĐ"))
                .when(new CaseCommand.Forward(NEXT, COMMUNE.id(), null, "không cần"))
                .thenRefused(CaseProblem.NO_NEXT_STEP);
    }

    @Test
    void nothing_is_given_to_an_agency_that_does_not_exist_that_day() {
        CaseFile file = file(
                step("a", Kind.WORK, COMMUNE),
                step("huyen", Kind.WORK, DISTRICT),
                step("b", Kind.WORK, COMMUNE, "huyen"),
                step("ky", Kind.SIGN, COMMUNE),
                step("p", Kind.ISSUE, COMMUNE));
        Scenario done = given(new CaseEvent.Opened(START, file, false))
                .and(new CaseCommand.AcceptCustody(NEXT, COMMUNE.id()))
                .and(new CaseCommand.CompleteStep(NEXT, COMMUNE.id(), "officer", "a", null));

        assertThat(done.when(new CaseCommand.Forward(NEXT, COMMUNE.id(), null, "không cần"))
                        .thenRefused(CaseProblem.AGENCY_NOT_VALID)
                        .values())
                .containsEntry("day", "2026-03-02");
        given(
                        new CaseEvent.Opened(START, file, false),
                        new CaseEvent.CustodyAccepted(START, "a", COMMUNE, true),
                        new CaseEvent.Forwarded(START, "a", "b", COMMUNE, COMMUNE))
                .when(new CaseCommand.SendBack(NEXT, COMMUNE.id(), "huyen", "thiếu"))
                .thenRefused(CaseProblem.AGENCY_NOT_VALID);
    }

    @Test
    void sending_back_hands_the_papers_over_and_what_is_ahead_is_done_again() {
        Scenario back = atSigning();

        back.when(new CaseCommand.SendBack(NEXT, MINISTRY.id(), "tham-dinh", "thiếu căn cứ"))
                .then(new CaseEvent.SentBack(NEXT, "ky", "tham-dinh", MINISTRY, COMMUNE, "thiếu căn cứ"));

        back.and(new CaseCommand.SendBack(NEXT, MINISTRY.id(), "tham-dinh", "thiếu căn cứ"));
        CaseState.Live live = (CaseState.Live) back.state();
        assertThat(live.custody()).isInstanceOf(Custody.Offered.class);
        assertThat(live.custody().agency()).isEqualTo(COMMUNE);
        assertThat(live.progress().done()).isEmpty();
    }

    @Test
    void a_step_sends_back_only_where_its_procedure_says_and_with_a_reason() {
        atFirstStep()
                .when(new CaseCommand.SendBack(NEXT, COMMUNE.id(), "ky", "x"))
                .thenRefused(CaseProblem.SEND_BACK_NOT_ALLOWED);
        atSecondApproval()
                .when(new CaseCommand.SendBack(NEXT, COMMUNE.id(), "y-kien", "x"))
                .thenRefused(CaseProblem.SEND_BACK_NOT_ALLOWED);
        atSecondApproval()
                .when(new CaseCommand.SendBack(NEXT, COMMUNE.id(), "tham-dinh", " "))
                .thenRefused(CaseProblem.REASON_REQUIRED);
        atSecondApproval()
                .when(new CaseCommand.SendBack(NEXT, COMMUNE.id(), "khong-co", "x"))
                .thenRefused(CaseProblem.UNKNOWN_STEP);
    }

    @Test
    void the_decision_is_signed_where_it_is_to_be_signed_by_whom_has_it() {
        atSigning()
                .when(new CaseCommand.Sign(NEXT, MINISTRY.id(), "leader"))
                .then(
                        new CaseEvent.ResultSigned(NEXT, "ky", MINISTRY),
                        new CaseEvent.StepCompleted(NEXT, "ky", MINISTRY, null));
        atSigning().when(new CaseCommand.Sign(NEXT, COMMUNE.id(), "leader")).thenRefused(CaseProblem.NOT_IN_CUSTODY);
        atFirstStep().when(new CaseCommand.Sign(NEXT, COMMUNE.id(), "leader")).thenRefused(CaseProblem.NOT_A_SIGN_STEP);
        atSigning()
                .when(new CaseCommand.CompleteStep(NEXT, MINISTRY.id(), "officer", "ky", null))
                .thenRefused(CaseProblem.NOT_SIGNED);
    }

    @Test
    void what_is_signed_is_neither_signed_again_nor_sent_back() {
        signed().when(new CaseCommand.Sign(NEXT, MINISTRY.id(), "leader")).thenRefused(CaseProblem.ALREADY_SIGNED);
        signed().when(new CaseCommand.SendBack(NEXT, MINISTRY.id(), "duyet", "sai"))
                .thenRefused(CaseProblem.ALREADY_SIGNED);
    }

    @Test
    void the_result_is_issued_with_its_number_after_it_was_signed() {
        atIssue()
                .when(new CaseCommand.Issue(NEXT, COMMUNE.id(), "clerk", "01/QĐ-BTP"))
                .then(
                        new CaseEvent.ResultIssued(NEXT, "phat-hanh", COMMUNE, "01/QĐ-BTP"),
                        new CaseEvent.StepCompleted(NEXT, "phat-hanh", COMMUNE, null));
        atIssue()
                .when(new CaseCommand.Issue(NEXT, COMMUNE.id(), "clerk", " "))
                .thenRefused(CaseProblem.NUMBER_REQUIRED);
        signed().when(new CaseCommand.Issue(NEXT, MINISTRY.id(), "clerk", "1"))
                .thenRefused(CaseProblem.NOT_AN_ISSUE_STEP);
        atIssue()
                .and(new CaseCommand.Issue(NEXT, COMMUNE.id(), "clerk", "1"))
                .when(new CaseCommand.Issue(NEXT, COMMUNE.id(), "clerk", "2"))
                .thenRefused(CaseProblem.ALREADY_ISSUED);
        atIssue()
                .when(new CaseCommand.CompleteStep(NEXT, COMMUNE.id(), "officer", "phat-hanh", null))
                .thenRefused(CaseProblem.NOT_ISSUED);
    }

    @Test
    void processing_ends_after_the_issue_and_then_nothing_moves() {
        atIssue().when(new CaseCommand.Finish(NEXT, COMMUNE.id(), false)).thenRefused(CaseProblem.NOT_ISSUED);
        Scenario issued = atIssue().and(new CaseCommand.Issue(NEXT, COMMUNE.id(), "clerk", "01/QĐ"));

        issued.when(new CaseCommand.Finish(NEXT, MINISTRY.id(), false)).thenRefused(CaseProblem.NOT_IN_CUSTODY);
        issued.when(new CaseCommand.Finish(NEXT, COMMUNE.id(), false))
                .then(new CaseEvent.Finished(NEXT, "01/QĐ", false));

        issued.and(new CaseCommand.Finish(NEXT, COMMUNE.id(), false));
        issued.when(new CaseCommand.Finish(NEXT, COMMUNE.id(), false)).thenRefused(CaseProblem.CASE_FINISHED);
        issued.when(new CaseCommand.Forward(NEXT, COMMUNE.id(), null, "không cần"))
                .thenRefused(CaseProblem.CASE_FINISHED);
        assertThat(NextAct.of(issued.state())).isEmpty();
    }

    @Test
    void a_live_case_neither_ends_at_a_time_that_is_told_nor_goes_back_in_time() {
        atIssue()
                .and(new CaseCommand.Issue(NEXT, COMMUNE.id(), "clerk", "1"))
                .when(new CaseCommand.Finish(START, null, true))
                .thenRefused(CaseProblem.LIVE_CASE);
        atFirstStep()
                .when(new CaseCommand.CompleteStep(NEXT.minusMillis(1), COMMUNE.id(), "officer", "tham-dinh", null))
                .thenRefused(CaseProblem.TIME_WENT_BACK);
    }
}
