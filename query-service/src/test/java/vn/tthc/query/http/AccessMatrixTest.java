package vn.tthc.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.query.http.MatrixAnswers.figures;
import static vn.tthc.query.http.MatrixAnswers.found;
import static vn.tthc.query.http.MatrixAnswers.ids;
import static vn.tthc.query.http.MatrixAnswers.late;
import static vn.tthc.query.http.MatrixAnswers.page;
import static vn.tthc.query.http.MatrixAnswers.reconciled;
import static vn.tthc.query.http.MatrixAnswers.sum;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.matrix.AccessMatrix;
import vn.tthc.platform.access.matrix.AccessPage;
import vn.tthc.platform.access.matrix.Bodies;
import vn.tthc.platform.access.matrix.Probe;
import vn.tthc.platform.access.matrix.Table;
import vn.tthc.platform.access.matrix.Thing;
import vn.tthc.platform.access.matrix.World;
import vn.tthc.platform.agency.PublishedAgencies;
import vn.tthc.platform.agency.PublishedDelegations;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.web.TestTokens;
import vn.tthc.query.Story;
import vn.tthc.query.http.MatrixDossiers.Filed;
import vn.tthc.query.http.MatrixDossiers.Situation;
import vn.tthc.query.person.PersonProjection;

/** Everybody sees in query-service what {@code access.txt} says: nothing else, nothing more, in its order. */
class AccessMatrixTest extends QueryServiceSlice {
    private static final Table TABLE = Table.beside(AccessMatrixTest.class, "access.txt");

    private static final Bodies BODIES = Bodies.beside(AccessMatrixTest.class, "bodies.txt");
    private static final String IN_THE_MONTH = "receivedFrom=2024-05-01&receivedTo=2024-05-31";
    private static final String PORTAL_LIST = "{\"from\":\"2024-05-01T00:00:00Z\",\"to\":\"2024-05-31T00:00:00Z\","
            + "\"takenAt\":\"2024-06-01T00:00:00Z\",\"dossiers\":[%s]}";
    private static final String WHY = "\"purpose\":\"COMPLAINT\"";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PublishedAgencies agencies;

    @Autowired
    private PublishedDelegations delegations;

    @Autowired
    private PersonProjection persons;

    private final World world = World.invented();
    private final AtomicInteger sent = new AtomicInteger();

