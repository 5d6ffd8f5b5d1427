package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.intake.domain.GivenDossier.aSubmittedDossier;
import static vn.tthc.intake.domain.GivenDossier.anImportedDossier;
import static vn.tthc.intake.domain.GivenDossier.noDossier;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.Anomaly;
import vn.tthc.intake.domain.DossierCommand.Import;
import vn.tthc.law.Channel;
import vn.tthc.law.OfficialStatus;

class ImportingTest {
    private static final Instant THEN = Instant.parse("2011-10-11T11:45:40Z");
    private static final Instant DUE_THEN = Instant.parse("2011-12-06T11:41:31Z");

    private static Import brought(String hash, Instant receivedAt, Instant dueAt) {
        return new Import(receivedAt, "coselog", "case-1", hash, A.oldFile(receivedAt, dueAt), A.LOOKUP);
    }

    @Test
    void anOldDossierIsReceivedThenAndKeepsItsCode() {
        DossierState state = noDossier().when(brought("hash-1", THEN, DUE_THEN)).state();

        assertThat(state.status()).isEqualTo(OfficialStatus.RECEIVED);
        assertThat(state.reception().at()).isEqualTo(THEN);
        assertThat(state.reception().code()).isEqualTo("case-1");
        assertThat(state.anomalies()).isEmpty();
    }

    @Test
    void aDueDateBeforeTheReceptionIsKeptAndMarked() {
        DossierState state = noDossier().when(brought("hash-1", DUE_THEN, THEN)).state();

        assertThat(state.clock().dueAt()).isEqualTo(THEN);
        assertThat(state.anomalies()).containsExactly(Anomaly.DEADLINE_BEFORE_RECEPTION);
    }

    @Test
    void theSameContentAgainChangesNothing() {
        anImportedDossier(THEN, DUE_THEN)
                .when(brought("hash-1", THEN, DUE_THEN))
                .nothingNew();
    }

    @Test
    void otherContentUnderTheSameNameIsRefusedWithWhatDiffers() {
        CaseFile other = new CaseFile(
                "case-1",
                "COSELOG.RECEIPT@2010-10",
                "Nhật ký",
                "Log",
                Channel.POST,
                "coselog",
                THEN,
                null,
                A.oldFile(THEN, null).oneStop(),
                List.of());

        assertThat(anImportedDossier(THEN, DUE_THEN)
                        .when(new Import(THEN, "coselog", "case-1", "hash-2", other, A.LOOKUP))
                        .refused(DossierProblem.IMPORT_CONFLICT)
                        .values())
                .containsEntry("differs", "channel, dueAt");
    }

    @Test
    void everythingThatDiffersIsNamed() {
        CaseFile other = new CaseFile(
                "case-2",
                "COSELOG.RECEIPT@2011-10",
                "Nhật ký",
                "Log",
                Channel.ONLINE,
                "coselog",
                THEN.plusSeconds(1),
                DUE_THEN,
                A.DISTRICT.ref(),
                List.of());

        assertThat(anImportedDossier(THEN, DUE_THEN)
                        .when(new Import(THEN, "coselog", "case-1", "hash-2", other, A.LOOKUP))
                        .refused(DossierProblem.IMPORT_CONFLICT)
                        .values())
                .containsEntry("differs", "code, procedure, receivedAt, agency");
    }

    @Test
    void aLiveDossierIsNotOverwrittenByAnImport() {
        aSubmittedDossier().when(brought("hash-1", THEN, DUE_THEN)).refused(DossierProblem.IMPORT_CONFLICT);
    }

    @Test
    void theReceivingAgencyMustHaveExistedThen() {
        Instant now = Instant.parse("2026-03-02T01:00:00Z");
        CaseFile file =
                new CaseFile("c", "p@1", "vi", "en", Channel.COUNTER, "old", now, null, A.DISTRICT.ref(), List.of());

        noDossier().when(new Import(now, "old", "c", "hash", file, A.LOOKUP)).refused(DossierProblem.AGENCY_NOT_VALID);
        Instant before = Instant.parse("2024-03-02T01:00:00Z");
        assertThat(noDossier()
                        .when(new Import(before, "old", "c", "hash", file, A.LOOKUP))
                        .state()
                        .status())
                .isEqualTo(OfficialStatus.RECEIVED);
    }

    @Test
    void theEventCarriesWhatGoesOnToProcessing() {
        CaseFile file = A.oldFile(THEN, DUE_THEN);

        noDossier()
                .when(brought("hash-1", THEN, DUE_THEN))
                .recorded(new DossierEvent.Imported(THEN, "coselog", "case-1", "hash-1", file, A.LOOKUP));
    }
}
