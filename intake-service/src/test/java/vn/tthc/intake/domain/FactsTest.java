package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.intake.domain.GivenDossier.aDossierToReturnBy;
import static vn.tthc.intake.domain.GivenDossier.aReceivedDossier;
import static vn.tthc.intake.domain.GivenDossier.anImportedDossier;
import static vn.tthc.intake.domain.GivenDossier.noDossier;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.Anomaly;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.intake.domain.DossierCommand.RecordHandOverRefused;
import vn.tthc.intake.domain.DossierCommand.RecordItemDelivered;
import vn.tthc.intake.domain.DossierCommand.RecordOffThePost;
import vn.tthc.intake.domain.DossierCommand.RecordProcessingEnded;
import vn.tthc.intake.domain.DossierCommand.RecordProcessingStarted;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Verdict;

class FactsTest {
    private static final RecordProcessingStarted STARTED = new RecordProcessingStarted(A.STARTED, A.WARD.ref());

    @Test
    void theFirstReceiptByAnAgencyIsStatusFour() {
        aReceivedDossier().handedOver().when(STARTED).recorded(A.started());
        assertThat(aReceivedDossier().inProcess().state().status()).isEqualTo(OfficialStatus.IN_PROCESS);
    }

    @Test
    void theSameReceiptAgainChangesNothing() {
        aReceivedDossier().inProcess().when(STARTED).nothingNew();
    }

    @Test
    void aLateReceiptNeverTakesAProcessedDossierBack() {
        aReceivedDossier().handedOver().processedAt(A.DUE).when(STARTED).nothingNew();
    }

    @Test
    void anImportedDossierStaysReceivedUntilItsFinish() {
        anImportedDossier(A.RECEIVED, A.DUE).when(STARTED).nothingNew();
    }

    @Test
    void aRefusedHandOverPutsTheDossierBackAtTheOneStop() {
        RecordHandOverRefused refused = new RecordHandOverRefused(A.STARTED, A.WARD.ref(), "AGENCY_NOT_VALID", "…");

        DossierState state = aReceivedDossier().handedOver().when(refused).state();

        assertThat(state.handedOver()).isFalse();
        assertThat(state.status()).isEqualTo(OfficialStatus.RECEIVED);
    }

    @Test
    void aRefusedHandOverToldAgainOrTooLateChangesNothing() {
        RecordHandOverRefused refused = new RecordHandOverRefused(A.STARTED, A.WARD.ref(), "AGENCY_NOT_VALID", "…");

        aReceivedDossier().when(refused).nothingNew();
        aReceivedDossier().inProcess().when(refused).nothingNew();
    }

    @Test
    void anEndAtTheDueInstantIsOnTimeAndAMillisecondLaterIsLate() {
        aReceivedDossier()
                .inProcess()
                .when(new RecordProcessingEnded(A.DUE, "12/QĐ", A.rules()))
                .recorded(new DossierEvent.ProcessingEnded(A.DUE, Verdict.ON_TIME, "12/QĐ"));
        aReceivedDossier()
                .inProcess()
                .when(new RecordProcessingEnded(A.DUE.plusMillis(1), "12/QĐ", A.rules()))
                .recorded(new DossierEvent.ProcessingEnded(A.DUE.plusMillis(1), Verdict.LATE, "12/QĐ"));
    }

    @Test
    void aSecondFinishChangesNeitherEndNorVerdict() {
        GivenDossier processed = aReceivedDossier().inProcess().processedAt(A.DUE);

        processed.when(new RecordProcessingEnded(A.LATER, "13/QĐ", A.rules())).nothingNew();
        assertThat(processed.state().ending().verdict()).isEqualTo(Verdict.ON_TIME);
    }

    @Test
    void aFinishThatArrivesBeforeTheStartStillEndsTheDossier() {
        assertThat(aReceivedDossier()
                        .handedOver()
                        .when(new RecordProcessingEnded(A.DUE, null, A.rules()))
                        .state()
                        .status())
                .isEqualTo(OfficialStatus.PROCESSED);
    }

    @Test
    void aDossierWithoutADueDateEndsWithoutAVerdict() {
        DossierState state = anImportedDossier(A.RECEIVED, null)
                .when(new RecordProcessingEnded(A.LATER, null, A.rules()))
                .state();

        assertThat(state.status()).isEqualTo(OfficialStatus.PROCESSED);
        assertThat(state.ending().verdict()).isNull();
    }

