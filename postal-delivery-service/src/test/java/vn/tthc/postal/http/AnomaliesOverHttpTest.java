package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.postal.http.Api.Answer;

class AnomaliesOverHttpTest extends CarrierFixture {
    private static final String LIST = "/api/v1/item-anomalies?limit=500";
    private static final String KEPT =
            "{\"scanId\":\"late\",\"ruling\":\"KEPT_AS_IS\",\"ground\":\"Máy quét gửi lại lần cũ\"}";

    @Autowired
    private MeterRegistry meters;

    /** An item that was taken over after it was on its way. */
    private String contradicted() {
        String item = opened();
        worker().post(scans(item), scan("way", "IN_TRANSIT", "2026-03-03T09:00:00+07:00", ""));
        Answer late = worker().post(scans(item), scan("late", "ACCEPTED", "2026-03-03T10:00:00+07:00", ""));
        assertThat(late.json().path("anomaly").asString()).as(late.toString()).isEqualTo("IMPOSSIBLE");
        comesBack(StreamId.item(item));
        return item;
    }

    private static String settlements(String item) {
        return "/api/v1/items/" + item + "/anomaly-settlements";
    }

    private String tag(String item) {
        return worker().get("/api/v1/items/" + item).header("ETag");
    }

    private Answer settle(String item, String body) {
        return worker().decide(settlements(item), tag(item), body);
    }

