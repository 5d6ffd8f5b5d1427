package vn.tthc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.e2e.Http.Service.INTAKE;
import static vn.tthc.e2e.Http.Service.POSTAL;
import static vn.tthc.e2e.Http.Service.PROCESSING;
import static vn.tthc.e2e.Http.Service.QUERY;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.tthc.e2e.Http.Answer;

/** Files a dossier at a ward, works on it at ward, province and ministries, and sends the result by post. */
final class DossierThroughTheLevels {
    private static final String WARD = "24781@2025-07-01";

    /** Step of the flow and who does it; the acts are the same for all but the signature and the issue. */
    private static final List<Map.Entry<String, String>> FLOW = List.of(
            Map.entry("xac-nhan", "case-xa"),
            Map.entry("to-trinh", "leader-xa"),
            Map.entry("doi-chieu", "case-tinh"),
            Map.entry("de-nghi", "leader-tinh"),
            Map.entry("tham-dinh", "case-tw"),
            Map.entry("ky", "leader-tw"),
            Map.entry("vao-so", "clerk-tw"),
            Map.entry("nhan-bang", "case-tinh"),
            Map.entry("phat-hanh", "clerk-xa"));

    private final Http http;

    DossierThroughTheLevels(Http http) {
        this.http = http;
    }

    /**
     * A dossier whose result the one-stop has.
     *
     * @param filed the answer to its filing
     * @param position where its acceptance is found
     */
    record AtTheOneStop(Answer filed, String id, String position) {}

    /** Answers with the id of the dossier. */
    String run() throws Exception {
        AtTheOneStop dossier = untilTheResultIsAccepted();
        Answer filed = dossier.filed();
        String id = dossier.id();
        String delivered = byPost(id, dossier.position());

        Answer back = http.get(INTAKE, dossier(id, ""), "officer-xa", delivered);
        assertThat(back.body().path("status").path("code").asInt()).isEqualTo(10);
        assertStatus(filed, delivered + "," + back.position(), 10);
        assertThat(lookUp(filed.body().path("number").asString(), "0000-0000-0000-0000", "")
                        .status())
                .isEqualTo(404);
        return id;
    }

    AtTheOneStop untilTheResultIsAccepted() throws Exception {
        Answer filed =
                http.post(INTAKE, "/api/v1/dossiers", "officer-xa", Map.of("Idempotency-Key", "e2e-1"), filing());
        assertThat(filed.status()).as("%s", filed.body()).isEqualTo(201);
        String id = filed.body().path("dossierId").asString();
        assertStatus(filed, filed.position(), 1);

        Answer received = http.decide(INTAKE, dossier(id, "receptions"), "officer-xa", filed, Map.of());
        assertThat(received.body().path("code").asString()).matches("H36\\.\\d{3}-\\d{8}-\\d{7}");
        assertStatus(filed, received.position(), 2);

        Answer huyen = http.post(
                INTAKE,
                dossier(id, "hand-overs"),
                "officer-xa",
                Map.of("If-Match", received.etag()),
                Map.of("toAgency", "672@origin"));
        assertThat(huyen.status()).isEqualTo(409);
        assertThat(huyen.body().path("code").asString()).isEqualTo("AGENCY_NOT_VALID");

        Answer given = http.decide(INTAKE, dossier(id, "hand-overs"), "officer-xa", received, Map.of());
        String finished = work(filed, id, given.position());
        assertStatus(filed, finished, 9);
        return new AtTheOneStop(filed, id, accept(id, finished));
    }

    private static Map<String, Object> filing() {
        Map<String, Object> filing = new HashMap<>();
        filing.put("procedure", "1.010778");
        filing.put("channel", "COUNTER");
        filing.put("receivingAgency", WARD);
        filing.put("competentAgency", WARD);
        filing.put(
                "applicant",
                Map.of(
                        "name", Planted.NAME,
                        "identityNumber", Planted.NUMBER,
                        "phone", Planted.PHONE,
                        "email", Planted.EMAIL,
                        "address", Planted.ADDRESS));
        filing.put("returnBy", Map.of("way", "POST", "unit", WARD, "address", Planted.ADDRESS));
        return filing;
    }

