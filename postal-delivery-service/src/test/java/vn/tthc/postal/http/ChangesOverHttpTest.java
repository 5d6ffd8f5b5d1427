package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.postal.http.Api.Answer;
import vn.tthc.postal.items.ItemReader;

class ChangesOverHttpTest extends PostalFixture {
    private static final String ELSEWHERE = "{\"unit\":\"23272@2025-07-01\",\"address\":\"2 Phú Quý\"}";

    private Api desk() {
        return as(COMMUNE, Role.RECEPTION_OFFICER);
    }

    private static String path(String item, String what) {
        return "/api/v1/items/" + item + "/" + what;
    }

    @Test
    void before_dispatch_the_one_stop_calls_it_back_and_needs_to_have_seen_it() {
        String item = opened();

        assertThat(desk().post(path(item, "cancellations"), "").status()).isEqualTo(428);
        assertThat(as("22945@2025-07-01", Role.RECEPTION_OFFICER)
                        .decide(path(item, "cancellations"), "\"item-1\"", "")
                        .status())
                .isEqualTo(403);
        Answer cancelled = desk().decide(path(item, "cancellations"), tag(item), "");
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
        assertThat(get(item).path("status").asString()).isEqualTo("CANCELLED");
        Answer scan = worker().post(scans(item), scan("s1", "ACCEPTED", "2026-03-03T09:00:00+07:00", ""));
        assertThat(scan.json().path("anomaly").asString()).isEqualTo("AFTER_CANCELLATION");
    }

    private Answer handedOver(String item, String body) {
        return desk().decide(path(item, "hand-overs"), tag(item), body);
    }

