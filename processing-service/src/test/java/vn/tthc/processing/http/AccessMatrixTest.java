package vn.tthc.processing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.law.Channel;
import vn.tthc.platform.access.matrix.AccessMatrix;
import vn.tthc.platform.access.matrix.AccessPage;
import vn.tthc.platform.access.matrix.Bodies;
import vn.tthc.platform.access.matrix.HttpExchange;
import vn.tthc.platform.access.matrix.Probe;
import vn.tthc.platform.access.matrix.Table;
import vn.tthc.platform.access.matrix.Thing;
import vn.tthc.platform.access.matrix.World;
import vn.tthc.platform.agency.PublishedAgencies;
import vn.tthc.platform.agency.PublishedDelegations;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.processing.domain.Flows;
import vn.tthc.processing.http.Api.Answer;

/** Everybody may in processing what {@code access.txt} says, and nothing else. */
class AccessMatrixTest extends RunningService {
    private static final Table TABLE = Table.beside(AccessMatrixTest.class, "access.txt");
    private static final Bodies BODIES = Bodies.beside(AccessMatrixTest.class, "bodies.txt");

    /** What stands in a case, and is for those alone who may see it. */
    private static final String PROCEDURE = "Thủ tục của ma trận";

    /** What another agency answered goes to the papers, and is in no answer. */
    private static final String STANCE = "Ý kiến của ma trận";

    private static final String CASE = "/api/v1/cases/{dossierId}";
    private static final String RECORDED = "{\"recordId\":\"matrix-1\",\"name\":\"Trao đổi\"}";
    private static final String OPINION = "{\"stance\":\"AGREES\",\"text\":\"" + STANCE + "\"}";
    private static final String WITHOUT_TIME =
            "{\"from\":\"2020-01-02T00:00:00Z\",\"to\":\"2020-01-01T00:00:00Z\",\"standIn\":\"b\"%s}";

    /** Decisions on a case, with a body that is well formed. */
    private static final Map<String, String> DECISIONS = Map.ofEntries(
            Map.entry("acceptances", "{}"),
            Map.entry("declines", "{\"reason\":\"r\"}"),
            Map.entry("forwards", "{}"),
            Map.entry("send-backs", "{\"toStep\":\"a\",\"reason\":\"r\"}"),
            Map.entry("releases", "{}"),
            Map.entry("assignments", "{\"officer\":\"o\"}"),
            Map.entry("supplement-requests", "{\"items\":[{\"name\":\"n\",\"demand\":\"d\"}],\"reason\":\"r\"}"),
            Map.entry(
                    "supplement-requests [again]",
                    "{\"items\":[{\"name\":\"n\",\"demand\":\"d\"}],\"reason\":\"r\",\"leaveReason\":\"l\"}"),
            Map.entry("pauses", "{\"reason\":\"APPRAISAL\",\"note\":\"n\"}"),
            Map.entry("resumptions", "{\"reason\":\"APPRAISAL\"}"),
            Map.entry("drafts", "{\"kind\":\"GRANTED\"}"),
            Map.entry("signatures", "{}"),
            Map.entry("apologies", "{\"reason\":\"r\",\"signer\":\"s\"}"),
            Map.entry("corrections", "{\"toStep\":\"a\",\"ground\":\"g\",\"reason\":\"r\"}"),
            Map.entry("numbers", "{\"number\":\"1\"}"),
            Map.entry("issues", "{}"),
            Map.entry("finishes", "{}"));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PublishedAgencies agencies;

    @Autowired
    private PublishedDelegations delegations;

    @Autowired
    private DocumentStore documents;

    private final World world = World.invented();

