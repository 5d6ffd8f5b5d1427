package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.processing.domain.EveryActTest.NOW;
import static vn.tthc.processing.domain.Flows.COMMUNE;
import static vn.tthc.processing.domain.Flows.START;
import static vn.tthc.processing.domain.Scenario.given;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.processing.domain.NextAct.Act;

/** What is offered to people at each place of the flow of {@link EveryActTest}, and nothing else. */
class NextActTest {
    private static final NextAct RECORD = act(Act.RECORD_STEP);
    private static final NextAct CORRECT = act(Act.CORRECT, "tham-dinh", "ky");

    private static NextAct act(Act act, String... toSteps) {
        return new NextAct(act, List.of(toSteps));
    }

    private static void offered(Scenario scenario, NextAct... acts) {
        assertThat(NextAct.of(scenario.state())).containsExactlyInAnyOrder(acts);
    }

    @Test
    void papers_that_were_given_are_taken_or_declined() {
        offered(EveryActTest.opened(), act(Act.ACCEPT_CUSTODY), act(Act.DECLINE), RECORD);
    }

    @Test
    void whoever_has_a_step_completes_it_and_then_gives_it_on() {
        offered(
                EveryActTest.taken(),
                act(Act.COMPLETE_STEP),
                act(Act.CLAIM),
                act(Act.DRAFT),
                act(Act.ASK_OPINION),
                RECORD);
        offered(
                EveryActTest.done().and(new CaseCommand.Claim(NOW, COMMUNE.id(), "an")),
                act(Act.FORWARD, "duyet"),
                act(Act.RELEASE),
                act(Act.DRAFT),
                act(Act.ASK_OPINION),
                RECORD);
        offered(
                EveryActTest.atApproval(),
                act(Act.COMPLETE_STEP),
                act(Act.SEND_BACK, "tham-dinh"),
                act(Act.CLAIM),
                act(Act.DRAFT),
                act(Act.ASK_OPINION),
                RECORD);
    }

    @Test
    void a_step_that_waits_for_an_opinion_is_not_completed() {
        offered(EveryActTest.asked(), act(Act.CLAIM), act(Act.DRAFT), act(Act.ASK_OPINION), RECORD);
    }

    @Test
    void until_it_is_signed_a_decision_is_drafted_and_sent_back_and_then_it_is_corrected() {
        offered(
                EveryActTest.atSigning(),
                act(Act.SIGN),
                act(Act.SEND_BACK, "tham-dinh"),
                act(Act.CLAIM),
                act(Act.DRAFT),
                act(Act.ASK_OPINION),
                RECORD);
        offered(
                EveryActTest.atSigning().and(new CaseCommand.Sign(NOW, COMMUNE.id(), "an")),
                act(Act.FORWARD, "vao-so"),
                act(Act.CLAIM),
                CORRECT,
                RECORD);
    }

    @Test
    void a_decision_is_numbered_once_issued_and_finished() {
        offered(EveryActTest.atNumbering(), act(Act.COMPLETE_STEP), act(Act.NUMBER), act(Act.CLAIM), CORRECT, RECORD);
        offered(
                EveryActTest.atNumbering().and(new CaseCommand.GiveNumber(NOW, COMMUNE.id(), "an", "12/QĐ")),
                act(Act.FORWARD, "phat-hanh"),
                act(Act.CLAIM),
                CORRECT,
                RECORD);
        offered(EveryActTest.atIssue(), act(Act.ISSUE), act(Act.CLAIM), CORRECT, RECORD);
        Scenario issued = EveryActTest.atIssue().and(new CaseCommand.Issue(NOW, COMMUNE.id(), "an", null));
        offered(issued, act(Act.FINISH), act(Act.CLAIM), CORRECT, RECORD);
        offered(issued.and(new CaseCommand.Finish(NOW, COMMUNE.id(), false)));
    }

    @Test
    void of_an_old_case_steps_are_told_and_its_end_once() {
        Scenario old = given(new CaseEvent.Opened(START, EveryActTest.FILE, true));
        offered(old, RECORD, act(Act.FINISH));
        offered(old.and(new CaseCommand.Finish(NOW, null, true)), RECORD);
        assertThat(NextAct.of(CaseState.NONE)).isEmpty();
    }
}
