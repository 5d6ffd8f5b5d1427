package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskRulesHttpTest extends IntakeServer {

    @Test
    void theSameSubmissionSentAgainIsTheSameDossier() {
        String key = UUID.randomUUID().toString();
        Answer first =
                to("/api/v1/dossiers").as(OFFICER).with("Idempotency-Key", key).post(submission());
        received(first);
        Answer again =
                to("/api/v1/dossiers").as(OFFICER).with("Idempotency-Key", key).post(submission());

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        // Warnings are of the moment and not of the commit: a repeat has none, whatever the first answer had.
        assertThat(again.body()).isEqualTo(first.body().replaceAll("\"warnings\":\\[.*]", "\"warnings\":[]"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void aKeyUsedForSomethingElseIsRefused() {
        String key = UUID.randomUUID().toString();
        to("/api/v1/dossiers").as(OFFICER).with("Idempotency-Key", key).post(submission());
        Answer other = to("/api/v1/dossiers")
                .as(OFFICER)
                .with("Idempotency-Key", key)
                .post(submission().replace("Bình An", "Hòa"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aReceptionSentAgainIsAnsweredAlikeAndTakesNoSecondCode() {
        Answer submitted = submitted(submission());
        String key = UUID.randomUUID().toString();
        Answer first = to(path(submitted) + "/receptions")
                .as(OFFICER)
                .seeing(submitted)
                .with("Idempotency-Key", key)
                .post("{}");
        desk(submitted, "hand-overs", first, "{}");
        Answer again = to(path(submitted) + "/receptions")
                .as(OFFICER)
                .seeing(submitted)
                .with("Idempotency-Key", key)
                .post("");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aDecisionNeedsTheVersionSeenAndTheRightOne() {
        Answer submitted = submitted(submission());
        String path = path(submitted) + "/receptions";

        assertThat(to(path).as(OFFICER).post("{}").status()).isEqualTo(428);
        assertThat(to(path).as(OFFICER)
                        .with("If-Match", "\"case-1\"")
                        .post("{}")
                        .status())
                .isEqualTo(400);
        Answer received = received(submitted);
        Answer stale = received(submitted);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text("/code")).isEqualTo("STALE_VERSION");
        Answer twice = desk(submitted, "receptions", received, "{}");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text("/code")).isEqualTo("NOT_WAITING_FOR_RECEPTION");
    }

    @Test
    void whatIsGivenIsNotGivenAgain() {
        Answer submitted = submitted(submission());
        Answer given = desk(submitted, "hand-overs", received(submitted), "{}");

        assertThat(desk(submitted, "hand-overs", given, "{}").text("/code")).isEqualTo("ALREADY_HANDED_OVER");
    }

    @Test
    void aHandOverToADistrictIsRefusedWithItsValidity() {
        Answer submitted = submitted(submission());
        Answer received = received(submitted);
        Answer refused = desk(submitted, "hand-overs", received, "{\"toAgency\": \"%s\"}".formatted(DISTRICT));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/code")).isEqualTo("AGENCY_NOT_VALID");
        assertThat(refused.text("/field")).isEqualTo("toAgency");
        assertThat(refused.text("/messages/vi")).contains(DISTRICT, "2025-06-30");
        assertThat(desk(submitted, "hand-overs", received, "{\"toAgency\": \"00000@never\"}")
                        .status())
                .isEqualTo(400);
        assertThat(desk(submitted, "hand-overs", received, "{}").status()).isEqualTo(200);
    }

    @Test
    void anUnknownDossierIsNotFound() {
        assertThat(to("/api/v1/dossiers/" + UUID.randomUUID()).as(OFFICER).get().status())
                .isEqualTo(404);
        assertThat(to("/api/v1/dossiers/" + UUID.randomUUID() + "/receptions")
                        .as(OFFICER)
                        .with("If-Match", "\"dossier-1\"")
                        .post("{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void onlyTheOneStopOfTheDossierDecidesOnIt() {
        Answer submitted = submitted(submission());

        assertThat(to(path(submitted) + "/receptions")
                        .as(OTHER_OFFICER)
                        .seeing(submitted)
                        .post("{}")
                        .status())
                .isEqualTo(403);
        assertThat(to(path(submitted) + "/receptions")
                        .seeing(submitted)
                        .post("{}")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aCitizenFilesOnlineOnlyAndSeesTheOwnDossierOnly() {
        assertThat(to("/api/v1/dossiers").as(CITIZEN).post(submission()).status())
                .isEqualTo(403);
        Answer online = to("/api/v1/dossiers").as(CITIZEN).post(submission("ONLINE", "{\"way\": \"COUNTER\"}"));

        assertThat(online.status()).isEqualTo(201);
        assertThat(to(path(online)).as(CITIZEN).get().status()).isEqualTo(200);
        assertThat(to(path(online)).as(OTHER_CITIZEN).get().status()).isEqualTo(403);
        assertThat(received(online).json().has("secret")).isFalse();
    }

    @Test
    void theProvincesOneStopReceivesForAWard() {
        Answer submitted = to("/api/v1/dossiers")
                .as(OTHER_OFFICER)
                .post(submission().replace("\"receivingAgency\": \"" + WARD, "\"receivingAgency\": \"" + CENTRE));
        Answer received = to(path(submitted) + "/receptions")
                .as(OTHER_OFFICER)
                .seeing(submitted)
                .post("{}");

        assertThat(received.status()).isEqualTo(200);
        assertThat(received.text("/code")).startsWith("H36.000-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"procedure\": \"1.012796\" | \"procedure\": \"9.999999\" | 400 | procedure",
                "\"procedure\": \"1.012796\" | \"procedure\": \"\" | 400 | procedure",
                "\"channel\": \"COUNTER\" | \"channel\": \"PIGEON\" | 400 | channel",
                "\"name\": \"Nguyễn Thị Bình An\" | \"name\": \" \" | 400 | applicant.name",
                "\"phone\": \"0912345678\" | \"phone\": \"call me\" | 400 | applicant.phone",
                "\"competentAgency\": \"24781@2025-07-01\" | \"competentAgency\": \"1@x\" | 400 | competentAgency",
                "{\"way\": \"COUNTER\"} | {\"way\": \"POST\"} | 400 | returnBy.address",
                "{\"way\": \"COUNTER\"} | {\"way\": \"COUNTER\", \"colour\": \"red\"} | 400 | returnBy.colour",
                "\"competentAgency\": \"24781@2025-07-01\" | \"competentAgency\": \"593@origin\" | 409 | competentAgency",
                "\"procedure\": \"1.012796\" | \"procedure\": \"2.001190\" | 409 | procedure",
                "{\"way\": \"COUNTER\"} | {\"way\": \"ELECTRONIC\"} | 409 | returnBy.way",
            })
    void rubbishIsRefusedNamingTheField(String good, String bad, int status, String field) {
        String body = submission().replace(good, bad);
        assertThat(body).isNotEqualTo(submission());

        Answer refused = submitted(body);

        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.text("/field")).isEqualTo(field);
        assertThat(refused.body()).doesNotContain("068199000123");
    }

    @Test
    void anOnlineDossierNeedsItsPortalCode() {
        Answer refused = submitted(submission("ONLINE", "{\"way\": \"COUNTER\"}")
                .replace("\"portalCode\": \"G22.99.2-260302-0001\",", ""));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/field")).isEqualTo("portalCode");
    }

    @Test
    void brokenJsonIsMalformed() {
        assertThat(submitted("{\"procedure\": ").text("/code")).isEqualTo("MALFORMED_REQUEST");
    }
}
