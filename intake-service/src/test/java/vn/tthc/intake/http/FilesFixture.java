package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.blob.Blobs;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.store.DocumentStore;

/** Files, dossiers that name them, and the view of names, which is told without a broker. */
abstract class FilesFixture extends IntakeServer {
    @Autowired
    Streams streams;

    @Autowired
    Blobs blobs;

    @Autowired
    ApplicationContext context;

    @Autowired
    @Qualifier("blobNames")
    private Projection names;

    @Autowired
    private DocumentStore documents;

    /** Sends a file and answers with its hash. */
    String sent(String text) {
        Answer sent = to("/api/v1/blobs")
                .as(OFFICER)
                .with("Content-Type", "application/pdf")
                .post("%PDF-1.7 " + text);
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        return sent.text("/hash");
    }

    /** The same filing, of an owner whose authority is that file. */
    static String naming(String submission, String hash) {
        return submission.replace("\"returnBy\"", """
                "owner": {"name": "Trần Văn Bình"},
                "authority": {"number": "0012/UQ-2026", "issuedOn": "2026-01-05", "validUntil": "2199-01-01",
                              "blob": "%s"},
                "returnBy\"""".formatted(hash));
    }

    /** Tells the view of names what a dossier has recorded. */
    void namesOf(Answer dossier) {
        documents.write(writer -> {
            streams.history(StreamId.dossier(dossier.text("/dossierId")))
                    .forEach(happened ->
                            names.apply(new ReceivedEvent(happened.envelope(), happened.event(), 0), writer));
            return true;
        });
    }
}
