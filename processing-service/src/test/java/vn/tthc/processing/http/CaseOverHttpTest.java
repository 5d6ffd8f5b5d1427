package vn.tthc.processing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.processing.domain.Flows;
import vn.tthc.processing.http.Api.Answer;

class CaseOverHttpTest extends RunningService {
    private static final String COMMUNE = Flows.COMMUNE.id();
    private static final String MINISTRY = Flows.MINISTRY.id();

    private Api officer() {
        return as(COMMUNE, Role.CASE_OFFICER);
    }

    private Api importer() {
        return as(null, Role.IMPORTER);
    }

    private Api anybodyWhoMay() {
        return as(
                COMMUNE,
                Role.CASE_OFFICER,
                Role.HEAD_OF_UNIT,
                Role.AGENCY_LEADER,
                Role.RECORDS_CLERK,
                Role.RECEPTION_OFFICER,
                Role.IMPORTER);
    }

    private String handedOver(CaseFile file) {
        String dossier = aDossier();
        arrives(dossier, 3, Flows.START, new DossierEvent.HandedOver(Flows.START, file));
        return dossier;
    }

    private String imported() {
        String dossier = aDossier();
        Lookup lookup = new Lookup("1", "hash", 1);
        arrives(
                dossier,
                1,
                Flows.START,
                new DossierEvent.Imported(Flows.START, "wabo", "case-1", "hash", Flows.file(), lookup));
        return dossier;
    }

    private static String path(String dossier, String what) {
        return "/api/v1/cases/" + dossier + "/" + what;
    }

    private Answer get(String dossier) {
        return officer().get("/api/v1/cases/" + dossier);
    }

    @Test
    void a_case_goes_from_the_hand_over_to_its_end() {
        String dossier = handedOver(Flows.fourLevels());
        assertThat(get(dossier).json().at("/custody/state").asString()).isEqualTo("OFFERED");
        assertThat(get(dossier).header("ETag")).isEqualTo("\"case-1\"");

        Api leader = as(MINISTRY, Role.AGENCY_LEADER);
        Api clerkAbove = as(MINISTRY, Role.RECORDS_CLERK);
        Api clerk = as(COMMUNE, Role.RECORDS_CLERK);
        expect(2, officer().seen(1).post(path(dossier, "acceptances"), "{}"));
        expect(3, officer().seen(2).post(path(dossier, "steps/tham-dinh/completions"), "{\"note\":\"đủ\"}"));
        expect(5, officer().seen(3).post(path(dossier, "forwards"), "{\"toStep\":\"duyet\",\"reason\":\"không cần\"}"));
        expect(6, officer().seen(5).post(path(dossier, "steps/duyet/completions"), ""));
        expect(7, officer().seen(6).post(path(dossier, "forwards"), ""));
        expect(8, leader.seen(7).post(path(dossier, "acceptances"), "{}"));
        expect(10, leader.seen(8).post(path(dossier, "signatures"), "{}"));
        expect(11, leader.seen(10).post(path(dossier, "forwards"), "{}"));
        expect(12, clerkAbove.seen(11).post(path(dossier, "steps/vao-so/completions"), "{}"));
        expect(13, clerkAbove.seen(12).post(path(dossier, "forwards"), "{}"));
        expect(14, clerk.seen(13).post(path(dossier, "acceptances"), "{}"));
        expect(16, clerk.seen(14).post(path(dossier, "issues"), "{\"number\":\"12/QĐ\"}"));
        expect(17, clerk.seen(16).post(path(dossier, "finishes"), "{}"));

        JsonNode view = get(dossier).json();
        assertThat(view.path("resultNumber").asString()).isEqualTo("12/QĐ");
        assertThat(view.path("result").asString()).isEqualTo("ISSUED");
        assertThat(view.path("endedAt").asString()).isNotEmpty();
        assertThat(view.path("next").isEmpty()).isTrue();
    }

