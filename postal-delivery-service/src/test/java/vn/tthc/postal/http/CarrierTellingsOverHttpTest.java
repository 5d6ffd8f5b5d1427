package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.person.KeyFile;
import vn.tthc.postal.carriers.Signatures;
import vn.tthc.postal.http.Api.Answer;
import vn.tthc.postal.items.ItemReader;

/** What carriers tell wrongly, twice or of what is not theirs: none of it is lost, and none of it changes a status. */
class CarrierTellingsOverHttpTest extends CarrierFixture {
    private static final String AT = "2026-03-03T09:00:00+07:00";

    private Answer settle(String eventId, int telling) {
        return as(null, Role.ADMINISTRATOR)
                .post(
                        "/internal/carrier-events/settlements",
                        "{\"carrier\":\"vnpost\",\"eventId\":\"" + eventId + "\",\"telling\":" + telling
                                + ",\"reason\":\"thử nghiệm\"}");
    }

    private static List<Integer> numbers(List<JsonNode> tellings) {
        return tellings.stream()
                .map(event -> event.path("telling").asInt())
                .sorted()
                .toList();
    }

    @Test
    void every_content_told_under_one_name_is_kept_until_it_is_a_scan_or_settled() {
        String item = opened();
        String id = item + "-e";
        String late = event(id, item, "4", AT, ",\"reason\":\"HEN_LAI\"");
        String bare = event(id, item, "5", AT, "");
        String other = event(id, item, "5", "2026-03-03T10:00:00+07:00", proof(""));

        for (String told : List.of(late, bare, late, bare, other, other)) {
            assertThat(results(tell(message(told)))).containsExactly("kept");
        }
        assertThat(numbers(tellings(id, "PERSON"))).containsExactly(1, 2, 3);
        assertThat(get(item).path("status").asString()).isEqualTo("OPENED");

        assertThat(results(tell(message(event(id, item, "5", AT, proof(",\"oneTimeCode\":\"135790\""))))))
                .containsExactly("recorded");
        assertThat(get(item).path("status").asString()).isEqualTo("DELIVERED");
        assertThat(numbers(tellings(id, "PERSON")))
                .as("the same without its proof is that scan now, the others say something else")
                .containsExactly(1, 3);
        for (int telling : List.of(1, 3)) {
            assertThat(settle(id, telling).status()).isEqualTo(200);
        }
        assertThat(settle(id, 2).code()).isEqualTo("CARRIER_EVENT_NOT_KEPT");
        assertThat(tellings(id, "PERSON")).isEmpty();
        assertThat(results(tell(message(late)))).containsExactly("known");
    }

    @Test
    void a_proof_told_after_the_same_event_was_settled_without_one_delivers() {
        String item = opened();
        String id = item + "-e";
        assertThat(results(tell(message(event(id, item, "5", AT, ""))))).containsExactly("kept");
        assertThat(settle(id, 1).status()).isEqualTo(200);

        assertThat(results(tell(message(event(id, item, "5", AT, ""))))).containsExactly("known");
        assertThat(results(tell(message(event(id, item, "5", AT, proof(",\"oneTimeCode\":\"135790\""))))))
                .containsExactly("recorded");
        assertThat(get(item).path("status").asString()).isEqualTo("DELIVERED");
    }