    @Test
    void anImportedEndBeforeTheReceptionIsKeptAndMarked() {
        anImportedDossier(A.RECEIVED, A.DUE)
                .when(new RecordProcessingEnded(A.FILED, null, A.rules()))
                .recorded(
                        new DossierEvent.ProcessingEnded(A.FILED, Verdict.ON_TIME, null),
                        new DossierEvent.AnomalyRecorded(A.FILED, Anomaly.ENDED_BEFORE_RECEPTION));
    }

    @Test
    void aDossierNobodyKnowsTakesNoFacts() {
        noDossier().when(STARTED).refused(DossierProblem.NO_SUCH_DOSSIER);
        noDossier().when(new RecordProcessingEnded(A.DUE, null, A.rules())).refused(DossierProblem.NO_SUCH_DOSSIER);
        noDossier().when(new RecordItemDelivered(A.DUE, "item-1", 1, 1)).refused(DossierProblem.NO_SUCH_DOSSIER);
        noDossier()
                .when(new DossierCommand.RecordHandOverRefused(A.GIVEN, A.WARD.ref(), "AGENCY_NOT_VALID", "Không nhận"))
                .refused(DossierProblem.NO_SUCH_DOSSIER);
    }

    @Test
    void theOnlyItemDeliveredReturnsTheResult() {
        aResultWithThePost()
                .when(new RecordItemDelivered(A.LATER, "item-1", 1, 1))
                .recorded(
                        new DossierEvent.ResultItemDelivered(A.LATER, "item-1", 1, 1),
                        new DossierEvent.Returned(A.LATER, ReturnWay.POST, null, List.of("item-1")));
    }

    @Test
    void theFirstOfTwoItemsDoesNotReturnItYet() {
        RecordItemDelivered first = new RecordItemDelivered(A.LATER, "item-1", 1, 2);
        GivenDossier half = aResultWithThePost().and(new DossierEvent.ResultItemDelivered(A.LATER, "item-1", 1, 2));

        aResultWithThePost().when(first).recorded(new DossierEvent.ResultItemDelivered(A.LATER, "item-1", 1, 2));
        half.when(first).nothingNew();
        half.when(new RecordItemDelivered(A.LATER, "item-2", 2, 2))
                .recorded(
                        new DossierEvent.ResultItemDelivered(A.LATER, "item-2", 2, 2),
                        new DossierEvent.Returned(A.LATER, ReturnWay.POST, null, List.of("item-1", "item-2")));
    }

    @Test
    void aResultThatCameBackWaitsAtTheCounterAndALaterProofStillReturnsIt() {
        RecordOffThePost back = new RecordOffThePost(A.LATER, "item-1");
        DossierEvent changed = new DossierEvent.ReturnWayChanged(A.LATER, ReturnWay.COUNTER, "item-1");
        aResultWithThePost().when(back).recorded(changed);
        GivenDossier off = aResultWithThePost().and(changed);

        off.when(back).nothingNew();
        off.when(new RecordItemDelivered(A.LATER, "item-1", 1, 1))
                .recorded(
                        new DossierEvent.ResultItemDelivered(A.LATER, "item-1", 1, 1),
                        new DossierEvent.Returned(A.LATER, ReturnWay.POST, null, List.of("item-1")));
        noDossier().when(back).refused(DossierProblem.NO_SUCH_DOSSIER);
    }

    @Test
    void aDeliveryOfAResultThatIsNotWithThePostChangesNothing() {
        RecordItemDelivered delivered = new RecordItemDelivered(A.LATER, "item-1", 1, 1);

        aReceivedDossier().inProcess().processedAt(A.DUE).when(delivered).nothingNew();
        aReceivedDossier()
                .inProcess()
                .processedAt(A.DUE)
                .resultAccepted(A.DUE, ReturnWay.COUNTER)
                .when(delivered)
                .nothingNew();
    }

    private static GivenDossier aResultWithThePost() {
        return aDossierToReturnBy(ReturnWay.POST)
                .received()
                .inProcess()
                .processedAt(A.DUE)
                .resultAccepted(A.DUE, ReturnWay.POST);
    }
}
