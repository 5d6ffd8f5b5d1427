package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.intake.domain.GivenDossier.aReceivedDossier;
import static vn.tthc.intake.domain.GivenDossier.aSubmittedDossier;
import static vn.tthc.intake.domain.GivenDossier.anImportedDossier;
import static vn.tthc.intake.domain.GivenDossier.noDossier;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.domain.DossierCommand.RecordProcessingEnded;
import vn.tthc.intake.domain.WithdrawalCommand.RecordWithdrawalGranted;
import vn.tthc.intake.domain.WithdrawalCommand.RecordWithdrawalRefused;
import vn.tthc.intake.domain.WithdrawalCommand.RequestWithdrawal;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.PauseReason;

class WithdrawalTest {
    private static final Instant ASKED = Instant.parse("2026-03-04T02:00:00Z");
    private static final RequestWithdrawal ASK = new RequestWithdrawal(ASKED, null, A.rules());
    private static final RecordWithdrawalGranted GRANTED =
            new RecordWithdrawalGranted(ASKED.plusSeconds(60), A.WARD.ref(), A.rules());
    private static final RecordWithdrawalRefused SIGNED =
            new RecordWithdrawalRefused(ASKED.plusSeconds(60), "ALREADY_SIGNED", "Đã ký");

    @Test
    void whileNobodyWorksOnItADossierIsWithdrawnAtOnce() {
        assertThat(aSubmittedDossier().after(ASK).state().status()).isEqualTo(OfficialStatus.STOPPED);
        DossierState received = aReceivedDossier().after(ASK).state();
        assertThat(received.status()).isEqualTo(OfficialStatus.STOPPED);
        assertThat(received.stop().verdict()).isEqualTo(Verdict.ON_TIME);
        assertThat(aSubmittedDossier().after(ASK).state().stop().verdict())
                .as("no clock ran")
                .isNull();
    }

    @Test
    void onceHandedOverTheCaseDecides() {
        GivenDossier asked = aReceivedDossier().inProcess().after(ASK);
        assertThat(asked.state().status()).isEqualTo(OfficialStatus.WITHDRAWAL_REQUESTED);
        assertThat(asked.after(GRANTED).state().status()).isEqualTo(OfficialStatus.STOPPED);
        assertThat(asked.after(SIGNED).state().status()).isEqualTo(OfficialStatus.IN_PROCESS);
    }

    /** 766: a stop is an end of processing, and while the clock stood still no time was lost. */
    @Test
    void whatIsWithdrawnWhileTheClockStandsStillIsNotLate() {
        Instant afterTheDueDate = A.LATER.plusSeconds(86_400);
        GivenDossier posted = aReceivedDossier()
                .after(new ClockCommand.StopClock(
                        ASKED.minusSeconds(60), A.WARD.ref(), PauseReason.PUBLIC_POSTING, "Niêm yết", A.rules()));

        DossierEvent.Stopped stop =
                (DossierEvent.Stopped) posted.after(new RequestWithdrawal(afterTheDueDate, null, A.rules()))
                        .past()
                        .getLast();
        assertThat(stop.verdict()).isEqualTo(Verdict.ON_TIME);
        assertThat(stop.agency()).as("stopped by the one-stop that received it").isEqualTo(A.WARD.ref());
        assertThat(aReceivedDossier()
                        .after(new RequestWithdrawal(afterTheDueDate, null, A.rules()))
                        .state()
                        .stop()
                        .verdict())
                .isEqualTo(Verdict.LATE);
    }

    @Test
    void theAgencyThatGrantedItStoppedIt() {
        GivenDossier granted = aReceivedDossier()
                .inProcess()
                .after(ASK)
                .after(new RecordWithdrawalGranted(ASKED, A.PROVINCE.ref(), A.rules()));

        assertThat(((DossierEvent.Stopped) granted.past().getLast()).agency()).isEqualTo(A.PROVINCE.ref());
    }

    @Test
    void anAnswerNobodyWaitsForChangesNothing() {
        aReceivedDossier().inProcess().when(GRANTED).nothingNew();
        aReceivedDossier().inProcess().when(SIGNED).nothingNew();
        aReceivedDossier().inProcess().after(ASK).after(GRANTED).when(SIGNED).nothingNew();
        noDossier().when(GRANTED).refused(DossierProblem.NO_SUCH_DOSSIER);
        noDossier().when(SIGNED).refused(DossierProblem.NO_SUCH_DOSSIER);
    }

    @Test
    void afterTheResultNothingIsWithdrawn() {
        aReceivedDossier()
                .inProcess()
                .processedAt(A.DUE)
                .when(new RequestWithdrawal(A.DUE, null, A.rules()))
                .refused(DossierProblem.DOSSIER_OVER);
        aReceivedDossier().after(ASK).when(ASK).refused(DossierProblem.DOSSIER_OVER);
        aReceivedDossier().inProcess().after(ASK).when(ASK).refused(DossierProblem.WITHDRAWAL_PENDING);
        anImportedDossier(A.RECEIVED, A.DUE).when(ASK).refused(DossierProblem.IMPORTED_DOSSIER);
    }

    @Test
    void aFinishThatOvertakesTheRequestRefusesIt() {
        DossierState state = aReceivedDossier()
                .inProcess()
                .after(ASK)
                .after(new RecordProcessingEnded(A.DUE, "12/QĐ", A.rules()))
                .state();
        assertThat(state.status()).isEqualTo(OfficialStatus.PROCESSED);
        assertThat(state.standing().withdrawalAsked()).isFalse();
    }
}
