package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.matrix.AccessMatrix;
import vn.tthc.platform.access.matrix.AccessPage;
import vn.tthc.platform.access.matrix.Bodies;
import vn.tthc.platform.access.matrix.HttpExchange;
import vn.tthc.platform.access.matrix.Probe;
import vn.tthc.platform.access.matrix.Table;
import vn.tthc.platform.access.matrix.Thing;
import vn.tthc.platform.access.matrix.World;
import vn.tthc.platform.agency.PublishedDelegations;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.TestTokens;

/** Everybody may in intake what {@code access.txt} says, and nothing else; in the tree of agencies as it is published. */
class AccessMatrixTest extends IntakeServer {
    private static final Table TABLE = Table.beside(AccessMatrixTest.class, "access.txt");
    private static final Bodies BODIES = Bodies.beside(AccessMatrixTest.class, "bodies.txt");
    private static final String DOSSIER = "/api/v1/dossiers/{id}";

    /** The one-stop of the province stands for its departments: it may receive. */
    private static final World WORLD = new World(Map.ofEntries(
            Map.entry("government", "G00@origin"),
            Map.entry("ministry", "G09@origin"),
            Map.entry("province", "68@2025-07-01"),
            Map.entry("department", CENTRE),
            Map.entry("ward", WARD),
            Map.entry("old-province", "68@origin"),
            Map.entry("old-district", "672@origin"),
            Map.entry("old-ward", "24784@origin"),
            Map.entry("other-ward", MUI_NE),
            Map.entry("far-province", "79@2025-07-01"),
            Map.entry("far-ward", "26734@2025-07-01")));

    /** Decisions on a dossier, with a body that is well formed. */
    private static final Map<String, String> DECISIONS = Map.ofEntries(
            Map.entry("receptions", "{}"),
            Map.entry("reception-refusals", "{\"reason\":\"r\",\"ground\":\"g\"}"),
            Map.entry("supplement-requests", "{\"items\":[{\"name\":\"n\",\"demand\":\"d\"}],\"reason\":\"r\"}"),
            Map.entry(
                    "supplement-requests [again]",
                    "{\"items\":[{\"name\":\"n\",\"demand\":\"d\"}],\"reason\":\"r\",\"leaveReason\":\"l\"}"),
            Map.entry("supplements", "{}"),
            Map.entry("pauses", "{\"reason\":\"APPRAISAL\",\"note\":\"n\"}"),
            Map.entry("resumptions", "{\"reason\":\"APPRAISAL\"}"),
            Map.entry("withdrawals", "{\"reason\":\"r\"}"),
            Map.entry("fee-payments", "{\"fee\":\"f\",\"amountVnd\":1,\"channel\":\"COUNTER\",\"receipt\":\"r\"}"),
            Map.entry("fee-waivers", "{\"fee\":\"f\",\"ground\":\"g\"}"),
            Map.entry(
                    "extensions",
                    "{\"promisedAt\":\"%s\",\"reason\":\"r\",\"signer\":\"s\"}"
                            .formatted(Instant.now().plus(Duration.ofDays(60)))),
            Map.entry(
                    "corrections",
                    "{\"fact\":\"RECEIVED_AT\",\"to\":\"2026-01-01T00:00:00Z\",\"reason\":\"r\",\"ground\":\"g\"}"),
            Map.entry("hand-overs", "{}"),
            Map.entry("result-receptions", "{}"),
            Map.entry("returns", "{\"recipient\":{\"name\":\"A\",\"relation\":\"OWNER\",\"paperShown\":\"CCCD\"}}"));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PublishedDelegations delegations;

    @Autowired
    private DocumentStore documents;

    @Autowired
    @Qualifier("receivedDossiers")
    private Projection received;

    @Autowired
    private Streams streams;

