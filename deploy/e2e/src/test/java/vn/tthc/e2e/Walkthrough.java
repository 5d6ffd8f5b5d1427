package vn.tthc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.e2e.Http.Service.INTAKE;
import static vn.tthc.e2e.Http.Service.PROCESSING;
import static vn.tthc.e2e.Http.Service.QUERY;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import vn.tthc.e2e.Http.Answer;

/**
 * One dossier from the counter through xã, huyện, tỉnh and trung ương, with all that can hold it up: supplements, a
 * parallel opinion, a financial obligation, an apology, a return. Its procedure is published for it, with budgets that no
 * fortnight can hold, so that the system drafts the apology by itself.
 */
final class Walkthrough {
    static final String WARD = "24781@2025-07-01";
    static final String DEPARTMENT = "68-SNV@2025-07-01";
    static final String MINISTRY = "G09@origin";
    static final String DISTRICT = "672@origin";
    /** Not further than a date may be promised, so that it is refused as the second one. */
    private static final Duration FURTHER = Duration.ofDays(100);

    private static final String DRAFTED = "case.apology-drafted";

    private final Http http;
    private final DossierThroughTheLevels levels;
    private String id = "";

    Walkthrough(Http http) {
        this.http = http;
        this.levels = new DossierThroughTheLevels(http);
    }

    /**
     * What became of it.
     *
     * @param dossier as intake has it
     * @param facts its timeline
     * @param deadline its due date with the explanation
     * @param slip its control slip, as the service gives it out
     * @param flow the way its procedure goes, as the service draws it
     */
    record Told(JsonNode dossier, List<JsonNode> facts, JsonNode deadline, JsonNode slip, String flow) {}

    Told run() throws Exception {
        Answer published = http.post(INTAKE, "/api/v1/procedures", "admin", Map.of(), WalkthroughProcedure.published());
        assertThat(published.status()).as("%s", published.body()).isIn(200, 201);
        Answer filed =
                http.post(INTAKE, "/api/v1/dossiers", "officer-xa", Map.of("Idempotency-Key", "walkthrough"), filing());
        assertThat(filed.status()).as("%s", filed.body()).isEqualTo(201);
        id = filed.body().path("dossierId").asString();
        Answer received = http.decide(INTAKE, dossier("receptions"), "officer-xa", filed, Map.of());
        http.decide(INTAKE, dossier("hand-overs"), "officer-xa", received, Map.of());
        commune();
        district();
        province();
        capital();
        result();
        JsonNode deadline =
                http.get(INTAKE, dossier("deadline"), "officer-xa", "").body();
        Answer slip = http.get(PROCESSING, "/api/v1/cases/" + id + "/forms/CONTROL_SHEET", "case-xa", "");
        assertThat(slip.status()).as("%s", slip.body()).isEqualTo(200);
        String flow = http.text(INTAKE, "/api/v1/procedures/" + WalkthroughProcedure.CODE + "/flow", "case-xa");
        return new Told(intake().body(), facts(), deadline, slip.body(), flow);
    }

    /** Xã: supplements, two opinions at once, a financial obligation, and an apology that is signed. */
    private void commune() throws Exception {
        // Before the papers are taken, so that it is always told at the same place.
        awaitFacts(DRAFTED, 1);
        act("case-xa", "acceptances", Map.of());
        act(
                "case-xa",
                "supplement-requests",
                Map.of(
                        "items",
                        List.of(Map.of("name", "Bản vẽ hiện trạng", "demand", "vẽ lại theo tỷ lệ 1:500")),
                        "reason",
                        "Bản vẽ không đúng tỷ lệ"));
        awaitStatus(5);
        http.decide(INTAKE, dossier("supplements"), "officer-xa", intake(), Map.of());
        awaitRunning();
        awaitFacts(DRAFTED, 2);
        opinions();
        act("case-xa", "pauses", Map.of("reason", "FINANCIAL_OBLIGATION", "note", "Thông báo nộp phí số 12/TB"));
        awaitStatus(6);
        act("case-xa", "resumptions", Map.of("reason", "FINANCIAL_OBLIGATION", "note", "Biên lai số 77"));
        awaitRunning();
        awaitFacts(DRAFTED, 3);
        String signer = "Chủ tịch UBND phường";
        act("leader-xa", "apologies", Map.of("reason", "Phải lấy ý kiến của hai cơ quan", "signer", signer));
        awaitFacts("dossier.extended", 1);
        await("promise", () -> !theCase().path("clock").path("promisedAt").isMissingNode());
        act(
                "leader-xa",
                "apologies",
                Map.of(
                        "promisedAt",
                        Instant.now()
                                .plus(FURTHER)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString(),
                        "reason",
                        "Vẫn chưa đủ thời gian",
                        "signer",
                        signer));
        awaitFacts("dossier.extension-refused", 1);
        step("case-xa", "kiem-tra");
    }

