package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.blob.Blobs;
import vn.tthc.platform.blob.Sweeping;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.store.DocumentStore;

/** Files that were sent: what a dossier or a draft names stays, and what nobody came back to goes. */
class FilesSweptHttpTest extends IntakeServer {
    @Autowired
    @Qualifier("blobNames")
    private Projection names;

    @Autowired
    private Blobs blobs;

    @Autowired
    private DocumentStore documents;

    @Autowired
    private Streams streams;

    @Autowired
    private ApplicationContext context;

    private String sent(String text) {
        Answer sent = to("/api/v1/blobs")
                .as(OFFICER)
                .with("Content-Type", "application/pdf")
                .post("%PDF-1.7 " + text);
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        return sent.text("/hash");
    }

    private static String naming(String hash) {
        return submission().replace("\"returnBy\"", """
                "owner": {"name": "Trần Văn Bình"},
                "authority": {"number": "0012/UQ-2026", "issuedOn": "2026-01-05", "validUntil": "2199-01-01",
                              "blob": "%s"},
                "returnBy\"""".formatted(hash));
    }

    private void told(Answer dossier) {
        documents.write(writer -> {
            streams.history(StreamId.dossier(dossier.text("/dossierId")))
                    .forEach(happened ->
                            names.apply(new ReceivedEvent(happened.envelope(), happened.event(), 0), writer));
            return true;
        });
    }

    private static Instant inEightDays() {
        return Instant.now().plus(Duration.ofDays(8));
    }

    @Test
    void whatADossierNamesStaysAndWhatNobodyNamedGoesAndIsSentAnew() throws Exception {
        String named = sent("named");
        String unnamed = sent("unnamed");
        Answer dossier = submitted(naming(named));
        assertThat(dossier.status()).as(dossier.body()).isEqualTo(201);
        told(dossier);
        Sweeping.at(context, Instant.now());
        assertThat(blobs.find(unnamed)).as("young").isPresent();

        Sweeping.at(context, inEightDays());

        assertThat(to(path(dossier) + "/authority/scan?purpose=RECEPTION")
                        .as(OFFICER)
                        .get()
                        .body())
                .isEqualTo("%PDF-1.7 named");
        Answer late = submitted(naming(unnamed));
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.text("/field")).isEqualTo("authority.blob");
        assertThat(sent("unnamed")).isEqualTo(unnamed);
        assertThat(submitted(naming(unnamed)).status()).isEqualTo(201);
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
