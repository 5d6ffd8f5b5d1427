package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.processing.domain.Flows.COMMUNE;
import static vn.tthc.processing.domain.Flows.MINISTRY;
import static vn.tthc.processing.domain.Flows.START;
import static vn.tthc.processing.domain.Flows.step;
import static vn.tthc.processing.domain.Flows.when;
import static vn.tthc.processing.domain.Scenario.given;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.WorkRules;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.processing.domain.Progress.Result;

/** Drafted, signed, numbered, issued: each an act of its own, and what is signed is only corrected. */
class DecidingTest {
    private static final Instant NEXT = START.plusSeconds(60);
    private static final String AGENCY = COMMUNE.id();

    private static final CaseFile PLAIN = Flows.file(
            step("a", Kind.WORK, COMMUNE),
            step("ky", Kind.SIGN, COMMUNE, "a"),
            step("so", Kind.NUMBER, COMMUNE),
            step("p", Kind.ISSUE, MINISTRY));

    private static final CaseFile BRANCHES = Flows.file(
            step("a", Kind.WORK, COMMUNE),
            when(ResultKind.REFUSED, step("thong-bao", Kind.WORK, COMMUNE)),
            when(ResultKind.GRANTED, step("thue", Kind.WORK, COMMUNE)),
            step("ky", Kind.SIGN, COMMUNE),
            step("p", Kind.ISSUE, COMMUNE));

    private static Scenario taken(CaseFile file) {
        return given(new CaseEvent.Opened(START, file, false)).and(new CaseCommand.AcceptCustody(NEXT, AGENCY));
    }

    private static CaseCommand draft(ResultKind kind) {
        return new CaseCommand.Draft(NEXT, AGENCY, "drafter", kind);
    }

    private static CaseCommand complete(String step) {
        return new CaseCommand.CompleteStep(NEXT, AGENCY, "drafter", step, null);
    }

    private static CaseCommand forward() {
        return new CaseCommand.Forward(NEXT, AGENCY, null, null);
    }

    private static Scenario atSigning(CaseFile file) {
        return taken(file).and(draft(ResultKind.GRANTED)).and(complete("a")).and(forward());
    }

    @Test
    void a_decision_is_drafted_signed_numbered_and_issued_by_four_acts() {
        Scenario issued = atSigning(PLAIN)
                .and(new CaseCommand.Sign(NEXT, AGENCY, "leader"))
                .and(forward())
                .and(new CaseCommand.GiveNumber(NEXT, AGENCY, "clerk", "12/QĐ"))
                .and(forward())
                .and(new CaseCommand.AcceptCustody(NEXT, MINISTRY.id()))
                .and(new CaseCommand.Issue(NEXT, MINISTRY.id(), "clerk", null));

        assertThat(issued.live().progress().result()).isEqualTo(Result.ISSUED);
        assertThat(issued.live().progress().resultNumber()).isEqualTo("12/QĐ");
    }

    @Test
    void a_number_is_given_once() {
        Scenario signed = atSigning(PLAIN)
                .and(new CaseCommand.Sign(NEXT, AGENCY, "leader"))
                .and(forward());
        signed.when(new CaseCommand.GiveNumber(NEXT, AGENCY, "clerk", "")).thenRefused(CaseProblem.NUMBER_REQUIRED);
        signed.and(new CaseCommand.GiveNumber(NEXT, AGENCY, "clerk", "12/QĐ"));
        signed.when(new CaseCommand.GiveNumber(NEXT, AGENCY, "clerk", "12/QĐ")).thenNothing();
        signed.when(new CaseCommand.GiveNumber(NEXT, AGENCY, "clerk", "13/QĐ"))
                .thenRefused(CaseProblem.NUMBER_CONFLICT);
        signed.and(forward())
                .and(new CaseCommand.AcceptCustody(NEXT, MINISTRY.id()))
                .when(new CaseCommand.Issue(NEXT, MINISTRY.id(), "clerk", "13/QĐ"))
                .thenRefused(CaseProblem.NUMBER_CONFLICT);
        taken(PLAIN)
                .when(new CaseCommand.GiveNumber(NEXT, AGENCY, "clerk", "1"))
                .thenRefused(CaseProblem.NOT_A_NUMBER_STEP);
    }

    @Test
    void the_drafter_does_not_sign_where_the_procedure_says_so() {
        CaseFile strict = Flows.with(PLAIN, null, new WorkRules(null, null, null, null, false, null));
        Scenario signing = atSigning(strict);

        signing.when(new CaseCommand.Sign(NEXT, AGENCY, "drafter")).thenRefused(CaseProblem.DRAFTER_CANNOT_SIGN);
        assertThat(signing.events(new CaseCommand.Sign(NEXT, AGENCY, "leader"))).hasSize(2);
        assertThat(atSigning(PLAIN).events(new CaseCommand.Sign(NEXT, AGENCY, "drafter")))
                .hasSize(2);
        taken(strict)
                .and(complete("a"))
                .and(forward())
                .when(new CaseCommand.Sign(NEXT, AGENCY, "leader"))
                .thenRefused(CaseProblem.DRAFT_REQUIRED);
    }