    @Test
    void everybody_may_what_the_table_says_and_nothing_else() throws Exception {
        WORLD.publish(delegations, documents);
        MatrixDossiers story = new MatrixDossiers(this, WORLD, received, documents, streams);
        Thing old = imported("xã cũ", "old-ward");
        Thing oldest = imported("huyện cũ", "old-district");
        List<Thing> things = List.of(
                story.filed("xã", "1.012796", "ward", "ward", "matrix-an"),
                story.filed("tỉnh", "1.001456", "other-ward", "department", "matrix-binh"),
                story.filed("trung ương", "3.000330", "department", "ministry", "matrix-an"),
                old,
                oldest);
        story.inTheOldBooks("1.012796", "old-ward", "ward");
        story.inTheOldBooks("1.012796", "old-district", "ward");
        AccessMatrix matrix = new AccessMatrix(
                        TABLE, BODIES, WORLD, things, this::token, new HttpExchange(port, MatrixDossiers::text))
                .planted("person", MatrixDossiers.NAME, MatrixDossiers.PHONE)
                .planted("secret", story.secrets())
                .planted("draft", MatrixDossiers.DRAFT)
                .common()
                .each("GET " + DOSSIER, it -> Probe.get("/api/v1/dossiers/" + it.id()))
                .each("GET " + DOSSIER + "/deadline", it -> Probe.get("/api/v1/dossiers/" + it.id() + "/deadline"))
                .each(
                        "GET " + DOSSIER + "/authority/scan",
                        it -> Probe.get("/api/v1/dossiers/" + it.id() + "/authority/scan?purpose=RECEPTION"))
                .each("GET " + DOSSIER + "/forms", it -> Probe.get("/api/v1/dossiers/" + it.id() + "/forms"))
                .each(
                        "GET " + DOSSIER + "/forms/{form}",
                        it -> Probe.get("/api/v1/dossiers/" + it.id() + "/forms/REFUSAL?purpose=RECEPTION"))
                .each(
                        "GET " + DOSSIER + "/forms/{form} [receipt]",
                        it -> isImported(it)
                                ? null
                                : Probe.get("/api/v1/dossiers/" + it.id() + "/forms/RECEIPT?purpose=RECEPTION"))
                .each(
                        "GET " + DOSSIER + "/forms/{form}/pdf",
                        it -> Probe.get("/api/v1/dossiers/" + it.id() + "/forms/REFUSAL/pdf?purpose=RECEPTION"))
                .each(
                        "GET " + DOSSIER + "/forms/{form}/pdf [receipt]",
                        it -> isImported(it)
                                ? null
                                : Probe.get("/api/v1/dossiers/" + it.id() + "/forms/RECEIPT/pdf?purpose=RECEPTION"))
                .each(
                        "GET /api/v1/registers/{agency}",
                        it -> Probe.get(register(it, "")),
                        MatrixDossiers::register,
                        it -> story.register(it.oneStop()))
                .each(
                        "GET /api/v1/registers/{agency}/pdf",
                        it -> Probe.get(register(it, "/pdf")),
                        answer -> story.printed(answer),
                        it -> story.codes(it.oneStop()))
                .each("POST /api/v1/dossiers [online]", it -> nothingPublished(it, "ONLINE"))
                .each("POST /api/v1/dossiers [counter]", it -> nothingPublished(it, "COUNTER"))
                .each("POST /api/v1/dossiers [post]", it -> nothingPublished(it, "POST"))
                .each(
                        "POST /api/v1/erasures",
                        it -> isImported(it)
                                ? null
                                : Probe.post(
                                        "/api/v1/erasures",
                                        "{\"dossierId\":\"" + it.id()
                                                + "\",\"party\":\"APPLICANT\",\"ground\":\"%s\",\"decision\":\"1/QD\"}"
                                                        .formatted("REQUIRED_BY_LAW")))
                .plain(
                        "POST /api/v1/delegations",
                        Probe.post("/api/v1/delegations", delegation("2020-01-01", "2019-01-01")))
                .plain(
                        "POST /api/v1/delegations/{id}/revocations",
                        Probe.post("/api/v1/delegations/nothing/revocations", "{\"reason\":\"r\"}"))
                .each(
                        "POST /api/v1/delegations/{id}/revocations [another's]",
                        it -> isImported(it) ? null : Probe.post(revoked(it), "{\"reason\":\"r\"}"))
                .each(
                        "GET /api/v1/delegations",
                        it -> Probe.get("/api/v1/delegations?agency=" + WORLD.id(it.decides())),
                        MatrixDossiers::delegations,
                        it -> WORLD.delegations(it.decides()))
                .all(
                        "GET /api/v1/delegations/mine",
                        Probe.get("/api/v1/delegations/mine"),
                        MatrixDossiers::delegations,
                        seen -> WORLD.delegations(null))
                .each("POST /api/v1/code-blocks", it -> Probe.post("/api/v1/code-blocks", codes(it, "\"2020-01-01\"")))
                .plain("GET /api/v1/code-blocks/{id}", Probe.get("/api/v1/code-blocks/nothing"))
                .each("GET /api/v1/code-blocks/{id} [there]", it -> isImported(it) ? null : Probe.get(reserved(it)))
                .plain("POST /api/v1/drafts", Probe.post("/api/v1/drafts", "{\"form\": \"\"}"))
                .all(
                        "GET /api/v1/drafts",
                        Probe.get("/api/v1/drafts"),
                        MatrixDossiers::drafts,
                        seen -> seen.isEmpty()
                                ? List.of()
                                : story.drafts(seen.getFirst().owner()))
                .each(
                        "GET /api/v1/drafts/{id} [there]",
                        it -> isImported(it)
                                ? null
                                : Probe.get("/api/v1/drafts/"
                                        + story.drafts(it.owner()).getFirst()))
                .plain("GET /api/v1/drafts/{id}", Probe.get("/api/v1/drafts/nothing"))
                .plain(
                        "POST /api/v1/drafts/{id}/forms",
                        Probe.post("/api/v1/drafts/nothing/forms", "{\"form\": \"x\"}"))
                .plain("POST /api/v1/drafts/{id}/deletions", Probe.post("/api/v1/drafts/nothing/deletions", "{}"))
                .plain("POST /api/v1/drafts/{id}/submissions", Probe.post("/api/v1/drafts/nothing/submissions", "{}"))
                .plain("POST /api/v1/imports", Probe.post("/api/v1/imports", old("old-ward")))
                .plain("POST /api/v1/procedures", Probe.post("/api/v1/procedures", "{\"noDueDate\":false}"))
                .plain(
                        "POST /api/v1/calendars",
                        Probe.post("/api/v1/calendars", "{\"content\":\"x\",\"decision\":\"d\"}"))
                .plain("GET /api/v1/procedures/{code}", Probe.get("/api/v1/procedures/1.012796"))
                .plain("GET /api/v1/procedures/{code}/versions", Probe.get("/api/v1/procedures/1.012796/versions"))
                .plain("GET /api/v1/procedures/{code}/flow", Probe.get("/api/v1/procedures/1.012796/flow"))
                .plain("GET /api/v1/agencies/{id}", Probe.get("/api/v1/agencies/" + WARD))
                .plain("GET /api/v1/calendars/{id}", Probe.get("/api/v1/calendars/nothing"))
                .plain(
                        "POST /api/v1/deadlines/preview",
                        Probe.post(
                                "/api/v1/deadlines/preview",
                                "{\"receivedAt\":\"2026-03-02T01:00:00Z\",\"term\":{\"amount\":1,\"unit\":\"WORKING_DAY\"}}"))
                .plain("POST /api/v1/blobs", Probe.upload("/api/v1/blobs", "text/plain", new byte[1]));
        DECISIONS.forEach((what, json) -> matrix.each(
                "POST " + DOSSIER + "/" + what,
                it -> Probe.post("/api/v1/dossiers/" + it.id() + "/" + what.replace(" [again]", ""), json)
                        .with("If-Match", "\"dossier-99\"")));
        to("/internal/backups").as(ADMIN).post("{\"name\":\"matrix\"}");

        assertThat(matrix.unknown(context)).isEmpty();
        assertThat(matrix.differences()).isEmpty();
        assertThat(matrix.audiences()).containsExactlyElementsOf(TABLE.audiences());
        assertThat(matrix.sent()).isGreaterThan(2000);
    }

