package vn.tthc.processing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.OnBehalf;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.ResultKind;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.contracts.reference.Delegation;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.timer.Timer;
import vn.tthc.platform.timer.TimerRule;
import vn.tthc.processing.domain.Flows;
import vn.tthc.processing.http.Api.Answer;

/** What agencies, officers and the clock do to a case beside working through it. */
class CaseWorkOverHttpTest extends RunningService {
    private static final String COMMUNE = Flows.COMMUNE.id();
    private static final String DEPARTMENT = Flows.DEPARTMENT.id();
    private static final AgencyRef OLD =
            new AgencyRef("99@origin", "Xã cũ", "Old commune", Flows.COMMUNE.level(), null, null);

    @Autowired
    private Commands commands;

    @Autowired
    private EventLog log;

    @Autowired
    private List<TimerRule> rules;

    @BeforeEach
    void agencies() {
        published(agency(Flows.DEPARTMENT, null, List.of()));
        published(agency(Flows.COMMUNE, null, List.of()));
    }

    private static Agency agency(AgencyRef ref, LocalDate validTo, List<String> successors) {
        return new Agency(
                ref.id(),
                ref.id(),
                null,
                ref.level(),
                null,
                "UNIT",
                ref.name(),
                ref.nameEn(),
                ref.validFrom(),
                validTo,
                "NORMAL",
                successors);
    }

    private Api officer() {
        return as(COMMUNE, Role.CASE_OFFICER);
    }

    private Api head() {
        return as(COMMUNE, Role.HEAD_OF_UNIT);
    }

    private static String path(String dossier, String what) {
        return "/api/v1/cases/" + dossier + "/" + what;
    }

    private String handedOver(CaseFile file) {
        String dossier = aDossier();
        arrives(dossier, 3, Flows.START, new DossierEvent.HandedOver(Flows.START, file));
        return dossier;
    }

    private String taken() {
        String dossier = handedOver(Flows.fourLevels());
        ok(officer().seen(1).post(path(dossier, "acceptances"), "{}"));
        return dossier;
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
    }

