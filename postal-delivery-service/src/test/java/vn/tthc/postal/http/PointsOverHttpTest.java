package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.dossier.DossierEvent.ResultAccepted;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.postal.http.Api.Answer;
import vn.tthc.postal.items.ItemReader;

/** A postal worker has to do with the items that leave from their point, are there, or go there. */
class PointsOverHttpTest extends PostalFixture {
    private static final String MUI_NE = "22918@2025-07-01";
    private static final String AT = "2026-03-02T02:00:00Z";

    private String dossier = "";

    /** From the ward of the centre of Đà Lạt to Mũi Né. */
    private String sent() {
        dossier = aDossier();
        ResultAccepted usual = accepted(dossier, ReturnWay.POST, vault.newPerson());
        arrives(
                dossier,
                7,
                ACCEPTED,
                new ResultAccepted(
                        usual.occurredAt(),
                        usual.resultNumber(),
                        usual.oneStop(),
                        new ReturnWish(
                                ReturnWay.POST, MUI_NE, usual.returnWish().address()),
                        usual.addressee(),
                        usual.code()));
        return ItemReader.id(dossier, Purpose.RESULT, 1);
    }

    private Api workerAt(String point) {
        return as(point, Role.POSTAL_WORKER);
    }

    private static String scan(String id, String point) {
        return scan(id, "ACCEPTED", AT, "").replace("LDG-0001", point);
    }

    @Test
    void the_points_it_leaves_from_and_goes_to_have_it_and_no_other() {
        String item = sent();
        assertThat(workerAt("LDG-0001").get("/api/v1/items/" + item).status()).isEqualTo(200);
        assertThat(workerAt("LDG-0004").get("/api/v1/items/" + item).status()).isEqualTo(200);
        Api elsewhere = workerAt("LDG-0003");
        assertThat(elsewhere.get("/api/v1/items/" + item).status()).isEqualTo(403);
        assertThat(elsewhere.get("/api/v1/items/" + item + "/proof/photo").status())
                .isEqualTo(403);
        assertThat(elsewhere
                        .decide("/api/v1/items/" + item + "/cancellations", "\"item-1\"", "")
                        .status())
                .isEqualTo(403);
        Answer list = elsewhere.get("/api/v1/items?dossierId=" + dossier);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.json().path("items")).isEmpty();
    }

    @Test
    void a_centre_that_sorts_it_has_it_as_long_as_it_is_there() {
        String item = sent();
        Api centre = workerAt("LDG-0003");
        assertThat(centre.post(scans(item), scan("s1", "LDG-0003")).status()).isEqualTo(201);
        assertThat(centre.get("/api/v1/items/" + item).status()).isEqualTo(200);

        String later =
                scan("s2", "AT_DELIVERY_OFFICE", "2026-03-03T02:00:00Z", "").replace("LDG-0001", "LDG-0004");
        assertThat(workerAt("LDG-0004").post(scans(item), later).status()).isEqualTo(201);
        assertThat(centre.get("/api/v1/items/" + item).status()).isEqualTo(403);
    }

    @Test
    void an_office_it_has_left_still_tells_what_it_scanned_late_or_again() {
        String item = sent();
        Api office = workerAt("LDG-0004");
        String attempt =
                scan("s1", "AT_DELIVERY_OFFICE", "2026-03-03T02:00:00Z", "").replace("LDG-0001", "LDG-0004");
        redirect(item, "23272@2025-07-01");
        assertThat(office.post(scans(item), attempt).status()).isEqualTo(201);
        redirect(item, "22945@2025-07-01");
        String next =
                scan("s2", "AT_DELIVERY_OFFICE", "2026-03-04T02:00:00Z", "").replace("LDG-0001", "LDG-0048");
        assertThat(workerAt("LDG-0048").post(scans(item), next).status()).isEqualTo(201);

        assertThat(office.post(scans(item), attempt).status()).isEqualTo(200);
        String late = scan("s3", "IN_TRANSIT", "2026-03-03T05:00:00Z", "").replace("LDG-0001", "LDG-0004");
        assertThat(office.post(scans(item), late).status()).isEqualTo(201);
        assertThat(office.get("/api/v1/items/" + item).status()).isEqualTo(403);
    }

    @Test
    void a_change_that_takes_an_item_from_an_office_is_answered_there_again_as_the_first_time() {
        String item = sent();
        redirect(item, "23272@2025-07-01");
        Api office = workerAt("LDG-0048");
        String seen = office.get("/api/v1/items/" + item).header("ETag");
        Map<String, String> headers = Map.of("If-Match", seen, "Idempotency-Key", "elsewhere-" + item);
        String elsewhere = "{\"unit\":\"22945@2025-07-01\",\"address\":\"2 Phú Quý\"}";

        Answer first = office.post("/api/v1/items/" + item + "/address-changes", elsewhere, headers);
        Answer again = office.post("/api/v1/items/" + item + "/address-changes", elsewhere, headers);

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(office.get("/api/v1/items/" + item).status()).isEqualTo(403);
    }

    private void redirect(String item, String unit) {
        Answer changed = as(COMMUNE, Role.RECEPTION_OFFICER)
                .decide(
                        "/api/v1/items/" + item + "/address-changes",
                        worker().get("/api/v1/items/" + item).header("ETag"),
                        "{\"unit\":\"%s\",\"address\":\"2 Phú Quý\"}".formatted(unit));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    @Test
    void nobody_scans_at_a_point_that_is_not_theirs_and_without_one_nobody_does_anything() {
        String item = sent();
        assertThat(workerAt("LDG-0004")
                        .post(scans(item), scan("s1", "LDG-0001"))
                        .status())
                .isEqualTo(403);
        Api nowhere = as(null, Role.POSTAL_WORKER);
        assertThat(nowhere.post(scans(item), scan("s1", "LDG-0001")).status()).isEqualTo(403);
        assertThat(nowhere.get("/api/v1/items/" + item).status()).isEqualTo(403);
        assertThat(as(COMMUNE, Role.POSTAL_WORKER).get("/api/v1/items/" + item).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "RR123456785TR, true,",
        "RR473124829GB, true,",
        "EE000000080VN, true,",
        "RL000000005VN, true,",
        "RR123456784TR, false, CHECK_DIGIT",
        "EE000000081VN, false, CHECK_DIGIT",
        "RL000000000VN, false, CHECK_DIGIT",
        "RR47312482GB, false, LENGTH",
        "rr473124829GB, false, SERVICE_INDICATOR",
        "RR47312A829GB, false, SERIAL",
        "RR473124829G1, false, COUNTRY",
    })
    void anybody_is_told_whether_a_text_is_an_identifier_and_why_not(String code, boolean valid, String reason) {
        JsonNode answer = nobody().get("/api/v1/identifiers/" + code).json();

        assertThat(answer.path("code").asString()).isEqualTo(code);
        assertThat(answer.path("valid").asBoolean()).isEqualTo(valid);
        assertThat(answer.path("reason").isNull()).isEqualTo(valid);
        assertThat(answer.path("reason").asString("")).isEqualTo(reason == null ? "" : reason);
    }
}