    @Test
    void the_page_about_access_is_current() {
        assertThat(AccessPage.stale("intake-service", TABLE)).isEmpty();
    }

    private String token(String account, @Nullable String agency, Set<Role> roles, boolean forSomebodyElse) {
        return TOKENS.token(forSomebodyElse ? "another-system" : TestTokens.AUDIENCE, account, agency, roles);
    }

    private static String delegation(String from, String end) {
        return """
                {"delegate": "another", "roles": ["CASE_OFFICER"], "from": "%sT00:00:00Z",
                 "to": "%sT00:00:00Z", "ground": "Quy chế làm việc", "decision": "1/QĐ"}
                """.formatted(from, end);
    }

    /** Where a delegation of somebody at the deciding agency is revoked, that is over already. */
    private String revoked(Thing thing) {
        String delegator = TOKENS.token("matrix-delegator", WORLD.id(thing.decides()), Role.CASE_OFFICER);
        Answer granted = to("/api/v1/delegations").as(delegator).post(delegation("2098-06-01", "2099-01-01"));
        assertThat(granted.status()).as(granted.body()).isEqualTo(201);
        String path = "/api/v1/delegations/" + granted.text("/id") + "/revocations";
        assertThat(to(path).as(delegator).post("{\"reason\":\"r\"}").status()).isEqualTo(200);
        return path;
    }

