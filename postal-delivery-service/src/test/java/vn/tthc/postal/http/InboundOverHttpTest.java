package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.testing.Agencies;
import vn.tthc.postal.http.Api.Answer;
import vn.tthc.postal.items.ItemReader;

/** A dossier from the citizen's door to the one-stop's desk, and the slip back. */
class InboundOverHttpTest extends PostalFixture {
    private static final String PATH = "/api/v1/inbound-dossiers";

    @BeforeEach
    void theOneStopIsKnown() {
        published(Agencies.WARD);
    }

    private Api desk() {
        return as(COMMUNE, Role.RECEPTION_OFFICER);
    }

    private Answer taken() {
        Answer answer = worker().post(PATH, taking(COMMUNE, ""));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private Answer checked(String item, String body) {
        String tag = desk().get("/api/v1/items/" + item).header("ETag");
        return desk().decide("/api/v1/items/" + item + "/checks", tag, body);
    }

    @Test
    void a_dossier_is_listed_carried_compared_and_handed_over_once() {
        Answer taken = taken();
        String item = taken.json().path("itemId").asString();
        assertThat(taken.json().path("identifier").asString()).matches("RL[0-9]{9}VN");
        JsonNode before = get(item);
        assertThat(before.path("purpose").asString()).isEqualTo("INBOUND_DOSSIER");
        assertThat(before.path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(before.at("/inbound/papers")).hasSize(2);
        assertThat(before.at("/inbound/fee/amountVnd").asLong()).isEqualTo(50_000);
        assertThat(before.at("/inbound/checkedAt").isMissingNode()).isTrue();

        worker().post(scans(item), scan("i1", "IN_TRANSIT", Instant.now().toString(), ""));
        Answer check = checked(item, checking("", ""));

        assertThat(check.status()).as(check.toString()).isEqualTo(200);
        assertThat(check.json().path("differences")).isEmpty();
        JsonNode after = get(item);
        assertThat(after.path("status").asString()).isEqualTo("DELIVERED");
        assertThat(after.at("/proof/paperShown").asString()).isEqualTo("BIEN_BAN_BAN_GIAO");
        assertThat(after.at("/inbound/sealIntact").asBoolean()).isTrue();
        assertThat(after.toString()).doesNotContain(NAME, "Lê Văn Tiếp", "Trần Phú");
        assertThat(checked(item, checking("", "")).code()).isEqualTo("ALREADY_CHECKED");
    }

    @Test
    void what_is_missing_or_more_is_recorded_and_hinders_nothing() {
        String item = taken().json().path("itemId").asString();

        Answer check = checked(
                item,
                checking(
                        "{\"name\":\"Giấy khai sinh\",\"form\":\"COPY\",\"count\":1},"
                                + "{\"name\":\"Giấy khai sinh\",\"form\":\"ORIGINAL\",\"count\":1},"
                                + "{\"name\":\"Đơn đề nghị\",\"form\":\"ORIGINAL\",\"count\":1}",
                        ""));

        assertThat(check.status()).as(check.toString()).isEqualTo(200);
        JsonNode differences = get(item).at("/inbound/differences");
        assertThat(differences
                        .valueStream()
                        .map(each -> each.path("name").asString() + " "
                                + each.path("form").asString() + " "
                                + each.path("listed").asInt() + " "
                                + each.path("found").asInt()))
                .containsExactly("Giấy khai sinh COPY 2 1", "Giấy khai sinh ORIGINAL 0 1");
        assertThat(get(item).path("status").asString()).isEqualTo("DELIVERED");
    }

    @Test
    void the_one_stop_is_told_what_it_takes_to_file_it_and_nobody_else_can_read_it() {
        Answer taken = taken();
        String item = taken.json().path("itemId").asString();
        checked(item, checking("", ""));

        List<RecordedEvent> events = log.read(StreamId.item(item).toString(), 1, 20);
        RecordedEvent told = events.stream()
                .filter(event -> event.envelope().type().equals("item.dossier-checked"))
                .findFirst()
                .orElseThrow();
        var checked = (PostalEvent.DossierChecked) json.read(told.envelope().type(), 1, told.data());
        assertThat(checked.dossierId()).isEqualTo(taken.json().path("dossierId").asString());
        assertThat(vault.open(
                        checked.filing().applicant().name(),
                        StreamId.item(item),
                        told.envelope().commandId(),
                        "filing.applicant.name"))
                .contains(NAME);
        events.forEach(event -> assertThat(new String(event.data(), StandardCharsets.UTF_8))
                .doesNotContain(NAME, "068199000001", "Trần Phú", "Lê Lợi", "Lê Văn Tiếp", "246810"));
    }

    @Test
    void the_receipt_slip_goes_back_when_the_agency_has_received_it_and_not_before() {
        Answer taken = taken();
        String dossier = taken.json().path("dossierId").asString();
        String slip = ItemReader.id(dossier, Purpose.RECEIPT_SLIP, 1);
        checked(taken.json().path("itemId").asString(), checking("", ""));
        assertThat(worker().get("/api/v1/items/" + slip).status()).isEqualTo(404);

        DossierEvent received =
                new DossierEvent.Received(Instant.now(), "H36.01-260302-0009", ONE_STOP, null, null, "default-2026.2");
        arrives(dossier, 2, Instant.now(), received);
        arrives(dossier, 2, Instant.now(), received);

        JsonNode view = get(slip);
        assertThat(view.path("purpose").asString()).isEqualTo("RECEIPT_SLIP");
        assertThat(view.path("dossierCode").asString()).isEqualTo("H36.01-260302-0009");
        assertThat(view.path("toUnit").asString()).isEqualTo(COMMUNE);
        String other = aDossier();
        arrives(other, 2, Instant.now(), received);
        assertThat(worker().get("/api/v1/items/" + ItemReader.id(other, Purpose.RECEIPT_SLIP, 1))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void one_that_could_not_be_filed_says_why_and_its_papers_go_back_to_the_citizen_once() {
        Answer taken = taken();
        String dossier = taken.json().path("dossierId").asString();
        String item = taken.json().path("itemId").asString();
        checked(item, checking("", ""));
        DossierEvent refused = new DossierEvent.PostedRefused(
                Instant.now(),
                item,
                ONE_STOP,
                null,
                "UNKNOWN_PROCEDURE",
                "Không có thủ tục này.",
                "No such procedure.");

        arrives(dossier, 1, Instant.now(), refused);
        arrives(dossier, 1, Instant.now(), refused);

        JsonNode refusal = get(item).at("/inbound/refusal");
        assertThat(refusal.path("code").asString()).isEqualTo("UNKNOWN_PROCEDURE");
        assertThat(refusal.at("/messages/vi").asString()).isEqualTo("Không có thủ tục này.");
        assertThat(log.read(StreamId.item(item).toString(), 1, 50))
                .filteredOn(event -> event.envelope().type().equals("item.filing-refused"))
                .hasSize(1);
        String back = ItemReader.id(dossier, Purpose.REFUSED_PAPERS, 1);
        JsonNode view = get(back);
        assertThat(view.path("purpose").asString()).isEqualTo("REFUSED_PAPERS");
        assertThat(view.path("fromAgency").asString()).isEqualTo(COMMUNE);
        assertThat(view.path("toUnit").asString()).isEqualTo(COMMUNE);
        assertThat(log.read(StreamId.item(back).toString(), 1, 50)).hasSize(1);
        assertThat(worker().get("/api/v1/items/" + back + "/label").http().body())
                .containsSubsequence("Đến · To", NAME);

        Answer kept = desk().decide(
                        "/api/v1/items/" + back + "/cancellations",
                        desk().get("/api/v1/items/" + back).header("ETag"),
                        "{}");
        assertThat(kept.status()).as(kept.toString()).isEqualTo(200);
        assertThat(get(back).path("status").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void its_fee_is_in_the_till_of_its_point_once_and_in_the_next_days_when_that_is_closed() {
        String point = "LDG-0054";
        Api clerk = as(point, Role.POSTAL_WORKER);
        LocalDate today = VietnamTime.date(Instant.now());
        String till = "/api/v1/postal-points/" + point + "/tills/" + today;
        Answer first = clerk.post(PATH, taking(COMMUNE, "").replace("LDG-0001", point));
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        StreamId item = StreamId.item(first.json().path("itemId").asString());

        comesBack(item);
        comesBack(item);

        Answer seen = clerk.get(till);
        assertThat(seen.json().path("fees").asLong()).as(seen.toString()).isEqualTo(50_000);
        assertThat(seen.json().at("/owed/0/agency").asString()).isEqualTo(COMMUNE);

        clerk.decide(till + "/reconciliations", seen.header("ETag"), "{\"counted\":50000}");
        Answer second = clerk.post(PATH, taking(COMMUNE, "").replace("LDG-0001", point));
        comesBack(StreamId.item(second.json().path("itemId").asString()));
        comesBack(item);

        assertThat(clerk.get(till).json().path("fees").asLong()).isEqualTo(50_000);
        assertThat(log.read("till-" + point + "-" + today.plusDays(1), 1, 10)).hasSize(1);
    }

    @Test
    void its_fee_entered_by_hand_as_well_is_refused_on_every_day_and_given_back_from_its_till() {
        String point = "LDG-0055";
        Api clerk = as(point, Role.POSTAL_WORKER);
        LocalDate today = VietnamTime.date(Instant.now());
        String tills = "/api/v1/postal-points/" + point + "/tills/";
        Answer taken = clerk.post(PATH, taking(COMMUNE, "").replace("LDG-0001", point));
        String item = taken.json().path("itemId").asString();
        String byHand = "{\"paymentId\":\"f1\",\"kind\":\"AGENCY_FEE\",\"dong\":50000,\"reference\":\""
                + taken.json().path("identifier").asString() + "\",\"agency\":\"" + COMMUNE + "\"}";
        comesBack(StreamId.item(item));

        assertThat(clerk.post(tills + today + "/payments", byHand).code()).isEqualTo("FEE_WITH_DOSSIER");
        assertThat(clerk.post(tills + today.minusDays(1) + "/payments", byHand).code())
                .isEqualTo("FEE_WITH_DOSSIER");
        assertThat(clerk.post(tills + today + "/payments", byHand.replace("\"f1\"", "\"item-" + item + "\""))
                        .field())
                .isEqualTo("paymentId");
        assertThat(clerk.get(tills + today).json().path("fees").asLong()).isEqualTo(50_000);
        Answer back = clerk.post(
                tills + today + "/fee-refunds",
                "{\"refundId\":\"r1\",\"paymentId\":\"item-" + item + "\",\"dong\":50000,\"document\":\"PT 3\"}");
        assertThat(back.status()).as(back.toString()).isEqualTo(201);
        assertThat(clerk.get(tills + today).json().path("owed")).isEmpty();
    }

    @Test
    void its_fee_entered_by_hand_before_the_till_heard_of_it_is_counted_once() {
        String point = "LDG-0056";
        Api clerk = as(point, Role.POSTAL_WORKER);
        LocalDate today = VietnamTime.date(Instant.now());
        String till = "/api/v1/postal-points/" + point + "/tills/" + today;
        Answer taken = clerk.post(PATH, taking(COMMUNE, "").replace("LDG-0001", point));
        String entry = "{\"paymentId\":\"f1\",\"kind\":\"AGENCY_FEE\",\"dong\":50000,\"reference\":\""
                + taken.json().path("identifier").asString() + "\",\"agency\":\"" + COMMUNE + "\"}";
        Answer byHand = clerk.post(till + "/payments", entry);
        assertThat(byHand.status()).as(byHand.toString()).isEqualTo(201);

        comesBack(StreamId.item(taken.json().path("itemId").asString()));

        assertThat(clerk.get(till).json().path("fees").asLong()).isEqualTo(50_000);
        assertThat(clerk.get(till).json().path("expected").asLong()).isEqualTo(50_000);
        comesBack(StreamId.item(taken.json().path("itemId").asString()));
        assertThat(clerk.post(till + "/payments", entry).status())
                .as("told again it gets its first answer")
                .isEqualTo(200);
    }

    @Test
    void its_label_goes_from_the_citizen_to_the_one_stop() {
        String item = taken().json().path("itemId").asString();

        String label = worker().get("/api/v1/items/" + item + "/label").http().body();

        assertThat(label)
                .containsSubsequence("Từ · From", NAME, "LDG-0001", "Đến · To", Agencies.WARD.name(), "LDG-0078")
                .doesNotContain("Trần Phú");
    }

    @Test
    void one_that_goes_back_is_brought_to_the_point_at_which_the_citizen_gave_it() {
        Answer taken = as("LDG-0216", Role.POSTAL_WORKER)
                .post(PATH, taking(COMMUNE, "").replace("LDG-0001", "LDG-0216"));
        String item = taken.json().path("itemId").asString();
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);

        worker().post(
                        scans(item),
                        scan("b1", "RETURNING", Instant.now().plusSeconds(1).toString(), ""));
        comesBack(StreamId.item(item));

        Answer work = worker().get("/api/v1/postal-points/LDG-0001/work?kind=BRING_BACK&route=LDG-R01&limit=200");
        assertThat(work.json()
                        .path("items")
                        .valueStream()
                        .map(each -> each.path("itemId").asString()))
                .as(work.toString())
                .contains(item);
        assertThat(as("LDG-0216", Role.POSTAL_WORKER)
                        .get("/api/v1/items/" + item)
                        .status())
                .isEqualTo(200);
        assertThat(checked(item, checking("", "")).code()).isEqualTo("ON_ITS_WAY_BACK");
    }

    @Test
    void papers_are_called_by_their_kind_and_nobody_is_named_in_an_event_by_them() {
        String name = "Giấy khai sinh của " + NAME;
        String named = taking(COMMUNE, "").replace("\"Giấy khai sinh\"", "\"" + name + "\"");

        Answer refused = worker().post(PATH, named);
        Answer code = worker().post(
                        PATH,
                        taking(COMMUNE, "")
                                .replace("\"form\": \"COPY\"", "\"component\": \"của Tư\", \"form\": \"COPY\""));
        Answer checked = checked(
                taken().json().path("itemId").asString(),
                checking("{\"name\": \"" + name + "\", \"form\": \"COPY\", \"count\": 1}", ""));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(400);
        assertThat(refused.field()).isEqualTo("papers[1].name");
        assertThat(refused.toString()).contains("/api/v1/paper-kinds").doesNotContain(NAME);
        assertThat(code.field()).isEqualTo("papers[1].component");
        assertThat(checked.field()).as(checked.toString()).isEqualTo("papers[0].name");
        assertThat(nobody().get("/api/v1/paper-kinds")
                        .json()
                        .path("kinds")
                        .valueStream()
                        .map(kind -> kind.path("name").asString()))
                .contains("Đơn đề nghị", "Giấy khai sinh", "Giấy tờ khác")
                .doesNotHaveDuplicates();
    }

    @Test
    void the_same_request_again_takes_no_second_dossier() {
        Map<String, String> key = Map.of("Idempotency-Key", "take-" + aDossier());

        Answer first = worker().post(PATH, taking(COMMUNE, ""), key);
        Answer again = worker().post(PATH, taking(COMMUNE, ""), key);

        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(again.http().body()).isEqualTo(first.http().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void its_id_is_no_other_services_for_the_same_caller_and_key() {
        Answer taken = taken();
        StreamId item = StreamId.item(taken.json().path("itemId").asString());

        String command = log.read(item.toString(), 1, 1).getFirst().envelope().commandId();

        assertThat(taken.json().path("dossierId").asString()).isNotEqualTo(Ids.uuid(command));
    }

    @Test
    void what_is_not_signed_or_names_nothing_is_refused_with_the_field() {
        String good = taking(COMMUNE, "");
        for (String[] wrong : new String[][] {
            {"{\"oneTimeCode\": \"246810\"}", "{}", "citizen.signatureHash"},
            {"\"receivingAgency\": \"" + COMMUNE + "\"", "\"receivingAgency\": \"x@y\"", "receivingAgency"},
            {"\"replyTo\": {\"unit\": \"" + COMMUNE + "\"", "\"replyTo\": {\"unit\": \"x@y\"", "replyTo.unit"},
            {"\"form\": \"COPY\", \"count\": 2", "\"form\": \"COPY\", \"count\": 0", "papers[1].count"},
            {"\"seal\": \"NP-0001\"", "\"seal\": \"\"", "seal"},
        }) {
            assertThat(good).contains(wrong[0]);
            Answer answer = worker().post(PATH, good.replace(wrong[0], wrong[1]));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.field()).as(answer.toString()).isEqualTo(wrong[2]);
        }
        String result = opened();
        assertThat(checked(result, checking("", "")).code()).isEqualTo("NOT_INBOUND");
    }
}
