package vn.tthc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.e2e.Http.Service.INTAKE;
import static vn.tthc.e2e.Http.Service.QUERY;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import vn.tthc.e2e.Http.Answer;

/** A person whose dossier has ended is erased: by all four services, while every event stays where it is. */
final class Forgotten {
    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String ERASED = "(đã xóa / erased)";

    private final Http http;

    Forgotten(Http http) {
        this.http = http;
    }

    /** Erases the planted person and looks wherever the person could be seen before. */
    void everywhere(String dossier) throws Exception {
        JsonNode before =
                http.get(QUERY, "/api/v1/dossiers/" + dossier, "inspector", "").body();
        assertThat(before.path("applicant").asString()).isNotEmpty().isNotEqualTo(ERASED);

        Answer decided = http.post(
                INTAKE,
                "/api/v1/erasures",
                "leader-xa",
                Map.of(),
                Map.of("identityNumber", Planted.NUMBER, "ground", "PURPOSE_ENDED", "decision", "12/QD"));
        assertThat(decided.status()).as("%s", decided.body()).isEqualTo(202);
        String person = decided.body().path("person").asString();
        Awaitility.await("every service has said that it has forgotten")
                .atMost(BOUND)
                .pollInSameThread()
                .until(() -> http.get(QUERY, "/api/v1/erasures/" + person, "inspector", "")
                        .body()
                        .path("complete")
                        .asBoolean());

        assertThat(http.get(QUERY, "/api/v1/erasures/" + person, "inspector", "")
                        .body()
                        .at("/erasure/forgottenBy")
                        .propertyNames())
                .containsExactlyInAnyOrder("intake", "processing", "postal", "query");
        for (Map<String, String> by : List.of(
                Map.of("identityNumber", Planted.NUMBER, "purpose", "COMPLAINT"),
                Map.of("name", Planted.NAME, "purpose", "COMPLAINT"))) {
            Answer found = http.post(QUERY, "/api/v1/dossier-searches", "officer-xa", Map.of(), by);
            assertThat(found.status()).as("%s", found.body()).isEqualTo(200);
            assertThat(found.body().path("dossiers")).isEmpty();
        }
        assertThat(Planted.disclosedName(http, dossier)).isEqualTo(ERASED);
        JsonNode after =
                http.get(QUERY, "/api/v1/dossiers/" + dossier, "inspector", "").body();
        assertThat(after.path("applicant").asString()).isEqualTo(ERASED);
        assertThat(after.path("status")).isEqualTo(before.path("status"));
        for (Http.Service service : Http.Service.values()) {
            // What was recorded a moment ago may not be on its topic yet; a broken chain would stay.
            Awaitility.await("the log of " + service + " is whole and as published")
                    .atMost(BOUND)
                    .pollInSameThread()
                    .untilAsserted(() -> assertThat(differences(service)).isEmpty());
        }
    }

    private JsonNode differences(Http.Service service) throws Exception {
        Answer log = http.post(service, "/internal/log/verification", "admin", Map.of(), Map.of());
        assertThat(log.status()).as("%s: %s", service, log.body()).isEqualTo(200);
        return log.body().path("differences");
    }
}