    @Test
    void the_one_stop_gives_it_to_the_post_by_a_record_both_sign_once() {
        String item = opened();
        assertThat(handedOver(item, "{\"carrier\":{}}").field()).isEqualTo("carrier.signatureHash");
        assertThat(handedOver(item, "{\"carrier\":{\"signatureHash\":\"" + "a".repeat(64) + "\"}}")
                        .status())
                .as("a picture nobody sent")
                .isEqualTo(400);
        assertThat(desk().post(path(item, "hand-overs"), "{\"carrier\":{\"oneTimeCode\":\"135790\"}}")
                        .status())
                .isEqualTo(428);
        assertThat(get(item).path("handedOverAt").isMissingNode()).isTrue();

        Answer given = handedOver(item, "{\"carrier\":{\"oneTimeCode\":\"135790\"}}");

        assertThat(given.status()).as(given.toString()).isEqualTo(200);
        assertThat(get(item).path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(get(item).path("handedOverAt").asString()).isNotEmpty();
        assertThat(handedOver(item, "{\"carrier\":{\"oneTimeCode\":\"135790\"}}")
                        .code())
                .isEqualTo("ALREADY_HANDED_OVER");
        log.read(StreamId.item(item).toString(), 1, 10)
                .forEach(event -> assertThat(new String(event.data(), StandardCharsets.UTF_8))
                        .doesNotContain("135790"));
    }

    @Test
    void a_record_signed_after_the_post_scanned_it_moves_nothing() {
        String item = opened();
        worker().post(scans(item), scan("s1", "IN_TRANSIT", "2026-03-03T09:00:00+07:00", ""));

        assertThat(handedOver(item, "{\"carrier\":{\"oneTimeCode\":\"135790\"}}")
                        .status())
                .isEqualTo(200);

        assertThat(get(item).path("status").asString()).isEqualTo("IN_TRANSIT");
        assertThat(get(item).path("scans")).hasSize(1);
        assertThat(get(item).path("setAside")).isEmpty();
    }

    @Test
    void after_dispatch_calling_back_is_refused_and_redirecting_works() {
        String item = opened();
        worker().post(scans(item), scan("s1", "ACCEPTED", "2026-03-03T09:00:00+07:00", ""));

        Answer refused = desk().decide(path(item, "cancellations"), tag(item), "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("ALREADY_DISPATCHED");

        Answer redirected = desk().decide(path(item, "address-changes"), tag(item), ELSEWHERE);
        assertThat(redirected.status()).as(redirected.toString()).isEqualTo(200);
        JsonNode view = get(item);
        assertThat(view.path("toUnit").asString()).isEqualTo("23272@2025-07-01");
        assertThat(view.path("office").asString()).isEqualTo("LDG-0048");
        assertThat(view.at("/retention/days").asInt()).isEqualTo(30);
        assertThat(view.toString()).doesNotContain("Phú Quý");
        Answer unknown = desk().decide(path(item, "address-changes"), tag(item), ELSEWHERE.replace("23272", "99999"));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.field()).isEqualTo("unit");
    }

    @Test
    void a_split_opens_the_others_with_identifiers_and_addresses_of_their_own() {
        String item = opened();
        String dossier = get(item).path("dossierId").asString();
        desk().decide(path(item, "address-changes"), tag(item), ELSEWHERE);
        Answer split = desk().decide(path(item, "splits"), tag(item), "{\"of\":3}");
        assertThat(split.status()).as(split.toString()).isEqualTo(200);

        comesBack(StreamId.item(item));
        comesBack(StreamId.item(item));

        JsonNode items =
                worker().get("/api/v1/items?dossierId=" + dossier).json().path("items");
        assertThat(items).hasSize(3);
        assertThat(items.valueStream().map(i -> i.path("identifier").asString()))
                .doesNotHaveDuplicates();
        assertThat(items.valueStream().map(i -> i.path("of").asInt())).containsOnly(3);
        StreamId third = StreamId.item(ItemReader.id(dossier, Purpose.RESULT, 3));
        var recorded = log.read(third.toString(), 1, 10);
        assertThat(recorded).hasSize(1);
        PostalEvent.Opened opened =
                (PostalEvent.Opened) streams.first(third.toString()).getFirst();
        String commandId = recorded.getFirst().envelope().commandId();
        assertThat(vault.open(opened.toAddress(), third, commandId, "toAddress"))
                .contains("2 Phú Quý");
        assertThat(vault.open(opened.addressee().name(), third, commandId, "addressee.name"))
                .contains(NAME);
    }

    @Test
    void pictures_of_a_proof_are_sent_before_it_and_given_out_to_those_concerned() throws Exception {
        String item = opened();
        String proof = delivered("s1", "2026-03-03T09:00:00+07:00", NAME);
        String unknown = proof.replace("\"oneTimeCode\":\"135790\"", "\"signatureHash\":\"" + "0".repeat(64) + "\"");
        Answer missing = worker().post(scans(item), unknown);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.field()).isEqualTo("proof.signatureHash");
        Answer bare = worker().post(scans(item), proof.replace(",\"oneTimeCode\":\"135790\"", ""));
        assertThat(bare.code()).isEqualTo("SIGNATURE_REQUIRED");

        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};
        String hash = worker().upload("/api/v1/blobs", "image/png", png)
                .json()
                .path("hash")
                .asString();
        Answer taken = worker().post(scans(item), unknown.replace("0".repeat(64), hash));
        assertThat(taken.json().path("delivered").asBoolean())
                .as(taken.toString())
                .isTrue();

        assertThat(get(item).at("/proof/signatureHash").asString()).isEqualTo(hash);
        assertThat(desk().get(path(item, "proof/signature")).header("Content-Type"))
                .isEqualTo("image/png");
        assertThat(desk().get(path(item, "proof/photo")).status()).isEqualTo(404);
        assertThat(as("22945@2025-07-01", Role.RECEPTION_OFFICER)
                        .get(path(item, "proof/signature"))
                        .status())
                .isEqualTo(403);
        // One for the picture that was given out, and none for those that were not.
        assertThat(readings(item)).containsExactly("recipient.signature");
        assertThat(desk().get(path(item, "label")).status()).isEqualTo(200);
        assertThat(readings(item)).contains("addressee.name", "addressee.address");
    }

    /** Every field of the dossier that is on record as shown. */
    private List<String> readings(String item) throws Exception {
        String dossier = get(item).path("dossierId").asString();
        return as(null, Role.INSPECTOR)
                .get("/internal/personal-data-reads?dossier=" + dossier)
                .json()
                .path("readings")
                .valueStream()
                .flatMap(reading -> reading.path("fields").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private String tag(String item) {
        return worker().get("/api/v1/items/" + item).header("ETag");
    }
}
