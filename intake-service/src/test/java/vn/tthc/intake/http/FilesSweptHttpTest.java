package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.platform.blob.Sweeping;

/** Files that were sent: what a dossier or a draft names stays, and what nobody came back to goes. */
class FilesSweptHttpTest extends FilesFixture {
    private static Instant inEightDays() {
        return Instant.now().plus(Duration.ofDays(8));
    }

    @Test
    void whatADossierNamesStaysAndWhatNobodyNamedGoesAndIsSentAnew() throws Exception {
        String named = sent("named");
        String unnamed = sent("unnamed");
        Answer dossier = submitted(naming(submission(), named));
        assertThat(dossier.status()).as(dossier.body()).isEqualTo(201);
        namesOf(dossier);
        Sweeping.at(context, Instant.now());
        assertThat(blobs.find(unnamed)).as("young").isPresent();

        Sweeping.at(context, inEightDays());

        assertThat(to(path(dossier) + "/authority/scan?purpose=RECEPTION")
                        .as(OFFICER)
                        .get()
                        .body())
                .isEqualTo("%PDF-1.7 named");
        Answer late = submitted(naming(submission(), unnamed));
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.text("/field")).isEqualTo("authority.blob");
        assertThat(sent("unnamed")).isEqualTo(unnamed);
        assertThat(submitted(naming(submission(), unnamed)).status()).isEqualTo(201);
    }

    @Test
    void whatADraftNamesStaysUntilTheDraftIsGone() throws Exception {
        String hash = sent("drafted");
        Answer draft = to("/api/v1/drafts")
                .as(CITIZEN)
                .post("{\"form\": " + JsonMapper.shared().writeValueAsString("{\"blob\": \"" + hash) + "}");
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);

        Sweeping.at(context, inEightDays());
        assertThat(blobs.find(hash)).isPresent();

        to("/api/v1/drafts/" + draft.text("/id") + "/deletions").as(CITIZEN).post("{}");
        Sweeping.at(context, inEightDays());
        assertThat(blobs.find(hash)).isEmpty();
    }
}
