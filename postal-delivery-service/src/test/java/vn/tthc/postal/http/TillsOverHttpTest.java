package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Role;
import vn.tthc.postal.http.Api.Answer;
import vn.tthc.postal.reference.PostalPoints;

/** Days and points that no other test takes money at. */
class TillsOverHttpTest extends PostalFixture {
    private static final String POINT = "LDG-0050";

    @Autowired
    private PostalPoints points;

    private Api clerk() {
        return as(POINT, Role.POSTAL_WORKER);
    }

    private static String till(String day) {
        return "/api/v1/postal-points/" + POINT + "/tills/" + day;
    }

    private static String postage(String id, long dong, String more) {
        return "{\"paymentId\":\"" + id + "\",\"kind\":\"POSTAGE\",\"dong\":" + dong
                + ",\"reference\":\"RL473124829VN\",\"scope\":\"WITHIN_PROVINCE\",\"grams\":80" + more + "}";
    }

    private static String fee(String id, long dong) {
        return "{\"paymentId\":\"" + id + "\",\"kind\":\"AGENCY_FEE\",\"dong\":" + dong
                + ",\"reference\":\"H36.01-260302-0001\",\"agency\":\"" + COMMUNE + "\"}";
    }

    private static String transfer(String id, long dong) {
        return "{\"transferId\":\"" + id + "\",\"agency\":\"" + COMMUNE + "\",\"dong\":" + dong
                + ",\"document\":\"BB 12\"}";
    }

    private Answer pay(String day, String body) {
        return clerk().post(till(day) + "/payments", body);
    }

    @Test
    void a_day_is_taken_passed_on_counted_and_every_difference_listed() {
        String day = "2026-04-01";
        Answer first = pay(day, postage("p1", 30_000, ""));
        assertThat(first.status()).as(first.toString()).isEqualTo(201);
        assertThat(first.json().path("due").asLong()).isEqualTo(30_000);
        Answer again = pay(day, postage("p1", 30_000, ""));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.http().body()).isEqualTo(first.http().body());
        assertThat(pay(day, postage("p1", 25_000, "")).code()).isEqualTo("PAYMENT_CONFLICT");
        assertThat(pay(day, postage("p2", 25_000, "")).status()).isEqualTo(201);
        assertThat(pay(day, postage("p3", 0, ",\"free\":\"HEROIC_MOTHER\""))
                        .json()
                        .path("due")
                        .asLong(-1))
                .isZero();
        pay(day, fee("f1", 50_000));
        assertThat(clerk().post(till(day) + "/fee-transfers", transfer("t1", 60_000))
                        .code())
                .isEqualTo("MORE_THAN_COLLECTED");
        assertThat(clerk().post(till(day) + "/fee-transfers", transfer("t1", 20_000))
                        .status())
                .isEqualTo(201);

        Answer seen = clerk().get(till(day));
        assertThat(seen.json().path("expected").asLong()).isEqualTo(85_000);
        assertThat(seen.json().at("/owed/0/dong").asLong()).isEqualTo(30_000);
        Answer closed = clerk().decide(till(day) + "/reconciliations", seen.header("ETag"), "{\"counted\":84000}");
        assertThat(closed.status()).as(closed.toString()).isEqualTo(200);
        assertThat(closed.json()
                        .path("differences")
                        .valueStream()
                        .map(each -> each.path("kind").asString() + " "
                                + each.path("dong").asLong()))
                .containsExactly("CASH -1000", "FEES_NOT_PASSED_ON 30000", "POSTAGE_NOT_AS_TARIFF -5000");
        assertThat(pay(day, postage("p9", 1, "")).code()).isEqualTo("TILL_RECONCILED");