    private void opinions() throws Exception {
        ask("y-kien-so", DEPARTMENT);
        ask("y-kien-bo", MINISTRY);
        answer("y-kien-bo", "case-tw", "AGREES_ON_CONDITIONS", "Đồng ý, nếu giữ nguyên ranh giới");
        answer("y-kien-so", "case-tinh", "AGREES", "Đồng ý");
    }

    private void ask(String opinion, String agency) throws Exception {
        act(
                "case-xa",
                "opinions",
                Map.of(
                        "opinionId",
                        opinion,
                        "agency",
                        agency,
                        "question",
                        "Có ý kiến gì về ranh giới không?",
                        "dueAt",
                        "2099-01-05T03:00:00Z"));
    }

    private void answer(String opinion, String who, String stance, String text) throws Exception {
        Answer given = http.post(
                PROCESSING,
                "/api/v1/cases/" + id + "/opinions/" + opinion + "/answers",
                who,
                Map.of(),
                Map.of("stance", stance, "text", text));
        assertThat(given.status()).as("%s", given.body()).isEqualTo(201);
    }

    /** Huyện: where it still is, between the commune and the province. */
    private void district() throws Exception {
        act("case-huyen", "acceptances", Map.of());
        step("case-huyen", "tham-tra");
    }

    /** Tỉnh: gives it back to the district once, and takes it again. */
    private void province() throws Exception {
        act("case-tinh", "acceptances", Map.of());
        act("case-tinh", "send-backs", Map.of("toStep", "tham-tra", "reason", "Thiếu chữ ký giáp ranh"));
        district();
        act("case-tinh", "acceptances", Map.of());
        act("case-tinh", "drafts", Map.of("kind", "GRANTED"));
        step("case-tinh", "tham-dinh");
    }

    /** Trung ương: the signature and the number. */
    private void capital() throws Exception {
        act("leader-tw", "acceptances", Map.of());
        act("leader-tw", "signatures", Map.of());
        act("leader-tw", "forwards", Map.of());
        act("clerk-tw", "acceptances", Map.of());
        act("clerk-tw", "numbers", Map.of("number", "01/QĐ-BNV"));
        act("clerk-tw", "forwards", Map.of());
    }

    /** Xã again: the result is issued, comes to the one-stop and to the citizen. */
    private void result() throws Exception {
        act("clerk-xa", "acceptances", Map.of());
        act("clerk-xa", "issues", Map.of("number", "01/QĐ-BNV"));
        act("clerk-xa", "finishes", Map.of());
        awaitStatus(9);
        http.decide(INTAKE, dossier("result-receptions"), "officer-xa", intake(), Map.of());
        Map<String, Object> recipient = Map.of("name", "Trần Thị Mẫu", "relation", "OWNER", "paperShown", "CCCD");
        http.decide(INTAKE, dossier("returns"), "officer-xa", intake(), Map.of("recipient", recipient));
        awaitStatus(10);
        awaitFacts("dossier.returned", 1);
    }

    private void step(String who, String step) throws Exception {
        act(who, "steps/" + step + "/completions", Map.of());
        act(who, "forwards", Map.of());
    }

    private void act(String who, String what, Object body) throws Exception {
        levels.act(id, what, who, levels.seen(id, who, ""), body);
    }

    private JsonNode theCase() throws Exception {
        return levels.seen(id, "case-xa", "").body();
    }

    private Answer intake() throws Exception {
        return http.get(INTAKE, dossier(""), "officer-xa", "");
    }

    private List<JsonNode> facts() throws Exception {
        JsonNode timeline = http.get(QUERY, "/api/v1/dossiers/" + id + "/timeline?limit=500", "inspector", "")
                .body();
        assertThat(timeline.path("next").isMissingNode()).isTrue();
        List<JsonNode> facts = new ArrayList<>();
        timeline.path("facts").forEach(facts::add);
        return facts;
    }

    private void awaitFacts(String type, int count) {
        await(
                count + " " + type,
                () -> facts().stream()
                                .filter(fact -> fact.path("type").asString().equals(type))
                                .count()
                        == count);
    }

    private void awaitStatus(int code) {
        await(
                "status " + code,
                () -> intake().body().path("status").path("code").asInt() == code);
    }

    private void awaitRunning() {
        awaitStatus(4);
        await("the case follows", () -> theCase().path("clock").path("running").asBoolean());
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .pollInSameThread()
                .until(condition);
    }

    private String dossier(String more) {
        return "/api/v1/dossiers/" + id + (more.isEmpty() ? "" : "/" + more);
    }

    private static Map<String, Object> filing() {
        Map<String, Object> filing = new HashMap<>();
        filing.put("procedure", WalkthroughProcedure.CODE);
        filing.put("channel", "COUNTER");
        filing.put("receivingAgency", WARD);
        filing.put("competentAgency", WARD);
        filing.put("applicant", Map.of("name", "Trần Thị Mẫu", "phone", "0912000000"));
        filing.put("returnBy", Map.of("way", "COUNTER"));
        return filing;
    }
}
