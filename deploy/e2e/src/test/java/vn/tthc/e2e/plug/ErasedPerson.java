package vn.tthc.e2e.plug;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;

/** Somebody who is in a backup and is erased after it was taken: going back to it brings nobody back. */
final class ErasedPerson {
    private static final Duration BOUND = Duration.ofSeconds(90);
    private static final String ERASED = "(đã xóa / erased)";
    private static final int NOT_RECEIVED = 3;
    private static final int ACCEPTED = 202;

    private final String identityNumber;
    private final Desk desk;
    private final Errand errand;

    /**
     * A person with one dossier, which ended at the counter.
     *
     * @param identityNumber twelve digits of nobody
     */
    ErasedPerson(String identityNumber, Desk desk, Errand errand) {
        this.identityNumber = identityNumber;
        this.desk = desk;
        this.errand = errand.fileFor(identityNumber).refuse();
        errand.awaitShown(NOT_RECEIVED);
        assertThat(this.errand.dossierId()).isNotEmpty();
    }

    /** The leader of the ward erases the person, and every service confirms. */
    void erase() throws InterruptedException {
        assertThat(applicant()).isNotEmpty().isNotEqualTo(ERASED);
        Call call = desk.services()
                .intake("/api/v1/erasures", desk.staff().token(desk.staff().at("AGENCY_LEADER", Staff.WARD)))
                .posting(Map.of("identityNumber", identityNumber, "ground", "PURPOSE_ENDED", "decision", "12/QD"));
        if (!(desk.courier().send(call) instanceof Courier.Settled settled)) {
            throw new AssertionError("the erasure was not answered");
        }
        Answer decided = settled.answer();
        assertThat(decided.status()).as(decided.complaint()).isEqualTo(ACCEPTED);
        String person = decided.json().path("person").asString("");
        Awaitility.await("every service has said that it has forgotten")
                .atMost(BOUND)
                .until(() -> desk.look(desk.query("/api/v1/erasures/" + person))
                        .filter(answer -> answer.json().path("complete").asBoolean())
                        .isPresent());
        assertThat(applicant()).isEqualTo(ERASED);
    }

    /** The backup's keys were wrapped by a master key that is still there: only the list of the erased keeps the person away. */
    void staysErased() {
        Awaitility.await("the person is erased again after the restore")
                .atMost(BOUND)
                .untilAsserted(() -> assertThat(applicant()).isEqualTo(ERASED));
    }

    private String applicant() throws InterruptedException {
        Optional<Answer> shown = errand.shown();
        return shown.map(answer -> answer.json().path("applicant").asString("")).orElse("");
    }
}