    @Test
    void everybody_sees_what_the_table_says_and_nothing_else() throws Exception {
        world.publish(agencies, documents);
        world.publish(delegations, documents);
        Map<String, Integer> others = figures(send(Probe.get("/api/v1/statistics"), inspector()));
        MatrixDossiers story = new MatrixDossiers(world, vault, this::take);
        List<Thing> things = List.of(
                story.filed("xã", "ward", "ward", "matrix-an"),
                story.filed("tỉnh", "other-ward", "department", "matrix-binh"),
                story.filed("trung ương", "department", "ministry", "matrix-an"),
                story.filed("xã cũ", "old-ward", "old-ward", "matrix-binh"),
                story.filed("huyện cũ", "old-district", "old-district", "matrix-an"),
                story.filed("tỉnh khác", "far-ward", "far-ward", "matrix-an"));
        AccessMatrix matrix = new AccessMatrix(TABLE, BODIES, world, things, this::token, this::send)
                .common()
                .planted("contact", MatrixDossiers.NAME, MatrixDossiers.PHONE)
                .planted("identity", MatrixDossiers.NUMBERS.values().toArray(String[]::new))
                .planted("officer", MatrixDossiers.OFFICER)
                .planted("nobody", MatrixDossiers.DRAFTED_BY)
                .planted("inside", MatrixDossiers.INSIDE)
                .planted("internal", "\"audience\":\"INTERNAL\"")
                .all(
                        "GET /api/v1/dossiers",
                        Probe.get("/api/v1/dossiers?limit=100&" + IN_THE_MONTH),
                        answer -> page(answer, "$.dossiers[*].dossierId"),
                        seen -> page(ids(story, seen), 100))
                .all(
                        "GET /api/v1/dossiers [a page]",
                        Probe.get("/api/v1/dossiers?limit=7&" + IN_THE_MONTH),
                        answer -> page(answer, "$.dossiers[*].dossierId"),
                        seen -> page(ids(story, seen), 7))
                .all(
                        "GET /api/v1/dossiers [of a status]",
                        Probe.get("/api/v1/dossiers?status=9&" + IN_THE_MONTH),
                        answer -> page(answer, "$.dossiers[*].dossierId"),
                        seen -> page(ids(story.in(seen, each -> each.situation() == Situation.ENDED_LATE)), 100))
                .filtered(
                        "GET /api/v1/dossiers [by code]",
                        it -> Probe.get(
                                "/api/v1/dossiers?code=" + onDesk(story, it).number()),
                        answer -> ids(answer, "$.dossiers[*].dossierId"))
                .each(
                        "GET /api/v1/dossiers/{id}",
                        it -> Probe.get("/api/v1/dossiers/" + it.id()),
                        answer -> JsonPath.read(answer.body(), "$.dossierId"),
                        Thing::id)
                .each(
                        "GET /api/v1/dossiers/{id}/timeline",
                        it -> Probe.get("/api/v1/dossiers/" + it.id() + "/timeline"))
                .each("GET /api/v1/dossiers/{id}/persons", it -> Probe.get("/api/v1/dossiers/" + it.id() + "/persons"))
                .each(
                        "POST /api/v1/dossiers/{id}/disclosures",
                        it -> Probe.post("/api/v1/dossiers/" + it.id() + "/disclosures", "{" + WHY + "}"))
                .all(
                        "GET /api/v1/dossiers/mine",
                        Probe.get("/api/v1/dossiers/mine"),
                        answer -> ids(answer, "$.dossiers[*].number"),
                        seen -> story.in(seen, each -> true).stream()
                                .map(each -> each.story().number())
                                .toList())
                .all(
                        "POST /api/v1/dossier-searches",
                        search("\"identityNumber\":\"" + MatrixDossiers.NUMBERS.get("matrix-an") + "\""),
                        MatrixAnswers::found,
                        seen -> found(
                                story,
                                seen.stream()
                                        .filter(thing -> thing.owner().equals("matrix-an"))
                                        .toList()))
                .all(
                        "POST /api/v1/dossier-searches [by name]",
                        search("\"name\":\"ma tran lam\""),
                        MatrixAnswers::found,
                        seen -> found(story, seen))
                .all(
                        "POST /api/v1/dossier-searches [by phone]",
                        search("\"phone\":\"" + MatrixDossiers.PHONE + "\""),
                        MatrixAnswers::found,
                        seen -> found(story, seen))
                .all(
                        "POST /api/v1/reconciliations",
                        Probe.post("/api/v1/reconciliations", PORTAL_LIST.formatted("")),
                        answer -> reconciled(answer, "$.missing[*].dossierId"),
                        seen -> List.of(ids(story, seen).size(), 0, ids(story, seen)))
                .all(
                        "POST /api/v1/reconciliations [of a list]",
                        Probe.post("/api/v1/reconciliations", portalList(story, things)),
                        answer -> reconciled(answer, "$.different[*].dossierId"),
                        seen -> List.of(ids(story, seen).size(), seen.size(), late(story, seen)))
                .all(
                        "GET /api/v1/statistics",
                        Probe.get("/api/v1/statistics"),
                        MatrixAnswers::figures,
                        seen -> sum(story.figures(seen, true), seen.size() == things.size() ? others : Map.of()))
                .each(
                        "GET /api/v1/statistics [of an agency]",
                        it -> Probe.get("/api/v1/statistics?agency=" + world.id(it.decides())),
                        MatrixAnswers::figures,
                        it -> story.figures(List.of(it), false))
                .all(
                        "GET /api/v1/worklists/mine",
                        Probe.get("/api/v1/worklists/mine"),
                        MatrixAnswers::work,
                        seen -> page(story.due(seen, Situation.ON_A_DESK), 50))
                .plain(
                        "POST /api/v1/status-lookups",
                        Probe.post(
                                "/api/v1/status-lookups", "{\"code\":\"MATRIX-1\",\"secret\":\"AAAA-BBBB-CCCC-DDDD\"}"))
                .each(
                        "POST /api/v1/status-lookups [with the secret]",
                        it -> Probe.post(
                                "/api/v1/status-lookups",
                                "{\"code\":\"<%s|%s|%s>\",\"secret\":\"%s\"}"
                                        .formatted(
                                                onDesk(story, it).number(),
                                                onDesk(story, it).code(),
                                                onDesk(story, it).portalCode(),
                                                onDesk(story, it).secret())),
                        answer -> JsonPath.read(answer.body(), "$.number"),
                        it -> onDesk(story, it).number())
                .plain("GET /api/v1/erasures/{person}", Probe.get("/api/v1/erasures/nobody"));
        waiting(matrix, story, "queue", "?kind=ONE_STOP", Situation.AT_ONE_STOP, Situation.ENDED_LATE, Situation.FILED);
        waiting(matrix, story, "queue [to accept]", "?kind=TO_ACCEPT", Situation.NOT_TAKEN);
        waiting(
                matrix,
                story,
                "queue [pool]",
                "?kind=POOL&role=CASE_OFFICER",
                Situation.IN_POOL,
                Situation.NEARING,
                Situation.STEP_OVERDUE,
                Situation.OVERDUE);
        waiting(matrix, story, "nearing", "?limit=50", Situation.NEARING);
        waiting(matrix, story, "overdue", "?limit=50", Situation.STEP_OVERDUE, Situation.OVERDUE);
        waiting(matrix, story, "unacknowledged", "?limit=50", Situation.NOT_TAKEN);
        send(
                Probe.post("/internal/backups", "{\"name\":\"matrix\"}"),
                token("keeper", null, Set.of(Role.SYSTEM), false));

        assertThat(matrix.unknown(context)).isEmpty();
        assertThat(matrix.differences()).isEmpty();
        assertThat(matrix.audiences()).containsExactlyElementsOf(TABLE.audiences());
        assertThat(matrix.sent()).isGreaterThan(2000);
    }

