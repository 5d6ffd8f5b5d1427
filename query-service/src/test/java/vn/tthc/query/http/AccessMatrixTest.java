package vn.tthc.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.cases.CaseEvent.Assignment;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.law.Channel;
import vn.tthc.platform.access.matrix.AccessMatrix;
import vn.tthc.platform.access.matrix.AccessPage;
import vn.tthc.platform.access.matrix.Probe;
import vn.tthc.platform.access.matrix.Table;
import vn.tthc.platform.access.matrix.Thing;
import vn.tthc.platform.access.matrix.World;
import vn.tthc.platform.agency.PublishedAgencies;
import vn.tthc.platform.agency.PublishedDelegations;
import vn.tthc.platform.web.TestTokens;
import vn.tthc.query.Story;
import vn.tthc.query.person.PersonProjection;

/** Everybody sees in query-service what {@code access.txt} says: nothing else, nothing more, in its order. */
class AccessMatrixTest extends QueryServiceSlice {
    private static final Table TABLE = Table.beside(AccessMatrixTest.class, "access.txt");

    /** A month that no other test has dossiers in. */
    private static final Instant MONTH = Instant.parse("2024-05-20T01:00:00Z");

    private static final String IN_THE_MONTH = "receivedFrom=2024-05-01&receivedTo=2024-05-31";
    private static final String EMPTY_LIST = "{\"from\":\"2024-05-01T00:00:00Z\",\"to\":\"2024-05-31T00:00:00Z\","
            + "\"takenAt\":\"2024-06-01T00:00:00Z\",\"dossiers\":[]}";
    private static final String NUMBER = "068199009901";
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
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, String> waiting = new HashMap<>();

    @Test
    void everybody_sees_what_the_table_says_and_nothing_else() throws Exception {
        world.publish(agencies, documents);
        world.publish(delegations, documents);
        int others = figures(send(Probe.get("/api/v1/statistics"), inspector())).getOrDefault("all", 0);
        List<Thing> things = List.of(
                filed(0, "xã", "ward", "ward"),
                filed(1, "tỉnh", "other-ward", "department"),
                filed(2, "trung ương", "department", "ministry"),
                filed(3, "xã cũ", "old-ward", "old-ward"),
                filed(4, "tỉnh khác", "far-ward", "far-ward"));
        AccessMatrix matrix = new AccessMatrix(TABLE, world, things, this::token, this::send)
                .common()
                .all(
                        "GET /api/v1/dossiers",
                        Probe.get("/api/v1/dossiers?" + IN_THE_MONTH),
                        answer -> ids(answer, "$.dossiers[*].dossierId"),
                        AccessMatrixTest::ids)
                .filtered(
                        "GET /api/v1/dossiers [by code]",
                        it -> Probe.get("/api/v1/dossiers?code=" + codes.get(it.id())),
                        answer -> ids(answer, "$.dossiers[*].dossierId"))
                .each("GET /api/v1/dossiers/{id}", it -> Probe.get("/api/v1/dossiers/" + it.id()))
                .each(
                        "GET /api/v1/dossiers/{id}/timeline",
                        it -> Probe.get("/api/v1/dossiers/" + it.id() + "/timeline"))
                .each("GET /api/v1/dossiers/{id}/persons", it -> Probe.get("/api/v1/dossiers/" + it.id() + "/persons"))
                .views(
                        "POST /api/v1/dossiers/{id}/disclosures",
                        it -> Probe.post("/api/v1/dossiers/" + it.id() + "/disclosures", "{" + WHY + "}"),
                        Map.of("identity", answer -> answer.body().contains(NUMBER)))
                .all(
                        "POST /api/v1/dossier-searches",
                        Probe.post("/api/v1/dossier-searches", "{\"identityNumber\":\"" + NUMBER + "\"," + WHY + "}"),
                        answer -> ids(answer, "$.dossiers[*].dossierId"),
                        AccessMatrixTest::ids)
                .all(
                        "POST /api/v1/reconciliations",
                        Probe.post("/api/v1/reconciliations", EMPTY_LIST),
                        answer -> Set.copyOf(ids(answer, "$.missing[*].dossierId")),
                        seen -> Set.copyOf(ids(seen)))
                .all(
                        "GET /api/v1/statistics",
                        Probe.get("/api/v1/statistics"),
                        AccessMatrixTest::figures,
                        seen -> figures(seen, seen.size() == things.size() ? others : 0))
                .each(
                        "GET /api/v1/statistics [of an agency]",
                        it -> Probe.get("/api/v1/statistics?agency=" + world.id(it.decides())),
                        answer -> figures(answer).get("all"),
                        it -> 2)
                .all(
                        "GET /api/v1/worklists/mine",
                        Probe.get("/api/v1/worklists/mine"),
                        answer -> Set.copyOf(ids(answer, "$.items[*].dossierId")),
                        seen -> Set.copyOf(ids(seen)))
                .each(
                        "GET /api/v1/worklists/queue",
                        it -> Probe.get("/api/v1/worklists/queue?kind=ONE_STOP&agency=" + world.id(it.oneStop())),
                        answer -> ids(answer, "$.items[*].dossierId"),
                        it -> List.of(String.valueOf(waiting.get(it.id()))))
                .plain(
                        "POST /api/v1/status-lookups",
                        Probe.post(
                                "/api/v1/status-lookups", "{\"code\":\"MATRIX-1\",\"secret\":\"AAAA-BBBB-CCCC-DDDD\"}"))
                .plain("GET /api/v1/erasures/{person}", Probe.get("/api/v1/erasures/nobody"));
        for (String late : List.of("nearing", "overdue", "unacknowledged")) {
            matrix.each(
                    "GET /api/v1/worklists/" + late,
                    it -> Probe.get("/api/v1/worklists/" + late + "?agency=" + world.id(it.oneStop())),
                    answer -> ids(answer, "$.items[*].dossierId"),
                    it -> List.of());
        }
        send(
                Probe.post("/internal/backups", "{\"name\":\"matrix\"}"),
                token("keeper", null, Set.of(Role.SYSTEM), false));

        assertThat(matrix.unknown(context)).isEmpty();
        assertThat(matrix.differences()).isEmpty();
        assertThat(matrix.sent()).isGreaterThan(2000);
    }