    private static void expect(long version, Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"case-" + version + "\"");
        assertThat(answer.header("Tthc-Position")).endsWith("@" + version).startsWith("case-");
        assertThat(answer.json().path("version").asLong()).isEqualTo(version);
    }

    @Test
    void the_case_says_what_may_be_done_next() {
        String dossier = handedOver(Flows.fourLevels());
        officer().seen(1).post(path(dossier, "acceptances"), "{}");

        JsonNode view = get(dossier).json();

        assertThat(view.at("/step/id").asString()).isEqualTo("tham-dinh");
        assertThat(view.at("/step/agency/id").asString()).isEqualTo(COMMUNE);
        assertThat(view.at("/next/0/act").asString()).isEqualTo("COMPLETE_STEP");
        assertThat(view.path("flow")).hasSize(6);
    }

    @Test
    void a_hand_over_that_comes_twice_opens_one_case_and_one_that_a_rule_forbids_opens_none() {
        String dossier = handedOver(Flows.fourLevels());
        arrives(dossier, 3, Flows.START, new DossierEvent.HandedOver(Flows.START, Flows.fourLevels()));
        arrives(dossier, 4, Flows.START, new DossierEvent.HandedOver(Flows.START, Flows.fourLevels()));
        assertThat(get(dossier).header("ETag")).isEqualTo("\"case-1\"");

        CaseFile ended = Flows.file(
                Flows.step("a", Kind.WORK, Flows.DISTRICT),
                Flows.step("ky", Kind.SIGN, Flows.COMMUNE),
                Flows.step("p", Kind.ISSUE, Flows.COMMUNE));
        String refused = handedOver(ended);
        assertThat(get(refused).status()).isEqualTo(404);
        arrives(refused, 5, Flows.START, new DossierEvent.HandedOver(Flows.START, Flows.fourLevels()));
        assertThat(get(refused).header("ETag")).isEqualTo("\"case-2\"");
    }

    @Test
    void only_the_agency_whose_turn_it_is_may_act_and_only_with_the_role_of_the_step() {
        String dossier = handedOver(Flows.fourLevels());

        assertThat(as(MINISTRY, Role.CASE_OFFICER)
                        .seen(1)
                        .post(path(dossier, "acceptances"), "{}")
                        .status())
                .isEqualTo(403);
        assertThat(as(COMMUNE, Role.RECEPTION_OFFICER)
                        .seen(1)
                        .post(path(dossier, "acceptances"), "{}")
                        .status())
                .isEqualTo(403);
        assertThat(nobody().seen(1).post(path(dossier, "acceptances"), "{}").status())
                .isEqualTo(401);
        assertThat(as("79-SNV@2025-07-01", Role.CASE_OFFICER)
                        .get("/api/v1/cases/" + dossier)
                        .status())
                .isEqualTo(403);
        officer().seen(1).post(path(dossier, "acceptances"), "{}");
        Answer byLeader =
                as(COMMUNE, Role.AGENCY_LEADER).seen(2).post(path(dossier, "steps/tham-dinh/completions"), "{}");
        assertThat(byLeader.status()).isEqualTo(403);
        assertThat(as(null, Role.ADMINISTRATOR)
                        .seen(2)
                        .post(path(dossier, "steps/tham-dinh/completions"), "{}")
                        .status())
                .isEqualTo(403);
        assertThat(officer()
                        .seen(2)
                        .post(path(dossier, "steps/tham-dinh/completions"), "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_decision_needs_the_version_that_was_seen() {
        String dossier = handedOver(Flows.fourLevels());

        assertThat(officer().post(path(dossier, "acceptances"), "{}").status()).isEqualTo(428);
        assertThat(officer().seen(9).post(path(dossier, "acceptances"), "{}").status())
                .isEqualTo(412);
        assertThat(officer().seen(0).post(path(dossier, "acceptances"), "{}").status())
                .isEqualTo(412);
        assertThat(officer().seen(1).post(path(aDossier(), "acceptances"), "{}").status())
                .isEqualTo(404);
        assertThat(officer().seen(1).post(path("rubbish", "acceptances"), "{}").status())
                .isEqualTo(404);
    }

    @Test
    void a_request_sent_again_is_answered_alike_even_when_the_case_has_moved_to_another_agency() {
        String dossier = handedOver(Flows.fourLevels());
        officer().seen(1).post(path(dossier, "acceptances"), "{}");
        officer().seen(2).post(path(dossier, "steps/tham-dinh/completions"), "{}");
        Answer first = officer().seen(3).named("forward-1").post(path(dossier, "forwards"), "{}");

        Answer again = officer().seen(3).named("forward-1").post(path(dossier, "forwards"), "{}");
        Answer other = officer()
                .seen(3)
                .named("forward-1")
                .post(path(dossier, "forwards"), "{\"toStep\":\"duyet\",\"reason\":\"không cần\"}");

        assertThat(first.json().at("/changes/0/agency").asString()).isEqualTo(Flows.DEPARTMENT.id());
        assertThat(again.http().body()).isEqualTo(first.http().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(get(dossier).header("ETag")).isEqualTo("\"case-4\"");
    }

    @Test
    void a_rule_that_forbids_is_a_conflict_with_its_code_and_both_languages() {
        String dossier = handedOver(Flows.fourLevels());

        Answer refused = officer().seen(1).post(path(dossier, "forwards"), "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("CUSTODY_NOT_ACCEPTED");
        assertThat(refused.json().at("/messages/vi").asString()).contains(Flows.COMMUNE.name());
        assertThat(refused.json().at("/messages/en").asString()).contains("has not accepted");
    }

    @Test
    void an_imported_case_takes_its_steps_and_its_end_in_any_order() {
        String dossier = imported();
        String late = "{\"recordId\":\"task-2\",\"name\":\"T02\",\"agencyLabel\":\"Group 1\",\"resource\":\"R21\","
                + "\"occurredAt\":\"2026-03-09T08:00:00+07:00\"}";
        String end = "{\"endedAt\":\"2026-03-05T08:00:00+07:00\"}";

        Answer told = importer().post(path(dossier, "recorded-steps"), late);
        assertThat(told.status()).as(told.toString()).isEqualTo(201);
        Answer finished = importer().post(path(dossier, "finishes"), end);
        assertThat(finished.status()).as(finished.toString()).isEqualTo(200);
        assertThat(finished.json().at("/changes/1/anomaly").asString()).isEqualTo("STEP_AFTER_END");

        assertThat(importer().post(path(dossier, "recorded-steps"), late).status())
                .isEqualTo(200);
        assertThat(importer().post(path(dossier, "recorded-steps"), late).http().body())
                .isEqualTo(told.http().body());
        Answer conflict = importer().post(path(dossier, "recorded-steps"), late.replace("T02", "T03"));
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.code()).isEqualTo("RECORD_CONFLICT");
        assertThat(importer().post(path(dossier, "finishes"), end).status()).isEqualTo(200);
        Answer otherEnd = importer().post(path(dossier, "finishes"), end.replace("05T", "06T"));
        assertThat(otherEnd.code()).isEqualTo("FINISH_CONFLICT");
        JsonNode view = as(null, Role.INSPECTOR).get("/api/v1/cases/" + dossier).json();
        assertThat(view.path("imported").asBoolean()).isTrue();
        assertThat(view.path("recordedSteps").asInt()).isEqualTo(1);
        assertThat(Instant.parse("2026-03-05T01:00:00Z"))
                .isEqualTo(OffsetDateTime.parse(view.path("endedAt").asString()).toInstant());
    }

    @Test
    void a_record_told_again_after_the_case_has_gone_to_another_agency_is_answered_as_the_first_time() {
        String dossier = handedOver(Flows.fourLevels());
        String record = "{\"recordId\":\"r1\",\"name\":\"Đi thực địa\"}";
        officer().seen(1).post(path(dossier, "acceptances"), "{}");
        Answer first = officer().post(path(dossier, "recorded-steps"), record);
        expect(4, officer().seen(3).post(path(dossier, "steps/tham-dinh/completions"), "{}"));
        expect(6, officer().seen(4).post(path(dossier, "forwards"), "{\"toStep\":\"duyet\",\"reason\":\"không cần\"}"));
        expect(7, officer().seen(6).post(path(dossier, "steps/duyet/completions"), "{}"));
        expect(8, officer().seen(7).post(path(dossier, "forwards"), "{}"));

        Answer again = officer().post(path(dossier, "recorded-steps"), record);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Tthc-Position")).isEqualTo(first.header("Tthc-Position"));
        assertThat(officer()
                        .post(path(dossier, "recorded-steps"), record.replace("r1", "r2"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void who_may_record_is_asked_of_the_case_it_is_recorded_on() {
        String dossier = handedOver(Flows.fourLevels());
        String record = "{\"recordId\":\"r1\",\"name\":\"Đi thực địa\"}";
        officer().seen(1).post(path(dossier, "acceptances"), "{}");
        meanwhile(() -> expect(3, officer().seen(2).post(path(dossier, "steps/tham-dinh/completions"), "{}")));
        Answer stillOurs = officer().post(path(dossier, "recorded-steps"), record);
        expect(6, officer().seen(4).post(path(dossier, "forwards"), "{\"toStep\":\"duyet\",\"reason\":\"không cần\"}"));
        expect(7, officer().seen(6).post(path(dossier, "steps/duyet/completions"), "{}"));
        meanwhile(() -> expect(8, officer().seen(7).post(path(dossier, "forwards"), "{}")));
        Answer gone = officer().post(path(dossier, "recorded-steps"), record.replace("r1", "r2"));

        assertThat(stillOurs.status()).as(stillOurs.toString()).isEqualTo(201);
        assertThat(stillOurs.header("Tthc-Position")).endsWith("@4");
        assertThat(gone.status()).as(gone.toString()).isEqualTo(403);
        assertThat(officer().get("/api/v1/cases/" + dossier).header("ETag")).isEqualTo("\"case-8\"");
    }

    @Test
    void only_an_importer_tells_times_and_everybody_else_records_now() {
        String dossier = handedOver(Flows.fourLevels());
        String now = "{\"recordId\":\"r1\",\"name\":\"Đi thực địa\",\"agency\":\"" + COMMUNE + "\"}";
        String then = "{\"recordId\":\"r2\",\"name\":\"x\",\"occurredAt\":\"2026-01-05T08:00:00+07:00\"}";

        assertThat(officer().post(path(dossier, "recorded-steps"), now).status())
                .isEqualTo(201);
        assertThat(officer().post(path(dossier, "recorded-steps"), now).status())
                .isEqualTo(200);
        assertThat(officer().post(path(dossier, "recorded-steps"), then).status())
                .isEqualTo(403);
        assertThat(importer().post(path(dossier, "recorded-steps"), then).status())
                .isEqualTo(201);
        assertThat(officer()
                        .post(path(dossier, "finishes"), "{\"endedAt\":\"2026-01-05T08:00:00Z\"}")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "send-backs                     | {\"toStep\":\"a\",\"reason\":\" \"}                          | reason",
                "send-backs                     | {\"reason\":\"x\"}                                           | toStep",
                "issues                         | {\"number\":\"\"}                                              | number",
                "forwards                       | {\"to\":\"ky\"}                                              | to",
                "acceptances                    | {\"x\":1}                                                    | x",
                "recorded-steps                 | {\"name\":\"x\"}                                             | recordId",
                "recorded-steps                 | {\"recordId\":\"a b\",\"name\":\"x\"}                        | recordId",
                "recorded-steps                 | {\"recordId\":\"a\",\"name\":\"x\",\"agency\":\"24781\"}     | agency",
                "recorded-steps                 | {\"recordId\":\"a\",\"name\":\"x\",\"agency\":\"1@2025-13-01\",\"agencyName\":\"x\",\"level\":\"XA\"} | agency",
                "recorded-steps                 | {\"recordId\":\"a\",\"name\":\"x\",\"agency\":\"1@origin\"}  | agencyName",
                "recorded-steps                 | {\"recordId\":\"a\",\"name\":\"x\",\"agency\":\"1@origin\",\"agencyName\":\"y\"} | level",
                "recorded-steps                 | {\"recordId\":\"a\",\"name\":\"x\",\"level\":\"XA\"}         | level",
                "recorded-steps                 | {\"recordId\":\"a\",\"name\":\"x\",\"level\":\"PHUONG\"}     | level",
                "recorded-steps                 | {\"recordId\":\"a\",\"name\":\"x\",\"occurredAt\":\"mai\"}   | occurredAt",
                "recorded-steps                 | {\"recordId\":\"a\",\"name\":\"x\",\"occurredAt\":\"2150-01-01T00:00:00Z\"} | occurredAt",
                "finishes                       | {\"endedAt\":\"2150-01-01T00:00:00Z\"}                     | endedAt",
                "finishes                       | {\"endedAt\":20260101}                                       | endedAt",
            })
    void rubbish_is_refused_with_the_name_of_the_field(String what, String body, String field) {
        String dossier = handedOver(Flows.fourLevels());

        Answer answer = anybodyWhoMay().seen(1).post(path(dossier, what.strip()), body.strip());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.field()).as(answer.toString()).isEqualTo(field.strip());
        assertThat(get(dossier).header("ETag")).isEqualTo("\"case-1\"");
    }
}