    /** Takes the papers wherever they arrive, does each step, gives them on; answers with the position of the finish. */
    private String work(Answer filed, String id, String handedOver) throws Exception {
        String position = handedOver;
        for (var step : FLOW) {
            String who = step.getValue();
            Answer seen = seen(id, who, position);
            assertThat(seen.body().path("step").path("id").asString()).isEqualTo(step.getKey());
            if (seen.body().path("custody").path("state").asString().equals("OFFERED")) {
                position = act(id, "acceptances", who, seen, Map.of());
                assertStatus(filed, position, step.getKey().equals("xac-nhan") ? 4 : null);
            }
            position = switch (step.getKey()) {
                case "ky" -> act(id, "signatures", who, seen(id, who, position), Map.of());
                case "phat-hanh" -> act(id, "issues", who, seen(id, who, position), Map.of("number", "E2E-1"));
                default -> act(id, "steps/" + step.getKey() + "/completions", who, seen(id, who, position), Map.of());
            };
            String last = step.getKey().equals("phat-hanh") ? "finishes" : "forwards";
            position = act(id, last, who, seen(id, who, position), Map.of());
        }
        return position;
    }

    Answer seen(String id, String who, String position) throws Exception {
        return http.get(PROCESSING, "/api/v1/cases/" + id, who, position);
    }

    String act(String id, String what, String who, Answer seen, Object body) throws Exception {
        String path = "/api/v1/cases/" + id + "/" + what;
        Answer answer = http.post(PROCESSING, path, who, Map.of("If-Match", seen.etag()), body);
        for (int i = 0; i < 5 && answer.status() == 412; i++) {
            // A timer of the system has spoken since it was read: whoever decides looks again.
            answer = http.post(
                    PROCESSING, path, who, Map.of("If-Match", seen(id, who, "").etag()), body);
        }
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.position();
    }

    private String accept(String id, String finished) throws Exception {
        Answer seen = http.get(INTAKE, dossier(id, ""), "officer-xa", finished);
        assertThat(seen.body().path("verdict").asString()).isEqualTo("ON_TIME");
        return http.decide(INTAKE, dossier(id, "result-receptions"), "officer-xa", seen, Map.of())
                .position();
    }

    private String byPost(String id, String accepted) throws Exception {
        JsonNode items = http.get(POSTAL, "/api/v1/items?dossierId=" + id, "postal", accepted)
                .body()
                .path("items");
        assertThat(items).hasSize(1);
        String item = items.path(0).path("itemId").asString();
        String position = "";
        int sequence = 0;
        for (String kind : List.of("ACCEPTED", "AT_DELIVERY_OFFICE", "ATTEMPT_FAILED", "DELIVERED")) {
            Map<String, Object> scan = new HashMap<>();
            scan.put("scanId", "e2e-" + kind);
            scan.put("kind", kind);
            scan.put("occurredAt", Instant.now().toString());
            scan.put("point", "LDG-0001");
            scan.put("device", "e2e");
            scan.put("sequence", ++sequence);
            if (kind.equals("ATTEMPT_FAILED")) {
                scan.put("reason", "NOT_FOUND");
            }
            if (kind.equals("DELIVERED")) {
                scan.put(
                        "proof",
                        Map.of(
                                "recipientName",
                                Planted.RECIPIENT,
                                "relation",
                                "FAMILY",
                                "paperShown",
                                "CCCD",
                                "oneTimeCode",
                                "135790"));
            }
            Answer taken = http.post(POSTAL, "/api/v1/items/" + item + "/scans", "postal", Map.of(), scan);
            assertThat(taken.status()).as("%s", taken.body()).isEqualTo(201);
            position = taken.position();
        }
        return position;
    }

    /** What the holder of number and secret is told once the views have that position, and what follows from it. */
    private void assertStatus(Answer filed, String position, @Nullable Integer code) throws Exception {
        if (code == null) {
            return;
        }
        Awaitility.await("status " + code)
                .atMost(Duration.ofSeconds(30))
                .pollInSameThread()
                .until(() -> lookUp(
                                        filed.body().path("number").asString(),
                                        filed.body().path("secret").asString(),
                                        position)
                                .body()
                                .path("status")
                                .path("code")
                                .asInt()
                        == code);
    }

    private Answer lookUp(String number, String secret, String position) throws Exception {
        return http.post(
                QUERY,
                "/api/v1/status-lookups",
                "",
                Map.of("Tthc-Position", position),
                Map.of("code", number, "secret", secret));
    }

    private static String dossier(String id, String more) {
        return "/api/v1/dossiers/" + id + (more.isEmpty() ? "" : "/" + more);
    }
}
