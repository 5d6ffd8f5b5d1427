package vn.tthc.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.tthc.law.OfficialStatus.FINANCIAL_OBLIGATION;
import static vn.tthc.law.OfficialStatus.IN_PROCESS;
import static vn.tthc.law.OfficialStatus.NOT_RECEIVED;
import static vn.tthc.law.OfficialStatus.PROCESSED;
import static vn.tthc.law.OfficialStatus.RECEIVED;
import static vn.tthc.law.OfficialStatus.REGISTERED;
import static vn.tthc.law.OfficialStatus.RETURNED;
import static vn.tthc.law.OfficialStatus.STOPPED;
import static vn.tthc.law.OfficialStatus.SUPPLEMENT_REQUESTED;
import static vn.tthc.law.OfficialStatus.WITHDRAWAL_REQUESTED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SUPPLEMENT_REQUESTED", "FINANCIAL_OBLIGATION", "WITHDRAWAL_REQUESTED"})
    void a_dossier_that_waits_for_nothing_has_the_status_of_its_stage(OfficialStatus stage) {
        assertThat(Standing.at(stage).status()).isEqualTo(stage);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUPPLEMENT_REQUESTED", "FINANCIAL_OBLIGATION", "WITHDRAWAL_REQUESTED"})
    void something_waited_for_is_no_stage(OfficialStatus waiting) {
        assertThatIllegalArgumentException().isThrownBy(() -> Standing.at(waiting));
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, false, IN_PROCESS",
        "false, true, false, FINANCIAL_OBLIGATION",
        "true, false, false, SUPPLEMENT_REQUESTED",
        "true, true, false, SUPPLEMENT_REQUESTED",
        "false, false, true, WITHDRAWAL_REQUESTED",
        "false, true, true, WITHDRAWAL_REQUESTED",
        "true, false, true, WITHDRAWAL_REQUESTED",
        "true, true, true, WITHDRAWAL_REQUESTED"
    })
    void a_withdrawal_is_told_before_a_supplement_and_that_before_an_obligation(
            boolean supplement, boolean obligation, boolean withdrawal, OfficialStatus told) {
        assertThat(new Standing(IN_PROCESS, supplement, obligation, withdrawal).status())
                .isEqualTo(told);
    }

    /** 3, 8, 9 and 10: whatever was still waited for is told no more. */
    @ParameterizedTest
    @EnumSource(names = {"NOT_RECEIVED", "STOPPED", "PROCESSED", "RETURNED"})
    void nothing_is_waited_for_after_the_end(OfficialStatus end) {
        Standing standing = new Standing(end, true, true, true);

        assertThat(standing.over()).isTrue();
        assertThat(standing.status()).isEqualTo(end);
    }

    @ParameterizedTest
    @EnumSource(names = {"REGISTERED", "RECEIVED", "IN_PROCESS"})
    void until_then_processing_is_not_over(OfficialStatus stage) {
        assertThat(Standing.at(stage).over()).isFalse();
    }

    @Test
    void what_is_waited_for_is_told_until_it_is_there_and_then_the_stage_that_was_reached_meanwhile() {
        Standing waiting = Standing.at(RECEIVED).supplement(true);
        assertThat(waiting.status()).isEqualTo(SUPPLEMENT_REQUESTED);

        Standing meanwhile = waiting.reaching(IN_PROCESS);
        assertThat(meanwhile.status()).isEqualTo(SUPPLEMENT_REQUESTED);
        assertThat(meanwhile.supplement(false)).isEqualTo(Standing.at(IN_PROCESS));
    }

    @Test
    void each_thing_waited_for_comes_and_goes_alone() {
        Standing all = Standing.at(REGISTERED).supplement(true).obligation(true).withdrawal(true);
        assertThat(all).isEqualTo(new Standing(REGISTERED, true, true, true));

        assertThat(all.withdrawal(false).status()).isEqualTo(SUPPLEMENT_REQUESTED);
        assertThat(all.withdrawal(false).supplement(false).status()).isEqualTo(FINANCIAL_OBLIGATION);
        assertThat(all.supplement(false).obligation(false).status()).isEqualTo(WITHDRAWAL_REQUESTED);
        assertThat(all.obligation(false)).isEqualTo(new Standing(REGISTERED, true, false, true));
        assertThat(all.reaching(PROCESSED).status()).isEqualTo(PROCESSED);
        assertThat(all.reaching(STOPPED).reaching(RETURNED).status()).isEqualTo(RETURNED);
        assertThat(all.reaching(NOT_RECEIVED).over()).isTrue();
    }
}
