package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.NewEvent;
import vn.tthc.platform.log.Provenance;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.testing.Agencies;
import vn.tthc.postal.carrierorders.CarrierOrders;
import vn.tthc.postal.carrierorders.Order;
import vn.tthc.postal.http.Api.Answer;

/** Orders whose answers are lost, that a carrier forgets, that are not needed, or that fail because of us. */
class CarrierOrdersOverHttpTest extends CarrierFixture {
    private static final String ORDERS = "kept_carrier_orders";

    @Autowired
    CarrierOrders orders;

    @Autowired
    MeterRegistry meters;

    private void cancelled(String item) {
        Answer cancelled = worker().decide(
                        "/api/v1/items/" + item + "/cancellations",
                        worker().get("/api/v1/items/" + item).header("ETag"),
                        "");
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(200);
    }

    private JsonNode stored(String item) {
        return JsonMapper.shared()
                .readTree(documents.get(ORDERS, item).orElseThrow().json());
    }

    private void store(String item, String text, String state) {
        documents.write(writer -> {
            long version = writer.get(ORDERS, item).map(Document::version).orElse(0L);
            writer.put(ORDERS, item, version, text, Map.of("state", state, "next", 0L));
            return true;
        });
    }

    private boolean unreadable(String item) {
        Answer answer = as(null, Role.ADMINISTRATOR).get("/internal/carrier-orders");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .path("unreadable")
                .valueStream()
                .anyMatch(each -> each.asString().equals(item));
    }