    private static List<JsonNode> of(Answer answer, String item) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .path("anomalies")
                .valueStream()
                .filter(anomaly -> anomaly.path("itemId").asString().equals(item))
                .toList();
    }

    private double gauge() {
        return meters.get("tthc.post.anomalies").gauge().value();
    }

    @Test
    void a_scan_set_aside_waits_in_the_list_of_its_point_until_a_person_settles_it() {
        String item = contradicted();
        Api inspector = as(null, Role.INSPECTOR);
        double before = gauge();
        List<JsonNode> open = of(worker().get(LIST + "&point=LDG-0001"), item);
        assertThat(open).hasSize(1);
        assertThat(open.getFirst().path("scanId").asString()).isEqualTo("late");
        assertThat(open.getFirst().path("anomaly").asString()).isEqualTo("IMPOSSIBLE");
        assertThat(open.getFirst().path("settled").isMissingNode()).isTrue();
        assertThat(of(inspector.get(LIST + "&point=LDG-0002"), item)).isEmpty();

        Answer settled = settle(item, KEPT);
        comesBack(StreamId.item(item));

        assertThat(settled.status()).as(settled.toString()).isEqualTo(200);
        assertThat(of(worker().get(LIST + "&point=LDG-0001"), item)).isEmpty();
        List<JsonNode> done = of(inspector.get(LIST + "&state=SETTLED"), item);
        assertThat(done).hasSize(1);
        JsonNode ruling = done.getFirst().path("settled");
        assertThat(ruling.path("ruling").asString()).isEqualTo("KEPT_AS_IS");
        assertThat(ruling.path("ground").asString()).isEqualTo("Máy quét gửi lại lần cũ");
        assertThat(ruling.path("by").asString()).isEqualTo("somebody");
        assertThat(ruling.path("at").asString()).isNotEmpty();
        assertThat(gauge()).isEqualTo(before - 1);
    }

    @Test
    void what_a_carrier_told_waits_at_the_delivery_office_of_the_item() {
        String item = opened();
        assertThat(results(tell(message(
                        event(item + "-7", item, "7", "2026-03-05T09:00:00+07:00", ""),
                        event(
                                item + "-5",
                                item,
                                "5",
                                "2026-03-04T09:00:00+07:00",
                                proof(",\"oneTimeCode\":\"135790\""))))))
                .containsExactly("recorded", "recorded");
        comesBack(StreamId.item(item));
        Api office = as("LDG-0078", Role.POSTAL_WORKER);

        List<JsonNode> open = of(office.get(LIST + "&point=LDG-0078"), item);

        assertThat(open).hasSize(1);
        String scan = open.getFirst().path("scanId").asString();
        Answer settled = office.decide(settlements(item), tag(item), KEPT.replace("late", scan));
        assertThat(settled.status()).as(settled.toString()).isEqualTo(200);
    }

    @Test
    void the_item_is_as_it_was_and_shows_the_ruling_beside_the_scan() {
        String item = contradicted();
        JsonNode before = get(item);

        settle(item, KEPT);

        JsonNode after = get(item);
        assertThat(after.path("status")).isEqualTo(before.path("status"));
        assertThat(after.path("scans")).isEqualTo(before.path("scans"));
        assertThat(after.path("setAside")).hasSize(1);
        assertThat(after.at("/setAside/0/settled/ruling").asString()).isEqualTo("KEPT_AS_IS");
    }

    @Test
    void it_is_settled_once_and_the_same_request_again_gets_its_first_answer() {
        String item = contradicted();
        String seen = tag(item);
        Map<String, String> headers = Map.of("If-Match", seen, "Idempotency-Key", "settle-" + item);
        Answer first = worker().post(settlements(item), KEPT, headers);
        Answer again = worker().post(settlements(item), KEPT, headers);

        assertThat(first.status()).as(first.toString()).isEqualTo(200);
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(worker().decide(settlements(item), seen, KEPT).status()).isEqualTo(412);
        Answer other = settle(item, KEPT);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("ANOMALY_SETTLED");
        assertThat(other.field()).isEqualTo("scanId");
    }

    @Test
    void what_is_no_anomaly_or_names_no_scan_that_counts_is_refused() {
        String item = contradicted();

        assertThat(settle(item, KEPT.replace("late", "way")).code()).isEqualTo("ANOMALY_UNKNOWN");
        assertThat(settle(item, KEPT.replace("late", "never-told")).code()).isEqualTo("ANOMALY_UNKNOWN");
        String corrected = KEPT.replace("KEPT_AS_IS", "CORRECTED_BY_SCAN");
        assertThat(settle(item, corrected).code()).isEqualTo("CORRECTION_NOT_APPLIED");
        String by = corrected.replace("\"ground\"", "\"correction\":\"way\",\"ground\"");
        assertThat(settle(item, by.replace("\"way\"", "\"late\"")).field()).isEqualTo("correction");
        assertThat(settle(item, by.replace("CORRECTED_BY_SCAN", "KEPT_AS_IS")).code())
                .isEqualTo("CORRECTION_NOT_NEEDED");
        assertThat(settle(item, KEPT.replace("KEPT_AS_IS", "DELETE")).field()).isEqualTo("ruling");
        assertThat(settle(item, KEPT.replace("Máy quét gửi lại lần cũ", " ")).field())
                .isEqualTo("ground");
        assertThat(worker().post(settlements(item), KEPT).status()).isEqualTo(428);
        assertThat(settle(item, by).status()).isEqualTo(200);
    }

    @Test
    void another_point_and_another_role_settle_nothing_and_see_nothing() {
        String item = contradicted();

        for (Api other : List.of(
                as("LDG-0216", Role.POSTAL_WORKER),
                as(COMMUNE, Role.RECEPTION_OFFICER),
                as(null, Role.INSPECTOR),
                as(null, Role.ADMINISTRATOR))) {
            assertThat(other.decide(settlements(item), tag(item), KEPT).status())
                    .isEqualTo(403);
        }
        assertThat(worker().get(LIST).status()).isEqualTo(403);
        assertThat(worker().get(LIST + "&point=LDG-0002").status()).isEqualTo(403);
        assertThat(worker().get(LIST + "&point=LDG-9999").field()).isEqualTo("point");
        assertThat(as(COMMUNE, Role.RECEPTION_OFFICER).get(LIST).status()).isEqualTo(403);
        assertThat(as(null, Role.INSPECTOR).get(LIST + "&after=nowhere").field())
                .isEqualTo("after");
    }
}
