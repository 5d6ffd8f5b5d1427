package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.postal.http.Api.Answer;
import vn.tthc.postal.items.ItemReader;

/** Items to one unit that no other test sends to, so that its lists and figures are of this test alone. */
class WorkOverHttpTest extends PostalFixture {
    /** Phú Quý, an island: its delivery office is LDG-0048, on a mail route. */
    private static final String UNIT = "23272@2025-07-01";

    private static final String OFFICE = "LDG-0048";

    private String sent() {
        String dossier = aDossier();
        DossierEvent.ResultAccepted usual = accepted(dossier, ReturnWay.POST, vault.newPerson());
        arrives(
                dossier,
                7,
                ACCEPTED,
                new DossierEvent.ResultAccepted(
                        usual.occurredAt(),
                        usual.resultNumber(),
                        usual.oneStop(),
                        new ReturnWish(ReturnWay.POST, UNIT, usual.returnWish().address()),
                        usual.addressee(),
                        usual.code()));
        String item = ItemReader.id(dossier, Purpose.RESULT, 1);
        comesBack(StreamId.item(item));
        return item;
    }

    private Api office() {
        return as(OFFICE, Role.POSTAL_WORKER);
    }

    private void scanned(String item, String id, String kind, String at, String point) {
        Answer answer = as(point, Role.POSTAL_WORKER)
                .post(
                        scans(item),
                        scan(id, kind, at, kind.equals("ATTEMPT_FAILED") ? ",\"reason\":\"NOT_FOUND\"" : "")
                                .replace("LDG-0001", point));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        comesBack(StreamId.item(item));
    }