        JsonNode all = as(null, Role.INSPECTOR).get("/api/v1/tills?day=" + day).json();
        assertThat(all.path("tills")).hasSize(1);
        assertThat(all.at("/tills/0/point").asString()).isEqualTo(POINT);
        assertThat(all.at("/tills/0/differences")).hasSize(3);
    }

    @Test
    void fees_go_to_their_agency_after_the_day_was_closed_and_the_closing_stays_as_it_was() {
        String day = "2026-04-06";
        pay(day, fee("f1", 50_000));
        String tag = clerk().get(till(day)).header("ETag");
        clerk().decide(till(day) + "/reconciliations", tag, "{\"counted\":50000}");

        Answer passed = clerk().post(till(day) + "/fee-transfers", transfer("t1", 50_000));

        assertThat(passed.status()).as(passed.toString()).isEqualTo(201);
        JsonNode seen = clerk().get(till(day)).json();
        assertThat(seen.path("owed")).isEmpty();
        assertThat(seen.path("passedOn").asLong()).isEqualTo(50_000);
        assertThat(seen.path("expected").asLong()).isEqualTo(50_000);
        assertThat(seen.path("counted").asLong()).isEqualTo(50_000);
        assertThat(seen.at("/differences/0/kind").asString()).isEqualTo("FEES_NOT_PASSED_ON");
    }

    private static String refund(String id, String payment, long dong) {
        return "{\"refundId\":\"" + id + "\",\"paymentId\":\"" + payment + "\",\"dong\":" + dong
                + ",\"document\":\"PT 3\"}";
    }

    @Test
    void a_fee_given_back_leaves_the_till_and_is_owed_no_more() {
        String day = "2026-04-08";
        pay(day, fee("f1", 50_000));
        String path = till(day) + "/fee-refunds";
        Answer given = clerk().post(path, refund("r1", "f1", 20_000));
        Answer again = clerk().post(path, refund("r1", "f1", 20_000));

        assertThat(given.status()).as(given.toString()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.http().body()).isEqualTo(given.http().body());
        assertThat(clerk().post(path, refund("r1", "f1", 10_000)).code()).isEqualTo("PAYMENT_CONFLICT");
        assertThat(clerk().post(path, refund("r2", "f1", 30_001)).code()).isEqualTo("MORE_THAN_TAKEN");
        assertThat(clerk().post(path, refund("r2", "f9", 1)).field()).isEqualTo("paymentId");
        assertThat(clerk().post(path, refund("r2", "f1", 0)).field()).isEqualTo("dong");
        assertThat(worker().post(path, refund("r2", "f1", 1)).status()).isEqualTo(403);
        Answer seen = clerk().get(till(day));
        assertThat(seen.json().path("givenBack").asLong()).isEqualTo(20_000);
        assertThat(seen.json().path("expected").asLong()).isEqualTo(30_000);
        assertThat(seen.json().at("/owed/0/dong").asLong()).isEqualTo(30_000);

        clerk().decide(till(day) + "/reconciliations", seen.header("ETag"), "{\"counted\":30000}");
        assertThat(clerk().post(path, refund("r3", "f1", 30_000)).status())
                .as("also after the day was closed")
                .isEqualTo(201);
        JsonNode after = clerk().get(till(day)).json();
        assertThat(after.path("owed")).isEmpty();
        assertThat(after.path("expected").asLong()).isEqualTo(30_000);
        assertThat(after.path("givenBack").asLong()).isEqualTo(50_000);
    }

    @Test
    void the_points_of_a_day_come_by_pages() {
        String day = "2026-04-07";
        for (String point : List.of("LDG-0053", "LDG-0051", "LDG-0052")) {
            Answer paid = as(point, Role.POSTAL_WORKER)
                    .post("/api/v1/postal-points/" + point + "/tills/" + day + "/payments", fee("f", 1));
            assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        }
        Api inspector = as(null, Role.INSPECTOR);

        JsonNode first = inspector.get("/api/v1/tills?limit=2&day=" + day).json();
        JsonNode second = inspector
                .get("/api/v1/tills?limit=2&day=" + day + "&after="
                        + first.path("next").asString())
                .json();

        assertThat(first.path("tills")
                        .valueStream()
                        .map(till -> till.path("point").asString()))
                .containsExactly("LDG-0051", "LDG-0052");
        assertThat(second.path("tills")
                        .valueStream()
                        .map(till -> till.path("point").asString()))
                .containsExactly("LDG-0053");
        assertThat(second.path("next").asString("")).isEmpty();
        assertThat(inspector.get("/api/v1/tills?limit=201&day=" + day).field()).isEqualTo("limit");
    }

    @Test
    void an_inspector_sees_the_money_of_the_points_below_and_of_no_other() {
        String day = "2026-04-08";
        for (String point : List.of("LDG-0054", "LDG-0055")) {
            assertThat(as(point, Role.POSTAL_WORKER)
                            .post("/api/v1/postal-points/" + point + "/tills/" + day + "/payments", fee("f", 1))
                            .status())
                    .isEqualTo(201);
        }
        String unit = points.find("LDG-0054").orElseThrow().unit();
        Api there = as(unit, Role.INSPECTOR);
        Api elsewhere = as("99099@2025-07-01", Role.INSPECTOR);

        assertThat(there.get("/api/v1/tills?day=" + day)
                        .json()
                        .path("tills")
                        .valueStream()
                        .map(till -> till.path("point").asString()))
                .containsExactly("LDG-0054");
        assertThat(elsewhere.get("/api/v1/tills?day=" + day).json().path("tills"))
                .isEmpty();
        assertThat(there.get("/api/v1/postal-points/LDG-0054/tills/" + day).status())
                .isEqualTo(200);
        for (Api other : List.of(there, elsewhere)) {
            assertThat(other.get("/api/v1/postal-points/LDG-0055/tills/" + day).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void what_an_item_costs_is_public() {
        JsonNode within = nobody().get("/api/v1/postage?scope=WITHIN_PROVINCE&grams=100&on=2026-03-02")
                .json();
        assertThat(within.path("dong").asLong()).isEqualTo(30_000);
        assertThat(within.path("version").asString()).isEqualTo("2017");
        JsonNode free = nobody().get("/api/v1/postage?scope=BETWEEN_PROVINCES&grams=100&free=REVOLUTIONARY_BEFORE_1945")
                .json();
        assertThat(free.path("dong").asLong()).isZero();
        assertThat(nobody().get("/api/v1/postage?scope=WITHIN_PROVINCE&grams=2001")
                        .field())
                .isEqualTo("grams");
        assertThat(nobody().get("/api/v1/postage?scope=WITHIN_PROVINCE&grams=0").field())
                .isEqualTo("grams");
        assertThat(nobody().get("/api/v1/postage?scope=WITHIN_PROVINCE&grams=10&on=2001-01-01")
                        .field())
                .isEqualTo("on");
    }

    @Test
    void only_the_own_point_has_a_till_and_no_day_to_come() {
        assertThat(worker().get(till("2026-04-01")).status()).isEqualTo(403);
        assertThat(worker().post(till("2026-04-02") + "/payments", fee("f", 1)).status())
                .isEqualTo(403);
        assertThat(pay("2199-01-01", fee("f", 1)).status()).isEqualTo(404);
        assertThat(pay("gestern", fee("f", 1)).status()).isEqualTo(404);
        assertThat(clerk().get(till("2026-04-03")).status()).isEqualTo(404);
        assertThat(clerk().get("/api/v1/tills?day=2026-04-01").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"grams\":80 | \"grams\":0    | grams",
                "\"grams\":80 | \"grams\":9000 | grams",
                ",\"grams\":80 | ``             | grams",
                "\"scope\":\"WITHIN_PROVINCE\", | `` | scope",
                "\"grams\":80 | \"grams\":80,\"agency\":\"a\" | agency",
                "\"dong\":30000 | \"dong\":-1   | dong",
                "\"kind\":\"POSTAGE\" | \"kind\":\"AGENCY_FEE\" | scope",
                "\"paymentId\":\"p1\" | \"paymentId\":\"p 1\" | paymentId",
            })
    void rubbish_is_refused_with_the_name_of_the_field(String what, String instead, String field) {
        String good = postage("p1", 30_000, "");
        assertThat(good).contains(what);

        Answer answer = pay("2026-04-04", good.replace(what, instead));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.field()).as(answer.toString()).isEqualTo(field);
    }
}