    @Test
    void everybody_may_what_the_table_says_and_nothing_else() throws Exception {
        world.publish(agencies, documents);
        world.publish(delegations, documents);
        Thing old = imported("xã cũ", "old-ward");
        Thing oldest = imported("huyện cũ", "old-district");
        Thing commune = live("xã", "ward", "ward");
        List<Thing> things = List.of(
                commune,
                live("tỉnh", "other-ward", "department"),
                live("trung ương", "department", "ministry"),
                old,
                oldest);
        AccessMatrix matrix = new AccessMatrix(TABLE, BODIES, world, things, this::token, new HttpExchange(port))
                .planted("case", PROCEDURE)
                .planted("nobody", STANCE)
                .common()
                .each("GET " + CASE, it -> Probe.get(path(it, "")))
                .each("GET " + CASE + "/flow", it -> Probe.get(path(it, "/flow")))
                .each("GET " + CASE + "/forms", it -> Probe.get(path(it, "/forms")))
                .each("GET " + CASE + "/forms/{form}", it -> Probe.get(path(it, "/forms/CONTROL_SHEET")))
                .each("GET " + CASE + "/forms/{form}/pdf", it -> Probe.get(path(it, "/forms/CONTROL_SHEET/pdf")))
                .each("POST " + CASE + "/recorded-steps", it -> ofLive(it, "/recorded-steps", RECORDED))
                .each("POST " + CASE + "/claims", it -> ofLive(it, "/claims", "{}"))
                .each("POST " + CASE + "/steps/{step}/completions", it -> ofLive(it, "/steps/a/completions", "{}"))
                .each("POST " + CASE + "/opinions", it -> old(path(it, "/opinions"), question(world.id("department"))))
                .each(
                        "POST " + CASE + "/opinions/{opinionId}/answers",
                        it -> it.equals(commune) ? null : ofLive(it, "/opinions/matrix/answers", OPINION))
                .each(
                        "POST " + CASE + "/opinions/{opinionId}/withdrawals",
                        it -> old(path(it, "/opinions/matrix/withdrawals"), "{\"reason\":\"r\"}"))
                .plain(
                        "POST " + CASE + "/recorded-steps [own time]",
                        Probe.post(
                                path(old, "/recorded-steps"),
                                ownTime("recordId\":\"matrix-2\",\"name\":\"n\",\"occurredAt")))
                .plain(
                        "POST " + CASE + "/finishes [own time]",
                        Probe.post(path(commune, "/finishes"), ownTime("endedAt")))
                .plain("POST /api/v1/absences [own]", Probe.post("/api/v1/absences", WITHOUT_TIME.formatted("")))
                .plain(
                        "POST /api/v1/absences [another's]",
                        Probe.post("/api/v1/absences", WITHOUT_TIME.formatted(",\"officer\":\"a\"")))
                .plain(
                        "POST /api/v1/absences/{officer}/{absenceId}/returns [own]",
                        Probe.post("/api/v1/absences/matrix-somebody/none/returns", "{}"))
                .plain(
                        "POST /api/v1/absences/{officer}/{absenceId}/returns [another's]",
                        Probe.post("/api/v1/absences/another/none/returns", "{}"))
                .plain("POST /api/v1/successions", Probe.post("/api/v1/successions", "{\"agency\":\"nobody@origin\"}"))
                .plain("POST /api/v1/blobs", Probe.upload("/api/v1/blobs", "text/plain", new byte[1]));
        DECISIONS.forEach((what, json) -> matrix.each(
                "POST " + CASE + "/" + what, it -> old(path(it, "/" + what.replace(" [again]", "")), json)));
        as(null, Role.ADMINISTRATOR).post("/internal/backups", "{\"name\":\"matrix\"}");

        assertThat(matrix.unknown(context)).isEmpty();
        assertThat(matrix.differences()).isEmpty();
        assertThat(matrix.audiences()).containsExactlyElementsOf(TABLE.audiences());
        assertThat(matrix.sent()).isGreaterThan(3000);
    }

    @Test
    void the_page_about_access_is_current() {
        assertThat(AccessPage.stale("processing-service", TABLE)).isEmpty();
    }

    /** A case that was taken, and whose one-stop was asked for its opinion. */
    private Thing live(String level, String oneStop, String decides) {
        String dossier = aDossier();
        AgencyRef agency = world.ref(decides);
        arrives(
                dossier,
                3,
                Flows.START,
                new DossierEvent.HandedOver(
                        Flows.START,
                        file(
                                world.ref(oneStop),
                                List.of(
                                        Flows.step("a", Kind.WORK, agency),
                                        Flows.step("ky", Kind.SIGN, agency),
                                        Flows.step("p", Kind.ISSUE, agency)))));
        Thing thing = new Thing(level, dossier, oneStop, decides, "nobody");
        Api officer = as(agency.id(), Role.CASE_OFFICER);
        ok(officer.seen(1).post(path(thing, "/acceptances"), "{}"));
        if (!oneStop.equals(decides)) {
            ok(officer.seen(2).post(path(thing, "/opinions"), question(world.id(oneStop))));
            ok(as(world.id(oneStop), Role.CASE_OFFICER).post(path(thing, "/opinions/matrix/answers"), OPINION));
        }
        ok(officer.post(path(thing, "/recorded-steps"), RECORDED));
        return thing;
    }

    private Thing imported(String level, String agency) {
        String dossier = aDossier();
        arrives(
                dossier,
                1,
                Flows.START,
                new DossierEvent.Imported(
                        Flows.START,
                        "wabo",
                        "matrix-" + agency,
                        "hash",
                        file(world.ref(agency), List.of()),
                        new Lookup("1", "hash", 1)));
        Thing thing = new Thing(level, dossier, agency, agency, "nobody");
        ok(as(null, Role.IMPORTER)
                .post(path(thing, "/recorded-steps"), ownTime("recordId\":\"matrix-2\",\"name\":\"n\",\"occurredAt")));
        return thing;
    }

    private static CaseFile file(AgencyRef oneStop, List<FlowStep> steps) {
        return new CaseFile(
                "H36.01-260302-0009",
                "2.000635@2026-01",
                PROCEDURE,
                "Procedure",
                Channel.COUNTER,
                "live",
                Flows.START.minusSeconds(3600),
                Flows.START.plusSeconds(86_400),
                oneStop,
                steps);
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
    }

    private static String question(String agency) {
        return "{\"opinionId\":\"matrix\",\"agency\":\"" + agency
                + "\",\"question\":\"Có tranh chấp không?\",\"dueAt\":\"2099-01-01T00:00:00Z\"}";
    }

    private static String ownTime(String field) {
        return "{\"" + field + "\":\"2020-01-01T00:00:00Z\"}";
    }

    private static String path(Thing thing, String what) {
        return "/api/v1/cases/" + thing.id() + what;
    }

    /** A decision of somebody who has seen the case as it was opened. */
    private static Probe old(String path, String json) {
        return Probe.post(path, json).with("If-Match", "\"case-1\"");
    }

    /** The same on a case that goes through a flow; an old one goes through none. */
    private static @Nullable Probe ofLive(Thing thing, String what, String json) {
        return thing.oneStop().startsWith("old-") ? null : old(path(thing, what), json);
    }
}