    private double parked() {
        return meters.get("tthc.carrier.parked").gauge().value();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"itemId\": ", "{}", "{\"itemId\":\"x\",\"state\":\"LOST\"}", "7"})
    void an_order_that_cannot_be_read_is_named_and_holds_up_no_other(String text) {
        String broken = opened();
        store(broken, text, "WAITING");
        String other = opened();
        comesBack(StreamId.item(other));

        Awaitility.await().atMost(PATIENCE).until(() -> ordered(other, "PLACED"));
        Awaitility.await().atMost(PATIENCE).until(() -> unreadable(broken));
        Awaitility.await().atMost(PATIENCE).until(() -> parked() >= 1);
        assertThat(documents.get(ORDERS, broken).orElseThrow().json())
                .as("it is kept as it was")
                .isEqualTo(text);
        assertThat(CARRIER.orders(broken)).isEmpty();

        store(broken, waiting(broken, other), "UNREADABLE");

        Awaitility.await().atMost(PATIENCE).until(() -> ordered(broken, "PLACED"));
        assertThat(unreadable(broken)).isFalse();
        assertThat(CARRIER.orders(broken)).hasSize(1);
    }

    /** The order as it should stand, after the pattern of another that was sent. */
    private String waiting(String item, String pattern) {
        ObjectNode order = (ObjectNode) stored(pattern);
        return order.put("itemId", item)
                .put("dossierId", get(item).path("dossierId").asString())
                .put("state", "WAITING")
                .put("reach", "NOWHERE")
                .put("sent", 0)
                .putNull("number")
                .toString();
    }

    @Test
    void a_cancellation_follows_an_order_whose_answer_was_lost() {
        String item = opened();
        CARRIER.answers(item, 503);
        comesBack(StreamId.item(item));
        Awaitility.await().atMost(PATIENCE).until(() -> CARRIER.orders(item).size() == 1);
        cancelled(item);
        comesBack(StreamId.item(item));

        Awaitility.await().atMost(PATIENCE).until(() -> ordered(item, "ENDED"));
        assertThat(CARRIER.orders(item).getLast()).contains("\"cancelled\":true");
    }

    @Test
    void that_an_order_leaves_is_noted_before_it_does() {
        CARRIER.watches(item -> stored(item).path("reach").asString());
        String item = opened();
        CARRIER.answers(item, 503);
        comesBack(StreamId.item(item));
        Awaitility.await().atMost(PATIENCE).until(() -> CARRIER.orders(item).size() == 1);

        assertThat(stored(item).path("reach").asString()).isEqualTo("CARRIER");
        assertThat(CARRIER.reachWhenOrdered(item))
                .as("what stood in the store when the order came")
                .isEqualTo("CARRIER");
    }

    @Test
    void a_cancellation_of_what_the_carrier_never_had_is_done() {
        String item = opened();
        CARRIER.answers(item, 503, 404);
        comesBack(StreamId.item(item));
        Awaitility.await().atMost(PATIENCE).until(() -> CARRIER.orders(item).size() == 1);
        cancelled(item);
        comesBack(StreamId.item(item));

        Awaitility.await().atMost(PATIENCE).until(() -> ordered(item, "ENDED"));
        assertThat(CARRIER.orders(item)).hasSize(2);
    }

    @Test
    void what_somebody_carries_already_or_has_delivered_is_ordered_of_nobody() {
        String delivered = opened();
        String underway = opened();
        Answer done = worker().post(scans(delivered), delivered(delivered + "-d", "2026-03-03T09:00:00+07:00", NAME));
        assertThat(done.status()).as(done.toString()).isEqualTo(201);
        Answer taken =
                worker().post(scans(underway), scan(underway + "-a", "ACCEPTED", "2026-03-03T09:00:00+07:00", ""));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        comesBack(StreamId.item(delivered));
        comesBack(StreamId.item(underway));

        for (String item : List.of(delivered, underway)) {
            Awaitility.await().atMost(PATIENCE).until(() -> ordered(item, "ENDED"));
            assertThat(CARRIER.orders(item)).isEmpty();
        }
    }

    @Test
    void a_dossier_taken_at_a_counter_is_ordered_of_nobody() {
        published(Agencies.WARD);
        Answer taken = worker().post("/api/v1/inbound-dossiers", taking(COMMUNE, ""));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        String item = taken.json().path("itemId").asString();

        comesBack(StreamId.item(item));

        assertThat(orders.find(item)).isEmpty();
    }

    @Test
    void a_carrier_that_takes_an_order_and_does_not_know_it_gets_it_a_few_times_and_then_a_person_does() {
        String item = opened();
        CARRIER.forgets(item);
        comesBack(StreamId.item(item));

        Awaitility.await().atMost(PATIENCE).until(() -> ordered(item, "PARKED"));
        assertThat(CARRIER.orders(item)).as("once, and three times anew").hasSize(4);
        assertThat(order(item, "PARKED").path("why").asString()).contains("unknown 4 times");
        assertThat(as(null, Role.ADMINISTRATOR)
                        .post("/internal/carrier-orders/retries", "{\"itemId\":\"" + item + "\"}")
                        .status())
                .isEqualTo(200);
        Awaitility.await().atMost(PATIENCE).until(() -> CARRIER.orders(item).size() > 4);
    }

    @Test
    void an_order_that_fails_because_of_us_uses_up_no_try_and_holds_up_no_other() {
        String poison = damaged("WAITING");
        String healthy = opened();
        comesBack(StreamId.item(healthy));

        Awaitility.await().atMost(PATIENCE).until(() -> ordered(healthy, "PLACED"));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> stored(poison).path("failures").asInt() > 3);
        assertThat(order(poison, "WAITING").path("attempts").asInt()).isZero();
        assertThat(order(poison, "WAITING").path("why").asString()).startsWith("failed here");
        assertThat(Instant.parse(stored(poison).path("nextAt").asString()))
                .isAfter(Instant.now().minusSeconds(10));
        assertThat(CARRIER.orders(poison)).isEmpty();
    }

    @Test
    void a_question_that_fails_because_of_us_uses_up_no_try_and_holds_up_no_other() {
        String poison = damaged("PLACED");
        String healthy = opened();
        CARRIER.tells(healthy, event(healthy + "-1", healthy, "1", "2026-03-02T15:00:00+07:00", ""));
        comesBack(StreamId.item(healthy));

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> get(healthy).path("scans").size() == 1);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> stored(poison).path("failures").asInt() >= 2);
        assertThat(order(poison, "PLACED").path("attempts").asInt()).isZero();
    }

    /** An order of an item whose stream nobody can read: whatever is done about it fails on our side. */
    private String damaged(String state) {
        String item = UUID.randomUUID().toString();
        log.append(new Commit(
                StreamId.item(item),
                0,
                UUID.randomUUID().toString(),
                null,
                null,
                new Provenance(
                        new Actor("test", Set.of(Role.SYSTEM), null), Origin.LIVE, "correlation", null, null, null),
                List.of(new NewEvent(
                        UUID.randomUUID().toString(),
                        "item.unheard-of",
                        1,
                        ACCEPTED,
                        Audience.INTERNAL,
                        null,
                        "{}".getBytes(StandardCharsets.UTF_8)))));
        Order order = new Order(
                item,
                aDossier(),
                "vnpost",
                1,
                0,
                Order.State.valueOf(state),
                0,
                ACCEPTED,
                null,
                null,
                null,
                null,
                null);
        Map<String, @Nullable Object> indexed = new HashMap<>();
        indexed.put("state", state);
        indexed.put("next", 0L);
        indexed.put("number", null);
        documents.write(writer -> {
            writer.put(ORDERS, item, 0, JsonMapper.shared().writeValueAsString(order), indexed);
            return true;
        });
        return item;
    }
}
