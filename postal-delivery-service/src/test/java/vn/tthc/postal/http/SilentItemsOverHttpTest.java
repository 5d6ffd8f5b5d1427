package vn.tthc.postal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.postal.http.Api.Answer;

class SilentItemsOverHttpTest extends PostalFixture {
    private static final String PATH = "/api/v1/silent-items?limit=500";

    private List<JsonNode> silent(Api who, String more, String item) {
        Answer answer = who.get(PATH + more);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .filter(silent -> silent.path("itemId").asString().equals(item))
                .toList();
    }

    @Test
    void a_silent_item_is_in_the_list_of_its_point_until_it_is_heard_of_again() {
        String item = silent();
        Api inspector = as(null, Role.INSPECTOR);

        List<JsonNode> seen = silent(worker(), "&point=LDG-0001", item);
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().path("leg").asString()).isEqualTo("FETCH");
        assertThat(silent(inspector, "", item)).hasSize(1);
        assertThat(silent(inspector, "&point=LDG-0002", item)).isEmpty();
        assertThat(timers.timers(StreamId.item(item), 2)).isEmpty();

        worker().post(scans(item), scan("s0", "ACCEPTED", "2026-03-02T15:00:00+07:00", ""));
        comesBack(StreamId.item(item));

        assertThat(silent(inspector, "", item)).isEmpty();
        assertThat(timers.timers(StreamId.item(item), 3)).hasSize(1);
    }

    @Test
    void a_worker_sees_the_own_point_alone() {
        assertThat(worker().get(PATH).status()).isEqualTo(403);
        assertThat(worker().get(PATH + "&point=LDG-0002").status()).isEqualTo(403);
        assertThat(worker().get(PATH + "&point=LDG-9999").field()).isEqualTo("point");
        assertThat(as(COMMUNE, Role.RECEPTION_OFFICER).get(PATH).status()).isEqualTo(403);
    }
}