    @Test
    void the_page_about_access_is_current() {
        assertThat(AccessPage.stale("query-service", TABLE)).isEmpty();
    }

    private String inspector() {
        return token("keeper", null, Set.of(Role.INSPECTOR), false);
    }

    private void take(ReceivedEvent event) {
        documents.write(writer -> {
            projection.apply(event, writer);
            persons.apply(event, writer);
            return true;
        });
    }

    /** A list of an agency's work, for the one-stop's its own, for the others that of the agency that has the papers. */
    private void waiting(
            AccessMatrix matrix, MatrixDossiers story, String list, String query, Situation... situations) {
        boolean atOneStop = list.equals("queue");
        String path = "/api/v1/worklists/" + list.replaceFirst(" .*", "") + query + "&agency=";
        matrix.each(
                "GET /api/v1/worklists/" + list,
                it -> Probe.get(path + world.id(atOneStop ? it.oneStop() : it.decides())),
                MatrixAnswers::work,
                it -> page(story.due(List.of(it), situations), 50));
    }

    private static Story onDesk(MatrixDossiers story, Thing thing) {
        return story.of(thing, Situation.ON_A_DESK).story();
    }

    private static Probe search(String by) {
        return Probe.post("/api/v1/dossier-searches", "{" + by + ",\"limit\":100," + WHY + "}");
    }

    /** What the portal would have: of every thing one dossier as it is, and one that it thinks is still in process. */
    private static String portalList(MatrixDossiers story, List<Thing> things) {
        return PORTAL_LIST.formatted(things.stream()
                .flatMap(thing -> Stream.of(
                        entry(story.of(thing, Situation.FILED), 1), entry(story.of(thing, Situation.ENDED_LATE), 4)))
                .collect(Collectors.joining(",")));
    }

    private static String entry(Filed filed, int status) {
        return "{\"code\":\"%s\",\"status\":%d}".formatted(filed.story().portalCode(), status);
    }

    private String token(String account, @Nullable String agency, Set<Role> roles, boolean forSomebodyElse) {
        String audience = forSomebodyElse ? "another-system" : TestTokens.AUDIENCE;
        return TOKENS.token(audience, account, agency, roles, MatrixDossiers.NUMBERS.get(account));
    }

    private Probe.Answer send(Probe call, String token) throws Exception {
        int nth = sent.incrementAndGet();
        // Who asks too often from one address, or about one code, is turned away.
        String address = "203.0.113." + nth % 250;
        byte[] body = new String(call.body(), StandardCharsets.UTF_8)
                .replaceAll("<(.+?)\\|(.+?)\\|(.+?)>", "$" + (1 + nth % 3))
                .getBytes(StandardCharsets.UTF_8);
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(
                        HttpMethod.valueOf(call.method()), URI.create(call.path()))
                .with(from -> {
                    from.setRemoteAddr(address);
                    return from;
                })
                .content(body);
        call.headers().forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        MockHttpServletResponse answer = http.perform(request).andReturn().getResponse();
        return new Probe.Answer(
                answer.getStatus(),
                String.valueOf(answer.getContentType()),
                answer.getContentAsString(StandardCharsets.UTF_8));
    }
}
