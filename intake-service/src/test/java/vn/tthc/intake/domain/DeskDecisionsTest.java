package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.intake.domain.GivenDossier.aDossierToReturnBy;
import static vn.tthc.intake.domain.GivenDossier.aReceivedDossier;
import static vn.tthc.intake.domain.GivenDossier.aSubmittedDossier;
import static vn.tthc.intake.domain.GivenDossier.anImportedDossier;
import static vn.tthc.intake.domain.GivenDossier.noDossier;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.Recipient;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.law.OfficialStatus;
import vn.tthc.law.Term;
import vn.tthc.law.TermUnit;

class DeskDecisionsTest {
    private static final Recipient RECIPIENT = new Recipient(new Sealed("person-1", "cipher"), "OWNER", "CCCD");

    private static DossierCommand.Receive reception(Instant at) {
        return new DossierCommand.Receive(
                at,
                "H36.101-20260302-0000001",
                A.WARD.ref(),
                new Term(8, TermUnit.WORKING_DAY),
                A.DUE,
                false,
                "default-2026.2",
                List.of(),
                null);
    }

    private static DossierCommand.AcceptResult acceptance(Instant at, ReturnWay way) {
        return new DossierCommand.AcceptResult(at, new ReturnWish(way, null, null), null);
    }

    @Test
    void receptionGivesTheCodeAndStartsTheClock() {
        aSubmittedDossier().when(reception(A.RECEIVED)).recorded(A.received());
        assertThat(aReceivedDossier().state().status()).isEqualTo(OfficialStatus.RECEIVED);
    }

    @Test
    void whatIsReceivedIsNotReceivedAgain() {
        aReceivedDossier().when(reception(A.GIVEN)).refused(DossierProblem.NOT_WAITING_FOR_RECEPTION);
    }

    @Test
    void whatNobodyFiledIsNotReceived() {
        noDossier().when(reception(A.RECEIVED)).refused(DossierProblem.NO_SUCH_DOSSIER);
    }

    @Test
    void receptionBeforeTheFilingIsRefusedBecauseTimeDoesNotGoBack() {
        Refusal refusal =
                aSubmittedDossier().when(reception(A.FILED.minusMillis(1))).refused(DossierProblem.TIME_GOES_BACK);

        assertThat(refusal.values()).containsEntry("last", A.FILED.toString());
    }

    @Test
    void receptionInTheSameInstantAsTheFilingIsAllowed() {
        assertThat(aSubmittedDossier().when(reception(A.FILED)).state().status())
                .isEqualTo(OfficialStatus.RECEIVED);
    }

    @Test
    void receptionWithoutADueDateIsRefusedUnlessTheProcedureHasNone() {
        DossierCommand.Receive undated = new DossierCommand.Receive(
                A.RECEIVED,
                "H36.101-20260302-0000001",
                A.WARD.ref(),
                null,
                null,
                false,
                "default-2026.2",
                List.of(),
                null);
        aSubmittedDossier().when(undated).refused(DossierProblem.NO_DUE_DATE);

        DossierCommand.Receive without = new DossierCommand.Receive(
                A.RECEIVED,
                "H36.101-20260302-0000001",
                A.WARD.ref(),
                null,
                null,
                true,
                "default-2026.2",
                List.of(),
                null);
        assertThat(aSubmittedDossier().when(without).state().clock().dueAt()).isNull();
    }

    @Test
    void receptionAtAOneStopThatIsGoneIsRefused() {
        AgencyRef gone = A.DISTRICT.ref();
        aSubmittedDossier()
                .when(new DossierCommand.Receive(
                        A.RECEIVED, "c", gone, null, A.DUE, false, "default-2026.2", List.of(), null))
                .refused(DossierProblem.AGENCY_NOT_VALID);
    }

    @Test
    void refusedReceptionIsStatusThreeAndFinal() {
        GivenDossier refused = aSubmittedDossier()
                .and(new DossierEvent.ReceptionRefused(A.RECEIVED, "Không thuộc thẩm quyền", "Điều 17"));

        assertThat(refused.state().status()).isEqualTo(OfficialStatus.NOT_RECEIVED);
        refused.when(reception(A.GIVEN)).refused(DossierProblem.NOT_WAITING_FOR_RECEPTION);
    }

    @Test
    void onlyWhatIsNewlyRegisteredCanBeRefused() {
        DossierCommand refuse = new DossierCommand.RefuseReception(A.GIVEN, "Thiếu", "Điều 17");
        aSubmittedDossier().when(refuse).recorded(new DossierEvent.ReceptionRefused(A.GIVEN, "Thiếu", "Điều 17"));
        aReceivedDossier().when(refuse).refused(DossierProblem.NOT_WAITING_FOR_RECEPTION);
    }

    @Test
    void handOverNeedsReceptionFirst() {
        aSubmittedDossier()
                .when(new DossierCommand.HandOver(A.GIVEN, A.caseFile(A.step("kiem-tra", A.WARD)), null))
                .refused(DossierProblem.NOT_IN_RECEPTION);
    }

    @Test
    void handOverHappensOnceUntilItIsRefused() {
        DossierCommand.HandOver give =
                new DossierCommand.HandOver(A.GIVEN, A.caseFile(A.step("kiem-tra", A.WARD)), null);

        aReceivedDossier().when(give).recorded(A.handedOver());
        aReceivedDossier().handedOver().when(give).refused(DossierProblem.ALREADY_HANDED_OVER);
        aReceivedDossier()
                .handedOver()
                .and(new DossierEvent.HandOverRefused(A.GIVEN, A.WARD.ref(), "AGENCY_NOT_VALID", "…"))
                .when(give)
                .recorded(A.handedOver());
    }