    @Test
    void a_draft_can_be_replaced_until_it_is_signed() {
        Scenario drafted = taken(PLAIN).and(draft(ResultKind.GRANTED));
        drafted.when(draft(ResultKind.GRANTED)).thenNothing();
        drafted.when(draft(ResultKind.REFUSED))
                .then(new CaseEvent.ResultDrafted(NEXT, "a", COMMUNE, ResultKind.REFUSED, "drafter"));
        atSigning(PLAIN)
                .and(new CaseCommand.Sign(NEXT, AGENCY, "leader"))
                .when(draft(ResultKind.REFUSED))
                .thenRefused(CaseProblem.ALREADY_SIGNED);
    }

    @Test
    void each_kind_of_decision_goes_its_own_way() {
        taken(BRANCHES).and(complete("a")).when(forward()).thenRefused(CaseProblem.DRAFT_REQUIRED);
        Scenario granted = taken(BRANCHES).and(draft(ResultKind.GRANTED)).and(complete("a"));
        granted.when(forward()).then(new CaseEvent.Forwarded(NEXT, "a", "thue", COMMUNE, COMMUNE));
        granted.when(new CaseCommand.Forward(NEXT, AGENCY, "thong-bao", null))
                .thenRefused(CaseProblem.STEP_OF_ANOTHER_BRANCH);
        granted.when(new CaseCommand.Forward(NEXT, AGENCY, "ky", "vội")).thenRefused(CaseProblem.STEP_NOT_OPTIONAL);
        granted.and(forward()).when(draft(ResultKind.REFUSED)).thenRefused(CaseProblem.OTHER_WAY_TAKEN);
        taken(BRANCHES)
                .and(draft(ResultKind.REFUSED))
                .and(complete("a"))
                .when(forward())
                .then(new CaseEvent.Forwarded(NEXT, "a", "thong-bao", COMMUNE, COMMUNE));
    }

    @Test
    void a_flow_in_which_one_kind_of_decision_has_no_way_out_is_not_opened() {
        CaseFile dead = Flows.file(
                step("a", Kind.WORK, COMMUNE),
                when(ResultKind.GRANTED, step("ky", Kind.SIGN, COMMUNE)),
                step("p", Kind.ISSUE, COMMUNE));
        assertThat(given().events(new CaseCommand.Open(NEXT, dead, false)))
                .singleElement()
                .isInstanceOf(CaseEvent.HandOverRefused.class);
    }

    @Test
    void what_is_signed_is_not_undone_but_corrected_with_its_ground() {
        Scenario signed = atSigning(PLAIN).and(new CaseCommand.Sign(NEXT, AGENCY, "leader"));
        signed.when(new CaseCommand.SendBack(NEXT, AGENCY, "a", "sai")).thenRefused(CaseProblem.ALREADY_SIGNED);
        signed.when(correct("a", "")).thenRefused(CaseProblem.GROUND_REQUIRED);
        signed.when(correct("p", "QĐ 1")).thenRefused(CaseProblem.CORRECTION_NOT_ALLOWED);
        signed.when(correct("x", "QĐ 1")).thenRefused(CaseProblem.UNKNOWN_STEP);
        atSigning(PLAIN).when(correct("a", "QĐ 1")).thenRefused(CaseProblem.NOT_SIGNED);

        signed.and(correct("a", "QĐ 1"));
        assertThat(signed.live().progress().result()).isEqualTo(Result.OPEN);
        assertThat(signed.live().progress().resultNumber()).isNull();
        assertThat(signed.live().progress().current().id()).isEqualTo("a");
        assertThat(signed.live().progress().currentDone()).isFalse();
    }

    private static CaseCommand correct(String toStep, String ground) {
        return new CaseCommand.Correct(NEXT, AGENCY, "leader", toStep, ground, "sai số thửa");
    }

    @Test
    void a_correction_is_not_undone_by_declining_it() {
        Scenario issuing = atSigning(PLAIN)
                .and(new CaseCommand.Sign(NEXT, AGENCY, "leader"))
                .and(forward())
                .and(complete("so"))
                .and(forward())
                .and(new CaseCommand.AcceptCustody(NEXT, MINISTRY.id()))
                .and(new CaseCommand.Correct(NEXT, MINISTRY.id(), "leader", "ky", "QĐ 1", "sai"));
        assertThat(issuing.live().custody()).isInstanceOf(Custody.Offered.class);
        issuing.when(new CaseCommand.Decline(NEXT, AGENCY, "không")).thenRefused(CaseProblem.CORRECTION_NOT_DECLINABLE);
    }
}
