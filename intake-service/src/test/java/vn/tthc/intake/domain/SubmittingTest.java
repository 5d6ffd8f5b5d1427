package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.intake.domain.GivenDossier.aSubmittedDossier;
import static vn.tthc.intake.domain.GivenDossier.noDossier;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.Authority;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.law.Channel;
import vn.tthc.law.Level;
import vn.tthc.law.OfficialStatus;

class SubmittingTest {

    @Test
    void aFiledDossierIsNewlyRegistered() {
        DossierState state = noDossier().when(A.submission()).state();

        assertThat(state.status()).isEqualTo(OfficialStatus.REGISTERED);
        assertThat(state.lastAt()).isEqualTo(A.FILED);
    }

    @Test
    void itIsRecordedWithThePinnedVersionAndTheThreePlaces() {
        noDossier().when(A.submission()).recorded(A.submitted(ReturnWay.COUNTER));
    }

    @Test
    void isRefusedTwiceInOneStream() {
        aSubmittedDossier().when(A.submission()).refused(DossierProblem.ALREADY_SUBMITTED);
    }

    @Test
    void isRefusedForAProcedureThatIsOver() {
        Procedure over = A.procedure(null, LocalDate.of(2025, 6, 30));

        Refusal refusal = noDossier()
                .when(A.submission(over, Channel.COUNTER, A.WARD, A.WARD, ReturnWay.COUNTER))
                .refused(DossierProblem.PROCEDURE_NOT_IN_FORCE);

        assertThat(refusal.field()).isEqualTo("procedure");
        assertThat(refusal.values()).containsEntry("validTo", "2025-06-30").containsEntry("day", "2026-03-02");
    }

    @Test
    void isRefusedForAProcedureThatHasNotBegun() {
        Procedure future = A.procedure(LocalDate.of(2026, 3, 3), null);

        noDossier()
                .when(A.submission(future, Channel.COUNTER, A.WARD, A.WARD, ReturnWay.COUNTER))
                .refused(DossierProblem.PROCEDURE_NOT_IN_FORCE);
    }

    @Test
    void isRefusedByAChannelTheProcedureDoesNotOffer() {
        noDossier()
                .when(A.submission(A.procedure(), Channel.POST, A.WARD, A.WARD, ReturnWay.COUNTER))
                .refused(DossierProblem.CHANNEL_NOT_OFFERED);
    }

    @Test
    void isRefusedForAReturnWayTheProcedureDoesNotOffer() {
        noDossier()
                .when(A.submission(A.procedure(), Channel.COUNTER, A.WARD, A.WARD, ReturnWay.ELECTRONIC))
                .refused(DossierProblem.RETURN_WAY_NOT_OFFERED);
    }

    @Test
    void isRefusedForADistrictBecauseThereIsNoneSinceJuly2025() {
        Refusal refusal = noDossier()
                .when(A.submission(A.procedure(), Channel.COUNTER, A.WARD, A.DISTRICT, ReturnWay.COUNTER))
                .refused(DossierProblem.AGENCY_NOT_VALID);

        assertThat(refusal.field()).isEqualTo("competentAgency");
        assertThat(refusal.values()).containsEntry("agency", "672@origin").containsEntry("validTo", "2025-06-30");
    }

    @Test
    void isRefusedAtADepartmentBecauseOnlyOneStopsReceive() {
        Agency department = A.agency("68-STP@2025-07-01", "002", Level.TINH, "DEPARTMENT", A.REFORM, null);

        noDossier()
                .when(A.submission(A.procedure(), Channel.COUNTER, department, A.WARD, ReturnWay.COUNTER))
                .refused(DossierProblem.NOT_A_ONE_STOP);
    }

    @Test
    void isAcceptedAtTheProvincesOneStopForAWardBecauseReceptionIsNotTerritorial() {
        Agency centre = A.agency("68-TTPVHCC@2025-07-01", "000", Level.TINH, "ONE_STOP", A.REFORM, null);

        DossierState state = noDossier()
                .when(A.submission(A.procedure(), Channel.COUNTER, centre, A.WARD, ReturnWay.COUNTER))
                .state();

        assertThat(state.filing().places().receiving().id()).isEqualTo("68-TTPVHCC@2025-07-01");
        assertThat(state.filing().places().competent().id()).isEqualTo(A.WARD.id());
    }

    @Test
    void isRefusedForACompetentAgencyOfAnotherLevel() {
        noDossier()
                .when(A.submission(A.procedure(), Channel.COUNTER, A.WARD, A.PROVINCE, ReturnWay.COUNTER))
                .refused(DossierProblem.WRONG_LEVEL);
    }

    private static DossierCommand.Submit byAuthority(LocalDate issuedOn, LocalDate validUntil, Party owner) {
        DossierCommand.Submit usual = A.submission();
        return new DossierCommand.Submit(
                usual.at(),
                usual.procedure(),
                usual.channel(),
                usual.receiving(),
                usual.competent(),
                null,
                null,
                null,
                usual.applicant(),
                owner,
                usual.returnWish(),
                usual.lookup(),
                new Authority(new Sealed("person-2", "cipher"), issuedOn, validUntil, null));
    }

    private static Party owner() {
        return new Party("person-2", new Sealed("person-2", "cipher"), null, null, null, null);
    }

    @Test
    void whoFilesForTheOwnerByAnAuthorityShowsOneThatHoldsThatDay() {
        LocalDate day = LocalDate.of(2026, 3, 2);

        assertThat(noDossier()
                        .when(byAuthority(day, day, owner()))
                        .state()
                        .filing()
                        .authority()
                        .validUntil())
                .isEqualTo(day);
        Refusal expired = noDossier()
                .when(byAuthority(day.minusDays(9), day.minusDays(1), owner()))
                .refused(DossierProblem.AUTHORITY_EXPIRED);
        assertThat(expired.values()).containsEntry("validUntil", "2026-03-01").containsEntry("day", "2026-03-02");
        noDossier()
                .when(byAuthority(day.plusDays(1), day.plusDays(9), owner()))
                .refused(DossierProblem.AUTHORITY_NOT_ISSUED_YET);
        noDossier().when(byAuthority(day, day, null)).refused(DossierProblem.AUTHORITY_WITHOUT_OWNER);
    }

    @Test
    void isNotReceivedOnceTheAuthorityItWasFiledByIsOver() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        GivenDossier filed = noDossier().after(byAuthority(day, day, owner()));

        filed.when(Act.RECEIVE.command(A.RECEIVED.plusSeconds(86_400))).refused(DossierProblem.AUTHORITY_EXPIRED);
        assertThat(filed.when(Act.RECEIVE.command(A.RECEIVED)).state().status()).isEqualTo(OfficialStatus.RECEIVED);
    }

    /** What came by post and may not be filed stays without a dossier; one that was filed meanwhile is not refused. */
    @Test
    void whatCameByPostIsRefusedOnlyWhileThereIsNoDossier() {
        var refuse = new DossierCommand.RefusePosted(
                A.FILED, "item-1", A.WARD.ref(), A.party(), "PROCEDURE_NOT_IN_FORCE", "vi", "en");

        noDossier()
                .when(refuse)
                .recorded(new DossierEvent.PostedRefused(
                        A.FILED, "item-1", A.WARD.ref(), A.party(), "PROCEDURE_NOT_IN_FORCE", "vi", "en"));
        aSubmittedDossier().when(refuse).refused(DossierProblem.ALREADY_SUBMITTED);
    }
}
