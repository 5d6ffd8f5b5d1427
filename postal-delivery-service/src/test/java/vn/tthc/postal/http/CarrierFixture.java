package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Role;
import vn.tthc.postal.carriers.Signatures;
import vn.tthc.postal.http.Api.Answer;

/** What a carrier tells, signed, and what is kept of it. */
abstract class CarrierFixture extends PostalFixture {
    static final String PATH = "/api/v1/carriers/vnpost/events";
    static final Duration PATIENCE = Duration.ofSeconds(20);

    static String event(String id, String number, String code, String at, String more) {
        return "{\"eventId\":\"" + id + "\",\"number\":\"" + number + "\",\"code\":\"" + code + "\",\"occurredAt\":\""
                + at + "\"" + more + "}";
    }

    static String proof(String more) {
        return ",\"proof\":{\"recipientName\":\"" + NAME + "\",\"relation\":\"OWNER\",\"paperShown\":\"CCCD\"" + more
                + "}";
    }

    static String message(String... events) {
        return "{\"events\":[" + String.join(",", events) + "]}";
    }

    Map<String, String> signed(String id, Instant at, String body) {
        long timestamp = at.getEpochSecond();
        return Map.of(
                Signatures.ID,
                id,
                Signatures.TIMESTAMP,
                Long.toString(timestamp),
                Signatures.SIGNATURE,
                signatures().sign(id, timestamp, body.getBytes(StandardCharsets.UTF_8)));
    }

    Answer tell(String id, String body) {
        return nobody().post(PATH, body, signed(id, Instant.now(), body));
    }

    Answer tell(String body) {
        return tell(UUID.randomUUID().toString(), body);
    }

    static List<String> results(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        List<String> results = new ArrayList<>();
        answer.json()
                .path("events")
                .forEach(event -> results.add(event.path("result").asString()));
        return results;
    }

    JsonNode kept(String eventId, String state) {
        Answer answer = as(null, Role.ADMINISTRATOR).get("/internal/carrier-events?limit=500&state=" + state);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .path("events")
                .valueStream()
                .filter(event -> event.path("eventId").asString().equals(eventId))
                .findFirst()
                .orElse(answer.json().path("nothing"));
    }

    /** Everything kept under a carrier's name of an event, the oldest first. */
    List<JsonNode> tellings(String eventId, String state) {
        Answer answer = as(null, Role.ADMINISTRATOR).get("/internal/carrier-events?limit=500&state=" + state);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .path("events")
                .valueStream()
                .filter(event -> event.path("eventId").asString().equals(eventId))
                .toList();
    }

    /** The order of an item, as it stands in a state. */
    JsonNode order(String item, String state) {
        return as(null, Role.ADMINISTRATOR)
                .get("/internal/carrier-orders?limit=500&state=" + state)
                .json()
                .path("orders")
                .valueStream()
                .filter(order -> order.path("itemId").asString().equals(item))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no order of " + item + " is " + state));
    }
}