    @Test
    void the_page_about_access_is_current() {
        assertThat(AccessPage.stale("query-service", TABLE)).isEmpty();
    }

    private String inspector() {
        return token("keeper", null, Set.of(Role.INSPECTOR), false);
    }

    /** A dossier somebody works on, and another of the same agencies that waits at the one-stop. */
    private Thing filed(int day, String level, String oneStop, String decides) {
        Instant at = MONTH.minus(Duration.ofDays(day));
        AgencyRef agency = world.ref(decides);
        Story working = story(at, oneStop, decides).submitted().received();
        working.told(new CaseEvent.Opened(at, file(world.ref(oneStop), agency), false))
                .told(new CaseEvent.CustodyAccepted(at, "a", agency, true))
                .told(new CaseEvent.Assigned(at, "a", agency, "matrix-somebody", Assignment.ASSIGNED, null, null));
        project(working);
        documents.write(writer -> {
            persons.apply(working.dossier().getFirst(), writer);
            return true;
        });
        Story other = story(at.minus(Duration.ofDays(100)), oneStop, decides)
                .submitted()
                .received();
        project(other);
        codes.put(working.id(), working.code());
        waiting.put(working.id(), other.id());
        return new Thing(level, working.id(), oneStop, decides, "nobody");
    }

    private Story story(Instant at, String oneStop, String decides) {
        String id = UUID.randomUUID().toString();
        String person = vault.newPerson();
        Party party = new Party(
                person,
                sealed(person, id, "name", "Lâm Thị Mai"),
                sealed(person, id, "identityNumber", NUMBER),
                null,
                null,
                null);
        return Story.of(id).from(at).at(world.ref(oneStop), world.ref(decides)).applicant(party, "filing-" + id);
    }

    private Sealed sealed(String person, String dossier, String field, String text) {
        return vault.seal(person, StreamId.dossier(dossier), "filing-" + dossier, "applicant." + field, text);
    }

    private static CaseFile file(AgencyRef oneStop, AgencyRef agency) {
        FlowStep step = new FlowStep(
                "a",
                "Thẩm định",
                "Appraisal",
                FlowStep.Kind.WORK,
                agency.level(),
                Role.CASE_OFFICER,
                agency,
                480,
                false,
                List.of());
        return new CaseFile(
                "H36.101",
                "2.000806@1",
                "Thủ tục",
                "Procedure",
                Channel.ONLINE,
                "live",
                MONTH,
                null,
                oneStop,
                List.of(step));
    }

    private String token(String account, @Nullable String agency, Set<Role> roles, boolean forSomebodyElse) {
        return TOKENS.token(forSomebodyElse ? "another-system" : TestTokens.AUDIENCE, account, agency, roles);
    }

    private Probe.Answer send(Probe call, String token) throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(
                        HttpMethod.valueOf(call.method()), URI.create(call.path()))
                .content(call.body());
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

    private static List<String> ids(Probe.Answer answer, String path) {
        return JsonPath.read(answer.body(), path);
    }

    private static List<String> ids(List<Thing> seen) {
        return seen.stream().map(Thing::id).toList();
    }

    /** How many there are in all, and of each agency of this test. */
    private static Map<String, Integer> figures(Probe.Answer answer) {
        Map<String, Integer> byAgency = JsonPath.read(answer.body(), "$.byAgency");
        Map<String, Integer> figures = new TreeMap<>();
        byAgency.forEach((agency, count) -> {
            if (count > 0 && (agency.startsWith("97") || agency.startsWith("96") || agency.startsWith("M"))) {
                figures.put(agency, count);
            }
        });
        figures.put("all", JsonPath.read(answer.body(), "$.dossiers"));
        return figures;
    }

    /** Two for each thing. */
    private Map<String, Integer> figures(List<Thing> seen, int others) {
        Map<String, Integer> figures = new TreeMap<>();
        seen.forEach(thing -> figures.merge(world.id(thing.decides()), 2, Integer::sum));
        figures.put("all", others + 2 * seen.size());
        return figures;
    }
}