    @Test
    void handOverToADistrictIsRefusedWithItsLastDay() {
        Refusal refusal = aReceivedDossier()
                .when(new DossierCommand.HandOver(A.GIVEN, A.caseFile(A.step("kiem-tra", A.DISTRICT)), A.DISTRICT.id()))
                .refused(DossierProblem.AGENCY_NOT_VALID);

        assertThat(refusal.field()).isEqualTo("toAgency");
        assertThat(refusal.values()).containsEntry("agency", A.DISTRICT.id()).containsEntry("validTo", "2025-06-30");
    }

    @Test
    void handOverIsRefusedForAnAgencyThatIsGoneAtAnyLaterStep() {
        aReceivedDossier()
                .when(new DossierCommand.HandOver(
                        A.GIVEN, A.caseFile(A.step("kiem-tra", A.WARD), A.step("duyet", A.DISTRICT)), null))
                .refused(DossierProblem.AGENCY_NOT_VALID);
    }

    @Test
    void handOverToAnotherLevelThanTheFlowAsksForIsRefused() {
        aReceivedDossier()
                .when(new DossierCommand.HandOver(A.GIVEN, A.caseFile(A.step("kiem-tra", A.PROVINCE)), A.PROVINCE.id()))
                .refused(DossierProblem.WRONG_LEVEL);
    }

    @Test
    void handOverWithoutAFlowIsRefused() {
        aReceivedDossier()
                .when(new DossierCommand.HandOver(A.GIVEN, A.caseFile(), null))
                .refused(DossierProblem.NO_FLOW);
    }

    @Test
    void anImportedDossierIsNotHandedOverFromHere() {
        anImportedDossier(A.RECEIVED, A.DUE)
                .when(new DossierCommand.HandOver(A.GIVEN, A.caseFile(A.step("kiem-tra", A.WARD)), null))
                .refused(DossierProblem.IMPORTED_DOSSIER);
    }

    @Test
    void theResultIsTakenOverOnlyWhenProcessed() {
        aReceivedDossier()
                .inProcess()
                .when(acceptance(A.DUE, ReturnWay.COUNTER))
                .refused(DossierProblem.NOT_PROCESSED);
        assertThat(aReceivedDossier()
                        .inProcess()
                        .processedAt(A.DUE)
                        .when(acceptance(A.DUE, ReturnWay.COUNTER))
                        .state()
                        .resultAcceptedAt())
                .isEqualTo(A.DUE);
    }

    @Test
    void takingOverTheResultLateNeverMovesTheEndOfProcessing() {
        DossierState state = aReceivedDossier()
                .inProcess()
                .processedAt(A.DUE)
                .when(acceptance(A.LATER, ReturnWay.COUNTER))
                .state();

        assertThat(state.ending().at()).isEqualTo(A.DUE);
        assertThat(state.status()).isEqualTo(OfficialStatus.PROCESSED);
    }

    @Test
    void anEndToldMoreFinelyThanAMillisecondDoesNotBlockADecisionInTheSameOne() {
        assertThat(aReceivedDossier()
                        .inProcess()
                        .processedAt(A.DUE.plusNanos(400_000))
                        .when(acceptance(A.DUE, ReturnWay.COUNTER))
                        .state()
                        .resultAcceptedAt())
                .isEqualTo(A.DUE);
    }

    @Test
    void theResultIsTakenOverOnce() {
        aReceivedDossier()
                .inProcess()
                .processedAt(A.DUE)
                .resultAccepted(A.DUE, ReturnWay.COUNTER)
                .when(acceptance(A.LATER, ReturnWay.COUNTER))
                .refused(DossierProblem.RESULT_ALREADY_ACCEPTED);
    }

    @Test
    void theResultIsReturnedOnlyAfterTheOneStopHasIt() {
        GivenDossier processed = aReceivedDossier().inProcess().processedAt(A.DUE);
        DossierCommand give = new DossierCommand.ReturnAtCounter(A.LATER, RECIPIENT);

        aReceivedDossier().when(give).refused(DossierProblem.NOT_PROCESSED);
        processed.when(give).refused(DossierProblem.RESULT_NOT_ACCEPTED);
        processed
                .resultAccepted(A.DUE, ReturnWay.COUNTER)
                .when(give)
                .recorded(new DossierEvent.Returned(A.LATER, ReturnWay.COUNTER, RECIPIENT, List.of()));
    }

    @Test
    void aResultThatTravelsByPostIsNotGivenAtTheCounter() {
        aDossierToReturnBy(ReturnWay.POST)
                .received()
                .inProcess()
                .processedAt(A.DUE)
                .resultAccepted(A.DUE, ReturnWay.POST)
                .when(new DossierCommand.ReturnAtCounter(A.LATER, RECIPIENT))
                .refused(DossierProblem.RETURNED_ANOTHER_WAY);
    }

    @Test
    void whatIsReturnedIsNotReturnedAgain() {
        aReceivedDossier()
                .inProcess()
                .processedAt(A.DUE)
                .resultAccepted(A.DUE, ReturnWay.COUNTER)
                .and(new DossierEvent.Returned(A.DUE, ReturnWay.COUNTER, RECIPIENT, List.of()))
                .when(new DossierCommand.ReturnAtCounter(A.LATER, RECIPIENT))
                .refused(DossierProblem.NOT_PROCESSED);
    }
}
