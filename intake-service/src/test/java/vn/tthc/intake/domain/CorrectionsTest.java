package vn.tthc.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.intake.domain.GivenDossier.aReceivedDossier;
import static vn.tthc.intake.domain.GivenDossier.anImportedDossier;
import static vn.tthc.intake.domain.GivenDossier.noDossier;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.dossier.DossierEvent.CorrectedFact;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.intake.domain.ClockCommand.Correct;
import vn.tthc.law.Verdict;
import vn.tthc.law.clock.PauseReason;

/** A business time goes back only where nothing else that is known contradicts it. */
class CorrectionsTest {
    private static final Instant POSTED = Instant.parse("2026-03-03T02:00:00Z");
    private static final Instant POSTED_UNTIL = Instant.parse("2026-03-04T02:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-03-10T02:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-20T02:00:00Z");

    private static Correct correct(CorrectedFact fact, Instant to) {
        return new Correct(NOW, fact, to, "Ghi nhầm", "Sổ theo dõi", A.rules());
    }

    private static Correct received(Instant to) {
        return correct(CorrectedFact.RECEIVED_AT, to);
    }

    private static Correct ended(Instant to) {
        return correct(CorrectedFact.ENDED_AT, to);
    }

    private static GivenDossier posted() {
        return aReceivedDossier()
                .inProcess()
                .after(new ClockCommand.StopClock(
                        POSTED, A.WARD.ref(), PauseReason.PUBLIC_POSTING, "Niêm yết", A.rules()));
    }

    private static GivenDossier processed() {
        return posted().after(new ClockCommand.ResumeClock(
                        POSTED_UNTIL, A.WARD.ref(), PauseReason.PUBLIC_POSTING, null, A.rules()))
                .processedAt(ENDED);
    }

    private static void contradicts(GivenDossier dossier, Correct correction, Instant other) {
        assertThat(dossier.when(correction)
                        .refused(DossierProblem.CORRECTION_CONTRADICTS)
                        .values())
                .containsEntry("other", other.toString());
    }

    @Test
    void a_reception_lies_between_the_filing_and_the_first_pause() {
        contradicts(posted(), received(A.FILED.minusMillis(1)), A.FILED);
        contradicts(posted(), received(POSTED.plusMillis(1)), POSTED);
        assertThat(posted().after(received(A.FILED)).state().reception().at()).isEqualTo(A.FILED);
        assertThat(posted().after(received(POSTED)).state().reception().at()).isEqualTo(POSTED);
    }

    @Test
    void a_reception_lies_before_the_end_of_processing() {
        GivenDossier done = aReceivedDossier().inProcess().processedAt(ENDED);
        contradicts(done, received(ENDED.plusMillis(1)), ENDED);
        assertThat(done.after(received(ENDED)).state().reception().at()).isEqualTo(ENDED);
    }

    @Test
    void an_end_lies_after_the_last_pause_and_before_the_one_stop_had_the_result() {
        Instant resultIn = ENDED.plusSeconds(60);
        GivenDossier result = processed().resultAccepted(resultIn, ReturnWay.COUNTER);
        contradicts(result, ended(POSTED_UNTIL.minusMillis(1)), POSTED_UNTIL);
        contradicts(result, ended(resultIn.plusMillis(1)), resultIn);
        assertThat(result.after(ended(POSTED_UNTIL)).state().ending().at()).isEqualTo(POSTED_UNTIL);
        assertThat(result.after(ended(resultIn)).state().ending().at()).isEqualTo(resultIn);
    }

    @Test
    void an_end_without_pauses_lies_after_the_reception_and_not_in_the_future() {
        GivenDossier done = aReceivedDossier().inProcess().processedAt(ENDED);
        contradicts(done, ended(A.RECEIVED.minusMillis(1)), A.RECEIVED);
        contradicts(done, ended(NOW.plusMillis(1)), NOW);
    }

    @Test
    void the_reception_of_what_has_ended_is_judged_anew_by_the_end_that_was() {
        // Due on 12/03 at 09:00; an hour later received is an hour later due.
        GivenDossier late = aReceivedDossier().inProcess().processedAt(A.DUE.plusSeconds(1_800));
        assertThat(late.state().ending().verdict()).isEqualTo(Verdict.LATE);
        assertThat(late.after(received(A.RECEIVED.plusSeconds(3_600)))
                        .state()
                        .ending()
                        .verdict())
                .isEqualTo(Verdict.ON_TIME);
    }

    @Test
    void nobody_corrects_what_is_not_ours_or_not_there() {
        noDossier().when(received(A.RECEIVED)).refused(DossierProblem.NO_SUCH_DOSSIER);
        anImportedDossier(A.RECEIVED, A.DUE).when(received(A.FILED)).refused(DossierProblem.IMPORTED_DOSSIER);
        GivenDossier.aSubmittedDossier().when(received(A.RECEIVED)).refused(DossierProblem.NOTHING_TO_CORRECT);
    }
}