    @Test
    void a_proof_told_later_of_an_item_that_is_not_there_yet_delivers_it_once_it_is() {
        String dossier = aDossier();
        String item = ItemReader.id(dossier, Purpose.RESULT, 1);
        String id = item + "-e";
        for (String more : List.of("", proof(",\"oneTimeCode\":\"135790\""))) {
            assertThat(results(tell(message(event(id, item, "5", AT, more))))).containsExactly("kept");
        }
        assertThat(numbers(tellings(id, "TIME"))).containsExactly(1, 2);
        arrives(dossier, 7, ACCEPTED, accepted(dossier, ReturnWay.POST, vault.newPerson()));

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> get(item).path("status").asString().equals("DELIVERED"));
        Awaitility.await("what said less waits for nobody")
                .atMost(PATIENCE)
                .until(() ->
                        tellings(id, "TIME").isEmpty() && tellings(id, "PERSON").isEmpty());
    }

    @Test
    void of_two_proofs_of_one_event_neither_is_lost() {
        String dossier = aDossier();
        String item = ItemReader.id(dossier, Purpose.RESULT, 1);
        String id = item + "-e";
        for (String more : List.of("135790", "246810")) {
            assertThat(results(tell(message(event(id, item, "5", AT, proof(",\"oneTimeCode\":\"" + more + "\""))))))
                    .containsExactly("kept");
        }
        arrives(dossier, 7, ACCEPTED, accepted(dossier, ReturnWay.POST, vault.newPerson()));

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> get(item).path("status").asString().equals("DELIVERED"));
        Awaitility.await("the other waits for a person")
                .atMost(PATIENCE)
                .until(() -> tellings(id, "PERSON").size() == 1
                        && tellings(id, "TIME").isEmpty());
        assertThat(kept(id, "PERSON").path("why").asString()).isEqualTo("CONTRADICTS");
    }

    @Test
    void every_contradiction_of_a_scan_is_kept() {
        String item = opened();
        String id = item + "-e";
        assertThat(results(tell(message(event(id, item, "2", AT, ""))))).containsExactly("recorded");

        for (String at : List.of("2026-03-03T10:00:00+07:00", "2026-03-03T11:00:00+07:00")) {
            assertThat(results(tell(message(event(id, item, "2", at, ""))))).containsExactly("kept");
        }
        assertThat(tellings(id, "PERSON"))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.path("why").asString()).isEqualTo("CONTRADICTS"));
    }

    @Test
    void who_tells_ever_other_contents_under_one_name_is_refused_beyond_a_bound() {
        String item = opened();
        String id = item + "-e";
        for (int minute = 10; minute < 30; minute++) {
            assertThat(results(tell(message(event(id, item, "42", "2026-03-03T09:" + minute + ":00+07:00", "")))))
                    .containsExactly("kept");
        }
        assertThat(results(tell(message(event(id, item, "42", AT, ""))))).containsExactly("refused");
        assertThat(tellings(id, "PERSON")).hasSize(20);
    }

    @Test
    void what_was_told_before_a_redirection_is_known_when_it_is_told_again_after_it() {
        String item = opened();
        String[] events = {
            event(item + "-1", item, "1", "2026-03-02T15:00:00+07:00", ""),
            event(item + "-3", item, "3", "2026-03-03T08:00:00+07:00", ""),
            event(item + "-4", item, "4", "2026-03-03T09:00:00+07:00", ",\"reason\":\"VANG_MAT\"")
        };
        assertThat(results(tell(message(events)))).containsExactly("recorded", "recorded", "recorded");
        String before = get(item).path("scans").toString();
        Answer moved = worker().decide(
                        "/api/v1/items/" + item + "/address-changes",
                        worker().get("/api/v1/items/" + item).header("ETag"),
                        "{\"unit\":\"23272@2025-07-01\",\"address\":\"2 Phú Quý\"}");
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);

        assertThat(results(tell(message(events)))).containsExactly("known", "known", "known");
        assertThat(get(item).path("scans").toString()).isEqualTo(before);
        assertThat(results(tell(message(event(item + "-5", item, "3", "2026-03-04T08:00:00+07:00", "")))))
                .containsExactly("recorded");
        assertThat(get(item).path("scans").get(3).path("point").asString())
                .as("what happens after it happens at the new office")
                .isNotEqualTo(get(item).path("scans").get(1).path("point").asString());
    }

    @Test
    void what_cannot_be_read_is_kept_by_itself_with_its_own_result_and_holds_up_nothing() {
        String item = opened();
        String broken = "{\"eventId\":\"" + item + "-b\",\"number\":\"" + item
                + "\",\"code\":\"5\",\"occurredAt\":\"soon\"," + "\"proof\":{\"recipientName\":\"" + NAME
                + "\",\"relation\":\"NEIGHBOUR\",\"paperShown\":\"CCCD\"}}";
        String nameless = "{\"note\":\"" + NAME + " " + item + "\"}";
        String good = event(item + "-1", item, "1", "2026-03-02T15:00:00+07:00", "");
        String unknownField = event(item + "-u", item, "2", AT, ",\"weight\":3");

        Answer answer = tell(message(broken, "null", nameless, "\"x\"", good, unknownField));

        assertThat(results(answer))
                .containsExactly("unreadable", "unreadable", "unreadable", "unreadable", "recorded", "unreadable");
        assertThat(get(item).path("scans")).hasSize(1);
        assertThat(get(item).path("status").asString()).isEqualTo("ACCEPTED");
        JsonNode kept = kept(item + "-b", "PERSON");
        assertThat(kept.path("why").asString()).isEqualTo("UNREADABLE");
        assertThat(kept.path("wrong").asString()).isNotBlank();
        assertThat(kept(item + "-u", "PERSON").path("wrong").asString()).contains("weight");
        assertThat(results(tell(message(event(item + "-n", item, "2", AT, ",\"" + NAME + "\":3")))))
                .containsExactly("unreadable");
        assertThat(kept(item + "-n", "PERSON").toString())
                .as("a field that nobody knows may be named after somebody")
                .doesNotContain(NAME);
        String named = answer.json().path("events").get(2).path("eventId").asString();
        assertThat(named).startsWith("unreadable-");
        results(tell(message(broken, "null", nameless, "\"x\"", good, unknownField)));
        assertThat(tellings(item + "-b", "PERSON")).hasSize(1);
        assertThat(tellings(named, "PERSON")).hasSize(1);
        for (String id : List.of(item + "-b", named)) {
            assertThat(documents
                            .get("kept_carrier_events", "vnpost|" + id)
                            .orElseThrow()
                            .json())
                    .as("what may be of people is sealed")
                    .doesNotContain(NAME);
            Answer retried = as(null, Role.ADMINISTRATOR)
                    .post("/internal/carrier-events/retries", "{\"carrier\":\"vnpost\",\"eventId\":\"" + id + "\"}");
            assertThat(retried.json().path("scanned").asBoolean(true))
                    .as(retried.toString())
                    .isFalse();
        }
        assertThat(settle(named, 1).status()).isEqualTo(200);
        assertThat(results(tell(message(nameless)))).containsExactly("known");
        assertThat(tellings(named, "PERSON")).isEmpty();
    }

    @Test
    void what_is_told_when_asked_and_cannot_be_read_is_kept_too() {
        String item = opened();
        String bad = "{\"eventId\":\"" + item + "-b\",\"code\":5}";
        CARRIER.tells(item, bad + "," + event(item + "-1", item, "1", "2026-03-02T15:00:00+07:00", ""));
        comesBack(StreamId.item(item));

        Awaitility.await().atMost(PATIENCE).until(() -> get(item).path("scans").size() == 1);
        assertThat(kept(item + "-b", "PERSON").path("why").asString()).isEqualTo("UNREADABLE");
    }

    @Test
    void a_carrier_cannot_speak_of_an_item_that_is_ordered_at_another() {
        String item = opened();
        comesBack(StreamId.item(item));
        Awaitility.await().atMost(PATIENCE).until(() -> ordered(item, "PLACED"));
        String body = message(event(item + "-i", item, "EMI", AT, proof(",\"oneTimeCode\":\"135790\"")));
        long now = Instant.now().getEpochSecond();
        String id = UUID.randomUUID().toString();
        Signatures upu = new Signatures(KeyFile.read("test", OTHER_KEY.toString()));

        Answer answer = nobody().post(
                        "/api/v1/carriers/upu/events",
                        body,
                        Map.of(
                                Signatures.ID, id,
                                Signatures.TIMESTAMP, Long.toString(now),
                                Signatures.SIGNATURE, upu.sign(id, now, body.getBytes(StandardCharsets.UTF_8))));

        assertThat(results(answer)).containsExactly("kept");
        assertThat(kept(item + "-i", "PERSON").path("why").asString()).isEqualTo("OTHER_CARRIER");
        assertThat(get(item).path("status").asString()).isEqualTo("OPENED");
        Answer stolen = nobody().post("/api/v1/carriers/upu/events", body, signed(id + "x", Instant.now(), body));
        assertThat(stolen.code()).isEqualTo("CARRIER_NOT_AUTHENTICATED");
    }

    @Test
    void a_kept_event_that_fails_because_of_us_uses_up_no_try_and_holds_up_no_other() {
        String dossier = aDossier();
        String item = ItemReader.id(dossier, Purpose.RESULT, 1);
        String id = item + "-p";
        String code = proof(",\"oneTimeCode\":\"135790\"");
        assertThat(results(tell(message(event(id, item, "5", AT, code), event(item + "-1", item, "1", AT, "")))))
                .containsExactly("kept", "kept");
        JsonNode poisoned = poison(id, item + "-1");
        int tries = poisoned.path("attempts").asInt();
        arrives(dossier, 7, ACCEPTED, accepted(dossier, ReturnWay.POST, vault.newPerson()));

        Awaitility.await().atMost(PATIENCE).until(() -> get(item).path("scans").size() == 1);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> stored(id).path("failures").asInt() >= 3);
        assertThat(stored(id).path("attempts").asInt()).isEqualTo(tries);
        assertThat(kept(id, "TIME").path("code").asString()).isEqualTo("5");
    }

    private JsonNode stored(String id) {
        return JsonMapper.shared()
                .readTree(documents
                        .get("kept_carrier_events", "vnpost|" + id)
                        .orElseThrow()
                        .json());
    }

    /** Makes what is kept of an event unfit: its proof is another's, which no vault opens. */
    private JsonNode poison(String id, String other) {
        Sealed foreign = vault.seal(vault.newPerson(), StreamId.item(other), "elsewhere", "proof", "{}");
        return documents.write(writer -> {
            var document = writer.get("kept_carrier_events", "vnpost|" + id).orElseThrow();
            ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(document.json());
            json.putPOJO("proof", foreign);
            Map<String, @Nullable Object> indexed = new HashMap<>();
            indexed.put("state", "TIME");
            indexed.put("received", 0L);
            indexed.put("next", 0L);
            indexed.put("event", null);
            writer.put(
                    "kept_carrier_events",
                    document.id(),
                    document.version(),
                    JsonMapper.shared().writeValueAsString(json),
                    indexed);
            return json;
        });
    }
}