    private static String register(Thing thing, String form) {
        return "/api/v1/registers/" + WORLD.id(thing.oneStop()) + form + MatrixDossiers.DAYS + "&purpose=INSPECTION";
    }

    private static String codes(Thing thing, String day) {
        return "{\"agency\": \"%s\", \"day\": %s, \"count\": 1, \"reason\": \"r\"}"
                .formatted(WORLD.id(thing.oneStop()), day);
    }

    /** Where codes of a thing's one-stop stand. */
    private String reserved(Thing thing) {
        String clerk = TOKENS.token("matrix-clerk", WORLD.id(thing.oneStop()), Role.RECORDS_CLERK);
        Answer reserved = to("/api/v1/code-blocks").as(clerk).post(codes(thing, "null"));
        assertThat(reserved.status()).as(reserved.body()).isEqualTo(201);
        return "/api/v1/code-blocks/" + reserved.text("/id");
    }

    private static String old(String agency) {
        return """
                {"source": "matrix", "externalId": "matrix-%s", "procedure": "COSELOG.RECEIPT", "channel": "ONLINE",
                 "receivedAt": "2011-10-11T13:45:40Z", "agency": "%s"}
                """.formatted(agency, WORLD.id(agency));
    }

    private Thing imported(String level, String agency) {
        Answer brought = to("/api/v1/imports").as(IMPORTER).post(old(agency));
        assertThat(brought.status()).as(brought.body()).isEqualTo(201);
        return new Thing(level, brought.text("/dossierId"), agency, agency, "importer");
    }

    /** Nobody filed those, and their agencies have no people any more. */
    private static boolean isImported(Thing thing) {
        return thing.owner().equals("importer");
    }

    /** Whoever may file learns that there is no such procedure. */
    private static Probe nothingPublished(Thing thing, String channel) {
        return Probe.post(
                "/api/v1/dossiers", """
                {"procedure": "9.999999", "channel": "%s", "receivingAgency": "%s", "competentAgency": "%s",
                 "portalCode": "G22.99.2-260302-0001", "applicant": {"name": "Nguyễn Thị Bình An",
                 "identityNumber": "068199000123", "phone": "0912345678"}, "returnBy": {"way": "COUNTER"}}
                """.formatted(channel, WORLD.id(thing.oneStop()), WORLD.id(thing.decides())));
    }
}
