package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.testing.Agencies;
import vn.tthc.postal.http.Api.Answer;
import vn.tthc.postal.items.ItemReader;

/** Papers that a citizen surrenders when the result is delivered, and their way back to the one-stop. */
class SurrenderedPapersTest extends PostalFixture {
    @BeforeEach
    void theOneStopIsKnown() {
        published(Agencies.WARD);
    }

    private static String path(String item) {
        return "/api/v1/items/" + item + "/surrendered-papers";
    }

    private String backOf(String item) {
        return ItemReader.id(get(item).path("dossierId").asString(), Purpose.SURRENDERED_PAPERS, 1);
    }

    @Test
    void they_are_listed_signed_and_brought_back_to_the_one_stop_like_every_item() {
        String result = opened();
        worker().post(scans(result), delivered("s1", "2026-03-03T09:00:00+07:00", NAME));

        Answer taken = worker().post(path(result), surrendering());

        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        String back = taken.json().path("itemId").asString();
        assertThat(back).isEqualTo(backOf(result));
        assertThat(taken.header("Location")).isEqualTo("/api/v1/items/" + back);
        JsonNode item = get(back);
        assertThat(item.path("purpose").asString()).isEqualTo("SURRENDERED_PAPERS");
        assertThat(item.path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(item.path("identifier").asString()).matches("RL[0-9]{9}VN");
        assertThat(item.path("dossierCode").asString()).isEqualTo("H36.01-260302-0001");
        assertThat(item.path("fromAgency").asString()).isEqualTo(COMMUNE);
        assertThat(item.path("office").asString()).isEqualTo("LDG-0078");
        assertThat(item.at("/surrendered/papers/0/name").asString()).isEqualTo("Hộ chiếu");
        assertThat(item.at("/surrendered/resultItem").asString()).isEqualTo(result);

        comesBack(StreamId.item(back));
        assertThat(worker().get("/api/v1/postal-points/LDG-0001/work?kind=CARRY&limit=200")
                        .http()
                        .body())
                .contains(back);
        Api office = as("LDG-0078", Role.POSTAL_WORKER);
        Answer there = office.post(
                scans(back),
                scan("b1", "AT_DELIVERY_OFFICE", java.time.Instant.now().toString(), "")
                        .replace("LDG-0001", "LDG-0078"));
        assertThat(there.json().path("result").asString()).as(there.toString()).isEqualTo("applied");
        Answer home = office.post(
                scans(back),
                delivered("b2", java.time.Instant.now().toString(), "Lê Văn Tiếp")
                        .replace("LDG-0001", "LDG-0078"));
        assertThat(home.json().path("delivered").asBoolean())
                .as(home.toString())
                .isTrue();
        assertThat(get(back).path("status").asString()).isEqualTo("DELIVERED");
        assertThat(get(result).path("status").asString()).isEqualTo("DELIVERED");
        assertThat(as(COMMUNE, Role.RECEPTION_OFFICER)
                        .get("/api/v1/items?dossierId="
                                + get(result).path("dossierId").asString())
                        .json()
                        .path("items"))
                .hasSize(2);
    }

    @Test
    void they_are_taken_once_and_the_same_request_again_gets_its_first_answer() {
        String result = opened();
        Map<String, String> key = Map.of("Idempotency-Key", "surrender-" + result);

        Answer first = worker().post(path(result), surrendering(), key);
        Answer again = worker().post(path(result), surrendering(), key);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        Answer other = worker().post(path(result), surrendering());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("ALREADY_SURRENDERED");
        assertThat(log.read("item-" + backOf(result), 1, 10))
                .extracting(event -> event.envelope().type())
                .containsExactly("item.opened", "item.papers-surrendered", "item.scanned");
        log.read("item-" + backOf(result), 1, 10)
                .forEach(event -> assertThat(new String(event.data(), StandardCharsets.UTF_8))
                        .doesNotContain("246810"));
    }

    @Test
    void only_an_item_that_brings_a_result_takes_them() {
        String result = opened();
        Answer taken = worker().post(path(result), surrendering());
        String back = taken.json().path("itemId").asString();
        String other = opened();
        Api desk = as(COMMUNE, Role.RECEPTION_OFFICER);
        desk.decide(
                "/api/v1/items/" + other + "/cancellations",
                desk.get("/api/v1/items/" + other).header("ETag"),
                "");

        assertThat(worker().post(path(back), surrendering()).code()).isEqualTo("ALREADY_SURRENDERED");
        assertThat(worker().post(path(other), surrendering()).code()).isEqualTo("ITEM_CANCELLED");
        Answer inbound = worker().post("/api/v1/inbound-dossiers", taking(COMMUNE, ""));
        assertThat(worker().post(path(inbound.json().path("itemId").asString()), surrendering())
                        .code())
                .isEqualTo("NOT_A_RESULT");
        assertThat(desk.decide(
                                "/api/v1/items/" + back + "/hand-overs",
                                desk.get("/api/v1/items/" + back).header("ETag"),
                                "{\"carrier\":{\"oneTimeCode\":\"135790\"}}")
                        .code())
                .isEqualTo("FROM_A_CITIZEN");
    }

    @Test
    void rubbish_and_strangers_are_refused() {
        String result = opened();
        String good = surrendering();

        assertThat(worker().post(path(result), good.replace("Hộ chiếu", NAME)).field())
                .isEqualTo("papers[0].name");
        assertThat(worker().post(path(result), good.replace("\"oneTimeCode\": \"246810\"", ""))
                        .field())
                .isEqualTo("citizen.signatureHash");
        assertThat(worker().post(path(result), good.replace("NP-0002", "")).field())
                .isEqualTo("seal");
        assertThat(worker().post(path(result), good.replace("LDG-0001", "LDG-0216"))
                        .status())
                .isEqualTo(403);
        assertThat(as("LDG-0216", Role.POSTAL_WORKER)
                        .post(path(result), good.replace("LDG-0001", "LDG-0216"))
                        .status())
                .isEqualTo(403);
        assertThat(as(COMMUNE, Role.RECEPTION_OFFICER).post(path(result), good).status())
                .isEqualTo(403);
        assertThat(worker().get("/api/v1/items/" + backOf(result)).status()).isEqualTo(404);
    }

    @Test
    void their_label_goes_from_the_point_to_the_one_stop_and_names_nobody() {
        String result = opened();
        String back = worker().post(path(result), surrendering())
                .json()
                .path("itemId")
                .asString();

        assertThat(worker().get("/api/v1/items/" + back + "/label").http().body())
                .containsSubsequence("Từ · From", "LDG-0001", "Đến · To", ONE_STOP.name(), "LDG-0078")
                .doesNotContain(NAME);
    }
}