    private static void refused(String code, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void an_agency_declines_with_a_reason_and_the_one_stop_has_the_dossier_again() {
        String dossier = handedOver(Flows.fourLevels());
        Answer answer = officer().seen(1).post(path(dossier, "declines"), "{\"reason\":\"không thuộc thẩm quyền\"}");

        ok(answer);
        assertThat(answer.json().at("/changes/0/type").asString()).isEqualTo("case.hand-over-refused");
        assertThat(officer().get("/api/v1/cases/" + dossier).status()).isEqualTo(404);
        arrives(dossier, 5, Flows.START, new DossierEvent.HandedOver(Flows.START, Flows.fourLevels()));
        ok(officer().seen(3).post(path(dossier, "acceptances"), "{}"));
    }

    @Test
    void a_step_that_the_head_gave_to_somebody_is_done_by_nobody_else_until_it_is_released() {
        String dossier = taken();
        assertThat(officer()
                        .seen(2)
                        .post(path(dossier, "assignments"), "{\"officer\":\"other\"}")
                        .status())
                .isEqualTo(403);
        ok(head().seen(2).post(path(dossier, "assignments"), "{\"officer\":\"other\"}"));

        refused("ASSIGNED_TO_ANOTHER", officer().seen(3).post(path(dossier, "steps/tham-dinh/completions"), "{}"));
        refused("ASSIGNED_TO_ANOTHER", officer().seen(3).post(path(dossier, "releases"), "{}"));
        ok(head().seen(3).post(path(dossier, "releases"), "{\"reason\":\"nghỉ ốm\"}"));
        ok(officer().seen(4).post(path(dossier, "claims"), "{}"));
        ok(officer().seen(5).post(path(dossier, "steps/tham-dinh/completions"), "{}"));
    }

    @Test
    void work_of_somebody_absent_goes_to_the_stand_in_when_it_is_assigned_and_when_the_absence_begins() {
        String dossier = taken();
        String absence = "{\"officer\":\"%s\",\"from\":\"2020-01-01T00:00:00Z\",\"to\":\"2099-01-01T00:00:00Z\","
                + "\"standIn\":\"%s\"}";
        ok(head().post("/api/v1/absences", absence.formatted("away-1", "there-1")));
        ok(head().seen(2).post(path(dossier, "assignments"), "{\"officer\":\"away-1\"}"));
        assertThat(view(dossier).json().path("officer").asString()).isEqualTo("there-1");

        comesBack(StreamId.caseOf(dossier));
        ok(head().post("/api/v1/absences", absence.formatted("there-1", "there-2")));
        StreamId officer = new StreamId(StreamType.OFFICER, "there-1");
        raise(officer, 1);
        comesBack(officer);

        assertThat(view(dossier).json().path("officer").asString()).isEqualTo("there-2");
        refused("ABSENCE_OVERLAPS", head().post("/api/v1/absences", absence.formatted("away-1", "there-1")));
    }

    @Test
    void a_head_elsewhere_moves_no_work_of_this_agency_and_ends_no_absence_of_its_people() {
        String dossier = taken();
        String absence = "{\"officer\":\"busy-1\",\"from\":\"2020-01-01T00:00:00Z\",\"to\":\"2099-01-01T00:00:00Z\","
                + "\"standIn\":\"%s\"}";
        Api elsewhere = as(DEPARTMENT, Role.HEAD_OF_UNIT);
        ok(elsewhere.post("/api/v1/absences", absence.formatted("stranger")));
        ok(head().seen(2).post(path(dossier, "assignments"), "{\"officer\":\"busy-1\"}"));
        comesBack(StreamId.caseOf(dossier));
        StreamId officer = new StreamId(StreamType.OFFICER, "busy-1");
        raise(officer, 1);
        comesBack(officer);
        assertThat(view(dossier).json().path("officer").asString()).isEqualTo("busy-1");

        Answer ours = head().post("/api/v1/absences", absence.formatted("colleague"));
        ok(ours);
        String end = "/api/v1/absences/busy-1/" + ours.json().path("absenceId").asString() + "/returns";
        assertThat(elsewhere.post(end, "{}").status()).isEqualTo(403);
        ok(head().post(end, "{}"));
    }

    @Test
    void a_deputy_signs_in_the_leaders_place_and_only_as_long_as_the_delegation_lasts() {
        CaseFile file = Flows.file(
                Flows.step("a", Kind.WORK, Flows.COMMUNE),
                Flows.step("ky", Kind.SIGN, Flows.COMMUNE),
                Flows.step("p", Kind.ISSUE, Flows.COMMUNE));
        String dossier = handedOver(file);
        ok(officer().seen(1).post(path(dossier, "acceptances"), "{}"));
        ok(officer().seen(2).post(path(dossier, "steps/a/completions"), "{}"));
        ok(officer().seen(3).post(path(dossier, "forwards"), "{}"));
        delegated(delegation("over", Instant.now().minusSeconds(1)));
        delegated(delegation("lasting", Instant.now().plusSeconds(3600)));
        Api deputy = as(COMMUNE, Role.HEAD_OF_UNIT);

        assertThat(deputy.seen(4).post(path(dossier, "signatures"), "{}").status())
                .isEqualTo(403);
        Answer late = deputy.by("over").seen(4).post(path(dossier, "signatures"), "{}");
        assertThat(late.code()).isEqualTo("DELEGATION_NOT_IN_FORCE");
        assertThat(deputy.by("lasting")
                        .seen(4)
                        .post(path(dossier, "assignments"), "{\"officer\":\"x\"}")
                        .status())
                .isEqualTo(200);
        ok(deputy.by("lasting").seen(5).post(path(dossier, "releases"), "{}"));
        ok(deputy.by("lasting").seen(6).post(path(dossier, "signatures"), "{}"));

        Actor signer = recorded(dossier, 7).actor();
        assertThat(signer.roles()).containsExactly(Role.AGENCY_LEADER);
        assertThat(signer.onBehalfOf()).isEqualTo(new OnBehalf("lasting", "leader-1"));
        assertThat(recorded(dossier, 2).actor().onBehalfOf()).isNull();
    }

    private static Delegation delegation(String id, Instant to) {
        return new Delegation(
                id,
                COMMUNE,
                "leader-1",
                "somebody",
                Set.of(Role.AGENCY_LEADER),
                Instant.parse("2026-01-01T00:00:00Z"),
                to,
                "Quy chế làm việc",
                "1/QĐ");
    }

    private Envelope recorded(String dossier, long version) {
        return log.read(StreamId.caseOf(dossier).toString(), version, 1)
                .getFirst()
                .envelope();
    }

    private Answer view(String dossier) {
        return officer().get("/api/v1/cases/" + dossier);
    }

    @Test
    void an_opinion_is_given_by_the_agency_that_was_asked_which_need_not_have_the_papers() {
        String dossier = taken();
        String question = "{\"opinionId\":\"o1\",\"agency\":\"%s\",\"question\":\"Có tranh chấp không?\","
                + "\"dueAt\":\"2099-01-01T00:00:00Z\"}";
        Answer unknown = officer().seen(2).post(path(dossier, "opinions"), question.formatted("nobody@origin"));
        assertThat(unknown.status()).isEqualTo(400);
        ok(officer().seen(2).post(path(dossier, "opinions"), question.formatted(DEPARTMENT)));
        refused("OPINION_OUTSTANDING", officer().seen(3).post(path(dossier, "steps/tham-dinh/completions"), "{}"));

        String answer = "{\"stance\":\"AGREES\",\"text\":\"Không\"}";
        assertThat(officer().post(path(dossier, "opinions/o1/answers"), answer).status())
                .isEqualTo(403);
        Api asked = as(DEPARTMENT, Role.CASE_OFFICER);
        assertThat(asked.get("/api/v1/cases/" + dossier).status()).isEqualTo(200);
        ok(asked.post(path(dossier, "opinions/o1/answers"), answer));
        ok(asked.post(path(dossier, "opinions/o1/answers"), answer));
        ok(officer().seen(4).post(path(dossier, "steps/tham-dinh/completions"), "{}"));
    }

    @Test
    void three_roles_draft_sign_and_issue_and_a_correction_goes_back_to_signing() {
        CaseFile file = Flows.file(
                Flows.step("a", Kind.WORK, Flows.COMMUNE),
                Flows.when(ResultKind.REFUSED, Flows.step("no", Kind.WORK, Flows.COMMUNE)),
                Flows.step("ky", Kind.SIGN, Flows.COMMUNE),
                Flows.step("so", Kind.NUMBER, Flows.COMMUNE),
                Flows.step("p", Kind.ISSUE, Flows.COMMUNE));
        String dossier = handedOver(file);
        Api leader = as(COMMUNE, Role.AGENCY_LEADER);
        Api clerk = as(COMMUNE, Role.RECORDS_CLERK);
        ok(officer().seen(1).post(path(dossier, "acceptances"), "{}"));
        assertThat(leader.seen(2)
                        .post(path(dossier, "drafts"), "{\"kind\":\"GRANTED\"}")
                        .status())
                .isEqualTo(403);
        ok(officer().seen(2).post(path(dossier, "drafts"), "{\"kind\":\"GRANTED\"}"));
        ok(officer().seen(3).post(path(dossier, "steps/a/completions"), "{}"));
        ok(officer().seen(4).post(path(dossier, "forwards"), "{}"));
        assertThat(view(dossier).json().at("/step/id").asString()).isEqualTo("ky");
        assertThat(officer().seen(5).post(path(dossier, "signatures"), "{}").status())
                .isEqualTo(403);
        ok(leader.seen(5).post(path(dossier, "signatures"), "{}"));
        ok(leader.seen(7).post(path(dossier, "forwards"), "{}"));
        ok(clerk.seen(8).post(path(dossier, "numbers"), "{\"number\":\"12/QĐ\"}"));
        String correction = "{\"toStep\":\"ky\",\"ground\":\"QĐ 1\",\"reason\":\"sai số thửa\"}";
        assertThat(clerk.seen(10).post(path(dossier, "corrections"), correction).status())
                .isEqualTo(403);
        ok(leader.seen(10).post(path(dossier, "corrections"), correction));
        ok(leader.seen(11).post(path(dossier, "signatures"), "{}"));
        ok(leader.seen(13).post(path(dossier, "forwards"), "{}"));
        ok(clerk.seen(14).post(path(dossier, "numbers"), "{\"number\":\"13/QĐ\"}"));
        ok(clerk.seen(16).post(path(dossier, "forwards"), "{}"));
        ok(clerk.seen(17).post(path(dossier, "issues"), ""));
        assertThat(view(dossier).json().path("resultNumber").asString()).isEqualTo("13/QĐ");
    }

    @Test
    void the_flow_is_drawn() {
        Answer picture = officer().get(path(taken(), "flow"));

        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).startsWith("text/vnd.mermaid");
        assertThat(picture.http().body())
                .startsWith("flowchart TD")
                .contains("Bước tham-dinh")
                .contains("stroke-width");
        assertThat(as("other@origin", Role.CASE_OFFICER)
                        .get(path(taken(), "flow"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void open_cases_of_an_agency_that_ended_go_to_its_successor_each_with_an_event() {
        CaseFile file = Flows.file(
                Flows.step("a", Kind.WORK, OLD),
                Flows.step("ky", Kind.SIGN, OLD),
                Flows.step("p", Kind.ISSUE, Flows.COMMUNE));
        String dossier = handedOver(file);
        comesBack(StreamId.caseOf(dossier));

        published(agency(OLD, LocalDate.of(2026, 3, 1), List.of(COMMUNE)));

        assertThat(view(dossier).json().at("/custody/agency/id").asString()).isEqualTo(COMMUNE);
        // Its term is long over, so that an alarm may have been raised meanwhile.
        ok(officer().seen(StreamVersion.of(view(dossier))).post(path(dossier, "acceptances"), "{}"));
        Answer again =
                as(null, Role.ADMINISTRATOR).post("/api/v1/successions", "{\"agency\":\"%s\"}".formatted(OLD.id()));
        ok(again);
        assertThat(again.json().path("moved").asInt()).isZero();
        assertThat(head().post("/api/v1/successions", "{\"agency\":\"%s\"}".formatted(OLD.id()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void what_is_late_is_raised_once_however_often_its_moment_comes() {
        String dossier = handedOver(Flows.fourLevels());
        StreamId stream = StreamId.caseOf(dossier);
        int waiting = timers(stream, 1).size();
        raise(stream, 1);
        raise(stream, 1);

        assertThat(view(dossier).json().at("/clock/raised").propertyNames())
                .contains("receipt/1")
                .anyMatch(key -> key.startsWith("due/"));
        long version = StreamVersion.of(view(dossier));
        assertThat(version).isEqualTo(1 + waiting);
        assertThat(timers(stream, version)).extracting(Timer::key).containsOnly("escalation/receipt/1");
    }

    @Test
    void an_apology_that_was_drafted_is_signed_by_a_head_and_its_date_follows_when_the_dossier_promises_it() {
        String dossier = aDossier();
        Instant now = Instant.now();
        Instant due = now.plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
        Instant promised = due.plusSeconds(7 * 86_400);
        arrives(dossier, 3, now, new DossierEvent.HandedOver(now, Flows.with(Flows.fourLevels(), due, null)));
        ok(officer().seen(1).post(path(dossier, "acceptances"), "{}"));
        String letter = "{\"promisedAt\":\"%s\",\"reason\":\"Chờ ý kiến\",\"signer\":\"Chủ tịch\"}".formatted(promised);

        assertThat(head().seen(2)
                        .post(path(dossier, "apologies"), letter)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("APOLOGY_NOT_DRAFTED");
        apologyIsDrafted(dossier, 2);
        assertThat(officer().seen(3).post(path(dossier, "apologies"), letter).status())
                .isEqualTo(403);
        assertThat(head().seen(3)
                        .post(path(dossier, "apologies"), letter.replace(promised.toString(), due.toString()))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("PROMISE_NOT_LATER");
        String absurd = letter.replace(promised.toString(), "2199-01-01T00:00:00Z");
        assertThat(head().seen(3)
                        .post(path(dossier, "apologies"), absurd)
                        .json()
                        .path("field")
                        .asString())
                .isEqualTo("promisedAt");
        ok(head().seen(3).post(path(dossier, "apologies"), letter));
        assertThat(view(dossier).json().at("/clock/promisedAt").isMissingNode())
                .as("a promise is the dossier's")
                .isTrue();

        DossierEvent told = new DossierEvent.Extended(now, Flows.COMMUNE, due, due, promised, "Chờ ý kiến", "Chủ tịch");
        arrives(dossier, 4, now, told);
        arrives(dossier, 4, now, told);
        assertThat(view(dossier).json().at("/clock/promisedAt").asString()).isNotEmpty();
        assertThat(StreamVersion.of(view(dossier))).isEqualTo(5);
    }

    private List<Timer> timers(StreamId stream, long version) {
        return rule(stream).timers(stream, version);
    }

    private TimerRule rule(StreamId stream) {
        return rules.stream()
                .filter(rule -> rule.streams() == stream.type())
                .findFirst()
                .orElseThrow();
    }

    /** Lets every moment a stream waits for come. */
    private void raise(StreamId stream, long version) {
        Instant now = Instant.parse("2099-01-01T00:00:00Z");
        for (Timer timer : timers(stream, version)) {
            CommandContext context = CommandContext.reaction(
                    "processing",
                    new Cause("timer", 1, timer.key() + "@" + timer.due()),
                    "correlation",
                    Origin.LIVE,
                    null);
            Outcome outcome = commands.send(stream, rule(stream).command(timer, now), context);
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
        }
    }

    private static final class StreamVersion {
        static long of(Answer answer) {
            return Long.parseLong(answer.header("ETag").replaceAll("\\D", ""));
        }
    }
}
