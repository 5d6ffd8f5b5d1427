package vn.tthc.intake.submission;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import vn.tthc.intake.dossier.StatusAnswer;
import vn.tthc.intake.duplicate.DuplicateWarning;

/**
 * What the applicant takes home.
 *
 * @param dossierId the dossier
 * @param number look-up number
 * @param secret look-up secret
 * @param statusUrl where its status is shown; the secret stands after {@code #}
 * @param version version of the dossier
 * @param status official status
 * @param procedure the version of the procedure it is pinned to
 * @param submittedAt when it was filed
 * @param warnings what the applicant had better know; it hinders nothing
 */
record SubmissionAnswer(
        String dossierId,
        String number,
        String secret,
        URI statusUrl,
        long version,
        StatusAnswer status,
        String procedure,
        Instant submittedAt,
        List<DuplicateWarning> warnings) {

    @Override
    public String toString() {
        return "SubmissionAnswer[" + dossierId + "]";
    }
}
