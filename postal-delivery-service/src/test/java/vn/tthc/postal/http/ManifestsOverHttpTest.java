package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.postal.http.Api.Answer;

class ManifestsOverHttpTest extends PostalFixture {
    private static final String MANIFESTS = "/api/v1/manifests";
    private static final String TO = "LDG-0078";

    private Api receiver() {
        return as(TO, Role.POSTAL_WORKER);
    }

    private String begun() {
        Answer answer = worker().post(MANIFESTS, "{\"from\":\"LDG-0001\",\"to\":\"" + TO + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.json().path("number").asString()).startsWith("BK-LDG-0001-");
        return answer.json().path("manifestId").asString();
    }

    private static String path(String manifest, String what) {
        return MANIFESTS + "/" + manifest + "/" + what;
    }

    private static StreamId stream(String manifest) {
        return new StreamId(StreamType.MANIFEST, manifest);
    }

    private String seen(String manifest) {
        return worker().get(MANIFESTS + "/" + manifest).header("ETag");
    }

    private String identifier(String item) {
        return get(item).path("identifier").asString();
    }

    private static String items(List<String> identifiers) {
        return identifiers.stream()
                .map(each -> "\"" + each + "\"")
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private static List<String> identifiers(JsonNode list) {
        return list.valueStream()
                .map(each -> each.path("identifier").asString())
                .toList();
    }

    private Answer step(Api who, String manifest, String what, String body) {
        return who.decide(path(manifest, what), seen(manifest), body);
    }

    @Test
    void what_left_and_what_came_are_compared_and_each_item_tells_its_way() {
        String a = known();
        String b = known();
        String besides = known();
        String manifest = begun();

        Answer added = worker().post(
                        path(manifest, "items"),
                        items(List.of(identifier(a), identifier(b), "RL000000008VN", "BCCI-77")));
        assertThat(added.json().path("added").asInt()).as(added.toString()).isEqualTo(2);
        assertThat(added.json().path("refused").get(0).path("code").asString()).isEqualTo("CHECK_DIGIT");
        assertThat(added.json().path("refused").get(1).path("code").asString()).isEqualTo("UNKNOWN");
        Answer again = worker().post(path(manifest, "items"), items(List.of(identifier(a))));
        assertThat(again.json().path("added").asInt()).isZero();

        assertThat(step(worker(), manifest, "hand-overs", "{\"carrier\":\"49C-123.45\"}")
                        .code())
                .isEqualTo("MANIFEST_NOT_CLOSED");
        assertThat(step(worker(), manifest, "closures", "").status()).isEqualTo(200);
        assertThat(worker().post(path(manifest, "items"), items(List.of(identifier(besides))))
                        .code())
                .isEqualTo("MANIFEST_CLOSED");
        assertThat(step(receiver(), manifest, "acceptances", items(List.of())).code())
                .isEqualTo("MANIFEST_NOT_HANDED_OVER");
        assertThat(step(worker(), manifest, "hand-overs", "{\"carrier\":\"49C-123.45\"}")
                        .status())
                .isEqualTo(200);
        comesBack(stream(manifest));
        assertThat(get(a).path("status").asString()).isEqualTo("IN_TRANSIT");

        Answer accepted = step(
                receiver(), manifest, "acceptances", items(List.of(identifier(a), identifier(besides), "BCCI-77")));
        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        assertThat(identifiers(accepted.json().path("missing"))).containsExactly(identifier(b));
        assertThat(identifiers(accepted.json().path("unexpected"))).containsExactly(identifier(besides), "BCCI-77");
        comesBack(stream(manifest));
        comesBack(stream(manifest));

        assertThat(get(a).path("status").asString()).isEqualTo("AT_DELIVERY_OFFICE");
        assertThat(get(a).path("scans")).hasSize(2);
        assertThat(get(besides).path("status").asString()).isEqualTo("AT_DELIVERY_OFFICE");
        assertThat(get(b).path("status").asString()).isEqualTo("IN_TRANSIT");
        JsonNode view = worker().get(MANIFESTS + "/" + manifest).json();
        assertThat(view.path("phase").asString()).isEqualTo("ACCEPTED");
        assertThat(view.path("arrived").asInt()).isEqualTo(1);
        JsonNode list = receiver()
                .get(MANIFESTS + "?point=" + TO + "&side=TO&phase=ACCEPTED&limit=200")
                .json();
        assertThat(list.path("manifests")
                        .valueStream()
                        .filter(each -> each.path("manifestId").asString().equals(manifest))
                        .map(each -> each.path("missing").asInt()))
                .containsExactly(1);
    }

    @Test
    void what_is_on_its_way_back_stays_so_on_a_manifest() {
        String item = known();
        assertThat(worker().post(scans(item), scan("back", "RETURNING", "2026-03-20T15:00:00+07:00", ""))
                        .status())
                .isEqualTo(201);
        String manifest = begun();
        worker().post(path(manifest, "items"), items(List.of(identifier(item))));
        step(worker(), manifest, "closures", "");
        assertThat(step(worker(), manifest, "hand-overs", "{\"carrier\":\"49C-123.45\"}")
                        .status())
                .isEqualTo(200);
        comesBack(stream(manifest));
        assertThat(get(item).path("status").asString()).isEqualTo("RETURNING");
        step(receiver(), manifest, "acceptances", items(List.of(identifier(item))));
        comesBack(stream(manifest));
        comesBack(stream(manifest));

        assertThat(get(item).path("scans")).hasSize(3);
        assertThat(get(item).path("status").asString()).isEqualTo("RETURNING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Văn Tư", "anh Tư 0900000001", "TU", "49C", "xe 49C-123.45", "49C-123.45 (Tư)"})
    void a_manifest_is_handed_over_to_a_vehicle_or_route_and_never_to_a_person(String carrier) {
        String manifest = begun();
        worker().post(path(manifest, "items"), items(List.of(identifier(known()))));
        step(worker(), manifest, "closures", "");

        Answer refused = step(worker(), manifest, "hand-overs", "{\"carrier\":\"" + carrier + "\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.field()).isEqualTo("carrier");
        assertThat(refused.toString()).contains("49C-123.45 or a mail route").doesNotContain("Văn Tư", "0900000001");
        for (String plate : List.of("49C-123.45", "51C12345", "49MĐ1-123.45", "LDG-R07")) {
            assertThat(step(worker(), manifest, "hand-overs", "{\"carrier\":\"" + plate + "\"}")
                            .status())
                    .as("once, whatever carries it: %s", plate)
                    .isIn(200, 409);
        }
    }

    private List<String> kinds(String item) {
        return get(item)
                .path("scans")
                .valueStream()
                .map(scan -> scan.path("kind").asString())
                .toList();
    }

    @Test
    void a_way_back_told_after_the_manifest_that_carries_it_is_a_way_back_all_the_same() {
        String item = known();
        String manifest = begun();
        worker().post(path(manifest, "items"), items(List.of(identifier(item))));
        step(worker(), manifest, "closures", "");
        step(worker(), manifest, "hand-overs", "{\"carrier\":\"49C-123.45\"}");
        comesBack(stream(manifest));
        assertThat(get(item).path("status").asString()).isEqualTo("IN_TRANSIT");

        worker().post(scans(item), scan("back", "RETURNING", "2026-03-20T15:00:00+07:00", ""));

        assertThat(kinds(item)).containsExactly("RETURNING", "IN_TRANSIT");
        assertThat(get(item).path("status").asString()).isEqualTo("RETURNING");
    }

    @Test
    void a_manifest_from_before_the_way_back_told_after_it_is_none() {
        String item = known();
        String manifest = begun();
        worker().post(path(manifest, "items"), items(List.of(identifier(item))));
        step(worker(), manifest, "closures", "");
        step(worker(), manifest, "hand-overs", "{\"carrier\":\"49C-123.45\"}");
        String later = Instant.now().plusSeconds(60).toString(); // no more than a device's clock may be wrong
        worker().post(scans(item), scan("back", "RETURNING", later, ""));

        comesBack(stream(manifest));

        assertThat(kinds(item)).containsExactly("IN_TRANSIT", "RETURNING");
        assertThat(get(item).path("status").asString()).isEqualTo("RETURNING");
    }

    @Test
    void only_its_points_touch_a_manifest_each_at_its_end() {
        String manifest = begun();
        Api elsewhere = as("LDG-0004", Role.POSTAL_WORKER);

        assertThat(elsewhere.get(MANIFESTS + "/" + manifest).status()).isEqualTo(403);
        assertThat(receiver().get(MANIFESTS + "/" + manifest).status()).isEqualTo(200);
        assertThat(receiver()
                        .post(path(manifest, "items"), items(List.of("BCCI-77")))
                        .status())
                .isEqualTo(403);
        assertThat(step(worker(), manifest, "acceptances", items(List.of())).status())
                .isEqualTo(403);
        assertThat(elsewhere
                        .post(MANIFESTS, "{\"from\":\"LDG-0001\",\"to\":\"" + TO + "\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void rubbish_is_refused_with_the_name_of_the_field() {
        assertThat(worker().post(MANIFESTS, "{\"from\":\"LDG-0001\",\"to\":\"LDG-9999\"}")
                        .field())
                .isEqualTo("to");
        assertThat(worker().post(MANIFESTS, "{\"from\":\"LDG-0001\",\"to\":\"LDG-0001\"}")
                        .field())
                .isEqualTo("to");
        assertThat(worker().get(MANIFESTS + "?point=LDG-0001&side=FROM&phase=OPEN&after=x")
                        .field())
                .isEqualTo("after");
        assertThat(worker().get(MANIFESTS + "/nonsense").status()).isEqualTo(404);
        String manifest = begun();
        assertThat(worker().post(path(manifest, "items"), "{\"items\":[\"a b\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(step(worker(), manifest, "closures", "").code()).isEqualTo("MANIFEST_EMPTY");
    }

    /** How long it takes is printed and never demanded here; docs/performance.md says what was measured. */
    @Test
    void a_thousand_items_are_accepted_by_one_request_and_all_of_them_show_it() {
        List<String> all = new ArrayList<>();
        List<String> printed = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String item = known();
            all.add(item);
            printed.add(identifier(item));
        }
        String manifest = begun();
        assertThat(worker().post(path(manifest, "items"), items(printed))
                        .json()
                        .path("added")
                        .asInt())
                .isEqualTo(1_000);
        step(worker(), manifest, "closures", "");
        step(worker(), manifest, "hand-overs", "{\"carrier\":\"49C-123.45\"}");
        comesBack(stream(manifest));
        String etag = seen(manifest);

        long start = System.nanoTime();
        Answer accepted = receiver().decide(path(manifest, "acceptances"), etag, items(printed));
        long answered = System.nanoTime();
        comesBack(stream(manifest));
        long shown = System.nanoTime();
        System.out.printf(
                "A manifest of 1,000 items: accepted in %d ms, all its items told in %d ms more%n",
                (answered - start) / 1_000_000, (shown - answered) / 1_000_000);

        assertThat(accepted.json().path("arrived").asInt()).isEqualTo(1_000);
        for (String item : all) {
            assertThat(get(item).path("status").asString()).isEqualTo("AT_DELIVERY_OFFICE");
        }
    }
}
