package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.postal.http.Api.Answer;
import vn.tthc.postal.items.ItemReader;

class CarriersOverHttpTest extends CarrierFixture {
    @Autowired
    private MeterRegistry meters;

    private long waitingForAPerson() {
        return as(null, Role.ADMINISTRATOR)
                .get("/internal/carrier-events?limit=500&state=PERSON")
                .json()
                .path("events")
                .size();
    }

    @Test
    void the_figure_of_kept_events_is_what_waits_for_a_person() {
        String id = UUID.randomUUID().toString();
        long before = waitingForAPerson();
        results(tell(message("{\"eventId\":\"" + id + "\",\"number\":\"VT-77\",\"code\":\"42\","
                + "\"occurredAt\":\"2026-03-03T16:00:00+07:00\"}")));

        assertThat(waitingForAPerson()).isEqualTo(before + 1);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> meters.get("tthc.carrier.kept").gauge().value() == before + 1);
        Answer settled = as(null, Role.ADMINISTRATOR)
                .post(
                        "/internal/carrier-events/settlements",
                        "{\"carrier\":\"vnpost\",\"eventId\":\"" + id + "\",\"reason\":\"Mã thử\"}");
        assertThat(settled.status()).as(settled.toString()).isEqualTo(200);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> meters.get("tthc.carrier.kept").gauge().value() == before);
    }

    @Test
    void a_carriers_word_is_a_scan_like_any_other_in_whatever_order_and_number() {
        String item = opened();
        String[] events = {
            event(item + "-5", item, "5", "2026-03-04T09:00:00+07:00", proof(",\"oneTimeCode\":\"135790\"")),
            event(
                    item + "-4",
                    item,
                    "4",
                    "2026-03-03T09:00:00+07:00",
                    ",\"reason\":\"VANG_MAT\",\"point\":\"LDG-0004\""),
            event(item + "-1", item, "1", "2026-03-02T15:00:00+07:00", ""),
            event(item + "-7", item, "7", "2026-03-05T09:00:00+07:00", ""),
            event(item + "-6", item, "6", "2026-03-05T10:00:00+07:00", ""),
            event(item + "-1", item, "1", "2026-03-02T15:00:00+07:00", ""),
        };

        assertThat(results(tell(message(events))))
                .containsExactly("recorded", "recorded", "recorded", "set_aside", "noted", "known");
        assertThat(results(tell(message(events))))
                .containsExactly("known", "known", "known", "known", "noted", "known");

        JsonNode view = get(item);
        assertThat(view.path("status").asString()).isEqualTo("DELIVERED");
        assertThat(view.path("scans")).hasSize(3);
        assertThat(view.path("setAside")).hasSize(1);
        JsonNode failed = view.path("scans").get(1);
        assertThat(failed.path("reason").asString()).isEqualTo("NOT_FOUND");
        assertThat(failed.path("carrierCode").asString()).isEqualTo("VNPOST:4/VANG_MAT");
        assertThat(failed.path("device").asString()).isEqualTo("carrier-vnpost");
        assertThat(failed.path("point").asString()).isEqualTo("LDG-0004");
        assertThat(view.path("scans").get(0).path("point").asString()).isEqualTo("VNPOST");
        assertThat(view.toString()).doesNotContain(NAME);
    }

    @Test
    void a_message_told_again_gets_its_first_answer_and_under_its_name_nothing_else_is_taken() {
        String item = opened();
        String body = message(event(item + "-1", item, "1", "2026-03-02T15:00:00+07:00", ""));
        String id = UUID.randomUUID().toString();

        Answer first = tell(id, body);
        Answer again = tell(id, body);
        Answer other = tell(id, body.replace("15:00", "16:00"));

        assertThat(results(first)).containsExactly("recorded");
        assertThat(again.http().body()).isEqualTo(first.http().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).as(other.toString()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("CARRIER_MESSAGE_REUSED");
        assertThat(get(item).path("scans")).hasSize(1);
    }

    @Test
    void who_has_not_the_secret_or_comes_too_late_is_turned_away_and_nothing_is_recorded() {
        String item = opened();
        String body = message(event(item + "-1", item, "1", "2026-03-02T15:00:00+07:00", ""));
        Map<String, String> good = signed("m", Instant.now(), body);

        Answer changed = nobody().post(PATH, body.replace("\"1\"", "\"2\""), good);
        Answer old = nobody().post(PATH, body, signed("m", Instant.now().minusSeconds(301), body));
        Answer early = nobody().post(PATH, body, signed("m", Instant.now().plusSeconds(330), body));
        Answer bare = nobody().post(PATH, body, Map.of());
        Answer elsewhere = nobody().post("/api/v1/carriers/ems/events", body, good);

        for (Answer answer : List.of(changed, old, early)) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("CARRIER_NOT_AUTHENTICATED");
        }
        assertThat(bare.status()).as(bare.toString()).isEqualTo(400);
        assertThat(elsewhere.status()).as(elsewhere.toString()).isEqualTo(404);
        assertThat(get(item).path("scans")).isEmpty();
    }

    @Test
    void what_nobody_understands_is_kept_until_a_person_settles_it() {
        String item = opened();
        String unknown = item + "-x";

        assertThat(results(tell(message(
                        event(unknown, item, "42", "2026-03-02T15:00:00+07:00", ""),
                        event(item + "-h", item, "4", "2026-03-02T15:00:00+07:00", ",\"reason\":\"HEN_LAI\""),
                        event(item + "-n", item, "4", "2026-03-02T15:00:00+07:00", "")))))
                .containsExactly("kept", "kept", "kept");

        assertThat(kept(unknown, "PERSON").path("why").asString()).isEqualTo("UNKNOWN_CODE");
        assertThat(kept(item + "-h", "PERSON").path("why").asString()).isEqualTo("UNKNOWN_REASON");
        String named = "\"carrier\":\"vnpost\",\"eventId\":\"" + unknown + "\"";
        Answer retried = as(null, Role.ADMINISTRATOR).post("/internal/carrier-events/retries", "{" + named + "}");
        assertThat(retried.json().path("scanned").asBoolean())
                .as(retried.toString())
                .isFalse();
        Answer settled = as(null, Role.ADMINISTRATOR)
                .post("/internal/carrier-events/settlements", "{" + named + ",\"reason\":\"thử nghiệm\"}");
        assertThat(settled.status()).as(settled.toString()).isEqualTo(200);
        assertThat(kept(unknown, "PERSON").isMissingNode()).isTrue();
        assertThat(kept(unknown, "SETTLED").at("/settled/reason").asString()).isEqualTo("thử nghiệm");
        Answer twice = as(null, Role.ADMINISTRATOR)
                .post("/internal/carrier-events/settlements", "{" + named + ",\"reason\":\"thử nghiệm\"}");
        assertThat(twice.code()).isEqualTo("CARRIER_EVENT_NOT_KEPT");
        assertThat(get(item).path("scans")).isEmpty();
    }

    @Test
    void an_event_that_comes_before_its_item_waits_for_it() {
        String dossier = aDossier();
        String item = ItemReader.id(dossier, Purpose.RESULT, 1);

        assertThat(results(tell(message(event(item + "-1", item, "1", "2026-03-02T15:00:00+07:00", "")))))
                .containsExactly("kept");
        assertThat(kept(item + "-1", "TIME").path("why").asString()).isEqualTo("UNKNOWN_ITEM");
        arrives(dossier, 7, ACCEPTED, accepted(dossier, ReturnWay.POST, vault.newPerson()));

        Awaitility.await().atMost(PATIENCE).until(() -> get(item).path("scans").size() == 1);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> kept(item + "-1", "TIME").isMissingNode());
    }

    @Test
    void a_delivery_without_proof_delivers_nothing_until_the_proof_is_told() {
        String item = opened();
        String at = "2026-03-03T09:00:00+07:00";
        String bare = event(item + "-5", item, "5", at, "");
        String unsigned = event(item + "-5", item, "5", at, proof(""));
        String picture = event(item + "-5", item, "5", at, proof(",\"signature\":\"bm8gcGljdHVyZQ==\""));
        String png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

        for (String event : List.of(bare, unsigned, picture)) {
            assertThat(results(tell(message(event)))).containsExactly("kept");
            assertThat(get(item).path("status").asString()).isEqualTo("OPENED");
        }
        assertThat(kept(item + "-5", "PERSON").path("why").asString()).isEqualTo("PROOF_MISSING");
        assertThat(results(tell(message(event(item + "-5", item, "5", at, proof(",\"signature\":\"" + png + "\""))))))
                .containsExactly("recorded");
        assertThat(get(item).path("status").asString()).isEqualTo("DELIVERED");
        assertThat(worker().get("/api/v1/items/" + item + "/proof/signature").status())
                .isEqualTo(200);
        assertThat(kept(item + "-5", "PERSON").isMissingNode()).isTrue();
    }

    @Test
    void an_item_is_ordered_once_however_often_it_takes_and_is_known_by_the_carriers_own_number() {
        String item = opened();
        CARRIER.answers(item, 503, 500);
        CARRIER.calls(item, "VT-77/" + item.substring(0, 8));
        comesBack(StreamId.item(item));
        comesBack(StreamId.item(item));

        Awaitility.await().atMost(PATIENCE).until(() -> ordered(item, "PLACED"));
        List<String> orders = CARRIER.orders(item);
        assertThat(orders).hasSize(3).containsOnly(orders.getFirst());
        assertThat(orders.getFirst()).contains(NAME, "0900000001", "1 Trần Phú", "\"revision\":1");
        String number = "VT-77/" + item.substring(0, 8);
        assertThat(results(tell(message(event(item + "-1", number, "1", "2026-03-02T15:00:00+07:00", "")))))
                .containsExactly("recorded");
        Answer readings = as(null, Role.INSPECTOR)
                .get("/internal/personal-data-reads?actor=carrier:vnpost&from=2026-03-01T00:00:00%2B07:00");
        assertThat(readings.http().body())
                .contains(
                        "addressee.phone",
                        "DELIVERY",
                        get(item).path("dossierId").asString());
    }

    @Test
    void the_carrier_learns_of_a_new_address_and_of_an_item_that_stays() {
        String item = opened();
        String stays = opened();
        comesBack(StreamId.item(item));
        comesBack(StreamId.item(stays));
        Awaitility.await().atMost(PATIENCE).until(() -> CARRIER.orders(item).size() == 1);
        Awaitility.await().atMost(PATIENCE).until(() -> CARRIER.orders(stays).size() == 1);

        Answer moved = worker().decide(
                        "/api/v1/items/" + item + "/address-changes",
                        worker().get("/api/v1/items/" + item).header("ETag"),
                        "{\"unit\":\"23272@2025-07-01\",\"address\":\"2 Phú Quý\"}");
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        Answer cancelled = worker().decide(
                        "/api/v1/items/" + stays + "/cancellations",
                        worker().get("/api/v1/items/" + stays).header("ETag"),
                        "");
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
        comesBack(StreamId.item(item));
        comesBack(StreamId.item(stays));

        Awaitility.await().atMost(PATIENCE).until(() -> CARRIER.orders(item).size() == 2);
        assertThat(CARRIER.orders(item).getLast()).contains("2 Phú Quý", "23272@2025-07-01", "\"revision\":2");
        Awaitility.await().atMost(PATIENCE).until(() -> CARRIER.orders(stays).size() == 2);
        assertThat(CARRIER.orders(stays).getLast())
                .contains("\"cancelled\":true")
                .doesNotContain(NAME, "1 Trần Phú");
        Awaitility.await().atMost(PATIENCE).until(() -> ordered(stays, "ENDED"));
    }

    @Test
    void an_order_that_is_refused_waits_for_a_person_who_sends_it_again() {
        String item = orderedInVain();

        Api administrator = as(null, Role.ADMINISTRATOR);
        String body = "{\"itemId\":\"" + item + "\"}";
        assertThat(administrator.post("/internal/carrier-orders/retries", body).status())
                .isEqualTo(200);

        Awaitility.await().atMost(PATIENCE).until(() -> ordered(item, "PLACED"));
        assertThat(administrator.post("/internal/carrier-orders/retries", body).code())
                .isEqualTo("CARRIER_ORDER_NOT_PARKED");
    }

    @Test
    void what_was_lost_on_its_way_is_asked_for() {
        String item = opened();
        CARRIER.tells(
                item,
                Arrays.stream(new String[] {
                            event(item + "-1", item, "1", "2026-03-02T15:00:00+07:00", ""),
                            event(
                                    item + "-5",
                                    item,
                                    "5",
                                    "2026-03-03T15:00:00+07:00",
                                    proof(",\"oneTimeCode\":\"135790\""))
                        })
                        .reduce((one, other) -> one + "," + other)
                        .orElseThrow());
        comesBack(StreamId.item(item));

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> get(item).path("status").asString().equals("DELIVERED"));
        Awaitility.await().atMost(PATIENCE).until(() -> ordered(item, "ENDED"));
    }
}
