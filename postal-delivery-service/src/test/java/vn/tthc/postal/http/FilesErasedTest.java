package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.operation.OperationEvent.ErasureGround;
import vn.tthc.contracts.operation.OperationEvent.PersonErased;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.blob.Blobs;
import vn.tthc.platform.blob.Sweeping;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.postal.http.Api.Answer;
import vn.tthc.postal.items.ItemReader;

/** Pictures of deliveries: kept while somebody is on them, and gone with whoever was erased. */
class FilesErasedTest extends PostalFixture {
    @Autowired
    private Blobs blobs;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private List<Reaction> everyReaction;

    private String sent(String text) throws Exception {
        byte[] picture = ("_PNG____" + text).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 0, picture, 0, 8);
        return worker().upload("/api/v1/blobs", "image/png", picture)
                .json()
                .path("hash")
                .asString();
    }

    private String openedFor(String person) {
        String dossier = aDossier();
        arrives(dossier, 7, ACCEPTED, accepted(dossier, ReturnWay.POST, person));
        return ItemReader.id(dossier, Purpose.RESULT, 1);
    }

    private void deliveredTo(String item, String relation, String signature) {
        Answer taken = worker().post(
                        scans(item),
                        delivered("s1", "2026-03-03T09:00:00+07:00", NAME)
                                .replace("OWNER", relation)
                                .replace("\"oneTimeCode\":\"135790\"", "\"signatureHash\":\"" + signature + "\""));
        assertThat(taken.json().path("delivered").asBoolean())
                .as(taken.toString())
                .isTrue();
        comesBack(StreamId.item(item));
    }

    private void erased(String person) {
        PersonErased event = new PersonErased(Instant.now(), person, ErasureGround.PURPOSE_ENDED, "12/QĐ");
        everyReaction.stream()
                .filter(reaction -> reaction.name().equals("erasures"))
                .forEach(reaction -> reaction.react(new ReceivedEvent(
                        envelope(new StreamId(StreamType.OPERATION, "intake.erasure." + person), 1, Instant.now()),
                        event,
                        0)));
    }

    private int picture(String item) {
        return desk().get("/api/v1/items/" + item + "/proof/signature").status();
    }

    private Api desk() {
        return as(COMMUNE, vn.tthc.contracts.Role.RECEPTION_OFFICER);
    }

    @Test
    void the_picture_of_an_erased_person_is_not_shown_any_more_and_then_removed() throws Exception {
        String person = vault.newPerson();
        String item = openedFor(person);
        String inFamily = openedFor(person);
        String own = sent("own signature");
        String ofFamily = sent("signature of the family");
        String carriers = sent("signature of the worker");
        String tag = worker().get("/api/v1/items/" + item).header("ETag");
        Answer given = desk().decide(
                        "/api/v1/items/" + item + "/hand-overs",
                        tag,
                        "{\"carrier\":{\"signatureHash\":\"" + carriers + "\"}}");
        assertThat(given.status()).as(given.toString()).isEqualTo(200);
        deliveredTo(item, "OWNER", own);
        deliveredTo(inFamily, "FAMILY", ofFamily);
        assertThat(picture(item)).isEqualTo(200);

        erased(person);

        assertThat(picture(item)).isEqualTo(404);
        assertThat(picture(inFamily)).as("somebody else signed").isEqualTo(200);
        Sweeping.at(context, Instant.now().plusSeconds(1));
        assertThat(blobs.find(own)).isEmpty();
        assertThat(blobs.find(ofFamily)).isPresent();
        assertThat(blobs.find(carriers)).isPresent();
    }

    @Test
    void a_picture_no_scan_came_for_goes_and_one_of_a_proof_stays() throws Exception {
        String item = opened();
        String named = sent("named");
        String unnamed = sent("unnamed");
        deliveredTo(item, "OWNER", named);

        Sweeping.at(context, Instant.now().plus(Duration.ofDays(8)));

        assertThat(picture(item)).isEqualTo(200);
        assertThat(blobs.find(unnamed)).isEmpty();
        String other = opened();
        Answer late = worker().post(
                        scans(other),
                        delivered("s1", "2026-03-03T09:00:00+07:00", NAME)
                                .replace("\"oneTimeCode\":\"135790\"", "\"photoHash\":\"" + unnamed + "\""));
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.field()).isEqualTo("proof.photoHash");
    }
}