    private List<String> work(Api who, String point, String more) {
        List<String> found = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = who.get("/api/v1/postal-points/" + point + "/work?limit=200&" + more + after)
                    .json();
            page.path("items").forEach(item -> found.add(item.path("itemId").asString()));
            after = page.has("next") ? "&after=" + page.path("next").asString() : null;
        } while (after != null);
        return found;
    }

    @Test
    void an_item_is_on_the_list_of_the_point_that_has_to_do_something_with_it_and_on_no_other() {
        String item = sent();
        assertThat(work(worker(), "LDG-0001", "kind=FETCH")).contains(item);

        scanned(item, "s1", "ACCEPTED", "2026-03-02T08:30:00+07:00", "LDG-0001");
        assertThat(work(worker(), "LDG-0001", "kind=FETCH")).doesNotContain(item);
        assertThat(work(worker(), "LDG-0001", "kind=CARRY")).contains(item);
        String route = office().get("/api/v1/postal-points/" + OFFICE + "/work?kind=DELIVER")
                .json()
                .path("point")
                .asString();
        assertThat(route).isEqualTo(OFFICE);

        scanned(item, "s2", "AT_DELIVERY_OFFICE", "2026-03-02T15:00:00+07:00", OFFICE);
        assertThat(work(worker(), "LDG-0001", "kind=CARRY")).doesNotContain(item);
        assertThat(work(office(), OFFICE, "kind=DELIVER")).contains(item);

        scanned(item, "s3", "RETURNING", "2026-03-20T15:00:00+07:00", OFFICE);
        assertThat(work(office(), OFFICE, "kind=DELIVER")).doesNotContain(item);
        assertThat(work(office(), OFFICE, "kind=BRING_BACK")).contains(item);
    }

    @Test
    void what_is_to_be_carried_is_listed_by_the_mail_route_it_goes_along() {
        String item = sent();
        scanned(item, "s1", "ACCEPTED", "2026-03-02T08:30:00+07:00", "LDG-0001");
        JsonNode all = worker().get("/api/v1/postal-points/LDG-0001/work?kind=CARRY&limit=200")
                .json()
                .path("items");
        String route = all.valueStream()
                .filter(each -> each.path("itemId").asString().equals(item))
                .map(each -> each.path("route").asString())
                .findFirst()
                .orElseThrow();

        assertThat(route).startsWith("LDG-R");
        assertThat(work(worker(), "LDG-0001", "kind=CARRY&route=" + route)).contains(item);
        assertThat(work(worker(), "LDG-0001", "kind=CARRY&route=LDG-R00")).isEmpty();
    }

    @Test
    void what_nobody_came_for_says_that_it_is_due_to_go_back() {
        String item = sent();
        scanned(item, "s1", "AT_DELIVERY_OFFICE", "2026-03-02T15:00:00+07:00", OFFICE);
        scanned(item, "s2", "ATTEMPT_FAILED", "2026-03-03T09:00:00+07:00", OFFICE);
        scanned(item, "s3", "INVITED", "2026-03-03T09:05:00+07:00", OFFICE);

        JsonNode found = office().get("/api/v1/postal-points/" + OFFICE + "/work?kind=DELIVER&limit=200")
                .json();
        JsonNode mine = found.path("items")
                .valueStream()
                .filter(each -> each.path("itemId").asString().equals(item))
                .findFirst()
                .orElseThrow();
        assertThat(mine.path("returnFrom").asString()).isEqualTo("2026-04-02T00:00:00+07:00");
        assertThat(mine.path("returnDue").asBoolean()).isTrue();
        assertThat(found.path("counts")).hasSize(4);
    }

    @Test
    void the_rate_of_a_commune_counts_what_was_there_on_the_day_it_was_taken_over() {
        String same = sent();
        scanned(same, "s1", "ACCEPTED", "2026-05-05T08:00:00+07:00", "LDG-0001");
        scanned(same, "s2", "AT_DELIVERY_OFFICE", "2026-05-05T23:30:00+07:00", OFFICE);
        String later = sent();
        scanned(later, "s1", "ACCEPTED", "2026-05-05T08:00:00+07:00", "LDG-0001");
        scanned(later, "s2", "IN_TRANSIT", "2026-05-06T00:10:00+07:00", OFFICE);
        String underway = sent();
        scanned(underway, "s1", "ACCEPTED", "2026-05-05T08:00:00+07:00", "LDG-0001");

        JsonNode rate = rate("2026-05-05");
        assertThat(rate.path("accepted").asInt()).as(rate.toString()).isEqualTo(3);
        assertThat(rate.path("sameDay").asInt()).isEqualTo(1);
        assertThat(rate.path("later").asInt()).isEqualTo(1);
        assertThat(rate.path("underway").asInt()).isEqualTo(1);
        assertThat(rate.path("percent").asDouble()).isEqualTo(33.3);

        scanned(later, "s0", "AT_DELIVERY_OFFICE", "2026-05-05T20:00:00+07:00", OFFICE);
        assertThat(rate("2026-05-05").path("sameDay").asInt())
                .as("a late scan says that it was there")
                .isEqualTo(2);
        scanned(underway, "s0", "ACCEPTED", "2026-05-04T16:00:00+07:00", "LDG-0001");
        assertThat(rate("2026-05-05").path("accepted").asInt()).isEqualTo(2);
        assertThat(rate("2026-05-04").path("accepted").asInt()).isEqualTo(1);
    }

    private JsonNode rate(String day) {
        Answer answer = as(null, Role.INSPECTOR).get("/api/v1/mail/same-day?from=" + day + "&to=" + day);
        return answer.json()
                .path("communes")
                .valueStream()
                .filter(commune -> commune.path("unit").asString().equals(UNIT))
                .map(commune -> commune.path("rate"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer.toString()));
    }

    @Test
    void only_the_own_point_is_asked_for_and_days_have_a_bound() {
        assertThat(office().get("/api/v1/postal-points/LDG-0001/work?kind=FETCH")
                        .status())
                .isEqualTo(403);
        assertThat(worker().get("/api/v1/postal-points/LDG-0001/work?kind=SLEEP")
                        .field())
                .isEqualTo("kind");
        assertThat(worker().get("/api/v1/postal-points/LDG-0001/work?kind=FETCH&after=x")
                        .field())
                .isEqualTo("after");
        for (String days : List.of("from=2026-01-02&to=2026-01-01", "from=2026-01-01&to=2026-04-30")) {
            assertThat(as(null, Role.INSPECTOR)
                            .get("/api/v1/mail/same-day?" + days)
                            .field())
                    .isEqualTo("to");
        }
    }
}
