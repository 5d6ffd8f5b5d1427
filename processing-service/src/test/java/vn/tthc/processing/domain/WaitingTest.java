package vn.tthc.processing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.processing.domain.Flows.COMMUNE;
import static vn.tthc.processing.domain.Flows.START;
import static vn.tthc.processing.domain.Flows.step;
import static vn.tthc.processing.domain.Scenario.given;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.law.clock.PauseReason;

/** The case asks, the dossier records: nothing here moves a status or a due date. */
class WaitingTest {
    private static final Instant NOW = START.plusSeconds(60);
    private static final String AGENCY = COMMUNE.id();
    private static final CaseFile FILE = Flows.file(
            step("tham-dinh", Kind.WORK, COMMUNE),
            step("ky", Kind.SIGN, COMMUNE),
            step("phat-hanh", Kind.ISSUE, COMMUNE));

    private static Scenario taken() {
        return given(new CaseEvent.Opened(START, FILE, false)).and(new CaseCommand.AcceptCustody(NOW, AGENCY));
    }

    private static Scenario signed() {
        return taken().and(new CaseCommand.CompleteStep(NOW, AGENCY, "an", "tham-dinh", null))
                .and(new CaseCommand.Forward(NOW, AGENCY, null, null))
                .and(new CaseCommand.Sign(NOW, AGENCY, "an"));
    }

    private static CaseEvent refused(CaseProblem why) {
        return new CaseEvent.WithdrawalRefused(NOW, COMMUNE, why.name(), why.vietnamese());
    }

    @Test
    void a_pause_is_asked_for_and_ended_with_its_reason() {
        taken().when(new CaseCommand.AskPause(NOW, AGENCY, PauseReason.PUBLIC_POSTING, "Niêm yết 15 ngày"))
                .then(new CaseEvent.PauseAsked(
                        NOW, "tham-dinh", COMMUNE, PauseReason.PUBLIC_POSTING, "Niêm yết 15 ngày"));
        taken().when(new CaseCommand.EndPause(NOW, AGENCY, PauseReason.PUBLIC_POSTING, "Không có ý kiến"))
                .then(new CaseEvent.PauseEnded(
                        NOW, "tham-dinh", COMMUNE, PauseReason.PUBLIC_POSTING, "Không có ý kiến"));
    }

    /** They have a status of their own each, 5 and 6. */
    @ParameterizedTest
    @EnumSource(names = {"SUPPLEMENT", "FINANCIAL_OBLIGATION"})
    void supplements_and_obligations_are_asked_for_by_requests_of_their_own(PauseReason reason) {
        assertThat(taken().when(new CaseCommand.AskPause(NOW, AGENCY, reason, "Thiếu"))
                        .thenRefused(CaseProblem.PAUSE_HAS_ITS_OWN_ACT)
                        .values())
                .isEqualTo(Map.of("reason", reason.name()));
    }

    /** Thông tư 03/2025/TT-VPCP, Mẫu 05: only while there is no result. */
    @Test
    void a_withdrawal_is_granted_until_the_decision_is_signed() {
        taken().when(new CaseCommand.ConsiderWithdrawal(NOW)).then(new CaseEvent.WithdrawalGranted(NOW, COMMUNE));
        signed().when(new CaseCommand.ConsiderWithdrawal(NOW)).then(refused(CaseProblem.ALREADY_SIGNED));
        signed().and(new CaseCommand.Forward(NOW, AGENCY, null, null))
                .and(new CaseCommand.Issue(NOW, AGENCY, "an", "1/QĐ"))
                .and(new CaseCommand.Finish(NOW, AGENCY, false))
                .when(new CaseCommand.ConsiderWithdrawal(NOW))
                .then(refused(CaseProblem.CASE_FINISHED));
    }

    @Test
    void a_withdrawal_that_was_asked_for_earlier_is_answered_now() {
        taken().when(new CaseCommand.ConsiderWithdrawal(START)).then(new CaseEvent.WithdrawalGranted(NOW, COMMUNE));
    }
}
