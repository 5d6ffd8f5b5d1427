package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked without signing in. */
class PublicHttpTest extends IntakeServer {
    private static final String TET = """
            {"receivedAt": "2026-02-13T10:00:00+07:00", "term": {"amount": 3, "unit": "WORKING_DAY"},
             "channel": "COUNTER", "calendar": "default", "pauses": [], "sameDayCutOff": "15:00"}
            """;

    private Answer previewed(String body) {
        return to("/api/v1/deadlines/preview").post(body);
    }

    @Test
    void threeWorkingDaysAcrossTetEndOnThe25th() {
        Answer answer = previewed(TET);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/dueAt")).isEqualTo("2026-02-25T10:00:00+07:00");
        assertThat(answer.text("/calendarVersion")).isEqualTo("default-2026.2");
        assertThat(answer.json().at("/explanation").size()).isPositive();
        assertThat(answer.text("/explanation/0/code")).isEqualTo("START");
    }

    @Test
    void aPauseMovesTheDueDate() {
        String paused = TET.replace("\"pauses\": []", """
                "pauses": [{"from": "2026-02-23T10:00:00+07:00", "to": "2026-02-24T10:00:00+07:00",
                            "reason": "SUPPLEMENT"}]""");

        assertThat(previewed(paused).text("/dueAt")).isEqualTo("2026-02-26T10:00:00+07:00");
    }

    @Test
    void anOpenPauseLeavesNoDueDate() {
        Answer open = previewed(TET.replace(
                "\"pauses\": []",
                "\"pauses\": [{\"from\": \"2026-02-23T10:00:00+07:00\", \"reason\": \"SUPPLEMENT\"}]"));

        assertThat(open.status()).isEqualTo(200);
        assertThat(open.json().has("dueAt")).isFalse();
        assertThat(open.text("/stoppedSince")).isEqualTo("2026-02-23T10:00:00+07:00");
    }

    @Test
    void theLeastOneMaySayIsReceptionAndTerm() {
        assertThat(previewed("""
                {"receivedAt": "2026-02-13T10:00:00+07:00", "term": {"amount": 3, "unit": "WORKING_DAY"}}""").text("/dueAt")).isEqualTo("2026-02-25T10:00:00+07:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WORKING_DAY | FORTNIGHT | term.unit",
                "\"amount\": 3 | \"amount\": -3 | term.amount",
                "\"amount\": 3 | \"amount\": 0 | term.amount",
                "\"amount\": 3 | \"amount\": 1000000 | term.amount",
                "\"amount\": 3 | \"amount\": 99999999999 | term.amount",
                "\"amount\": 3 | \"amount\": 2.5 | term.amount",
                "\"amount\": 3 | \"amount\": null | term.amount",
                "2026-02-13T10:00:00+07:00 | 1999-12-31T10:00:00+07:00 | receivedAt",
                "2026-02-13T10:00:00+07:00 | 2101-01-01T10:00:00+07:00 | receivedAt",
                "2026-02-13T10:00:00+07:00 | 2026-02-13 | receivedAt",
                "2026-02-13T10:00:00+07:00 | 2026-02-30T10:00:00+07:00 | receivedAt",
                "2026-02-13T10:00:00+07:00 | 2100-12-31T10:00:00+07:00 | term.amount",
                "\"calendar\": \"default\" | \"calendar\": \"mars\" | calendar",
                "\"calendar\": \"default\" | \"calendar\": \"../../etc/passwd\" | calendar",
                "\"sameDayCutOff\": \"15:00\" | \"sameDayCutOff\": \"25:00\" | sameDayCutOff",
                "\"channel\": \"COUNTER\" | \"channel\": \"PIGEON\" | channel",
                "\"pauses\": [] | \"pauses\": [null] | pauses[0]",
                "\"pauses\": [] | \"pauses\": [{\"from\": \"2026-02-24T10:00:00+07:00\", \"to\": \"2026-02-23T10:00:00+07:00\", \"reason\": \"SUPPLEMENT\"}] | pauses[0].to",
                "\"pauses\": [] | \"pauses\": [{\"from\": \"1990-02-24T10:00:00+07:00\", \"to\": \"2026-02-23T10:00:00+07:00\", \"reason\": \"SUPPLEMENT\"}] | pauses[0].from",
                "\"pauses\": [] | \"pauses\": [{\"from\": \"2026-02-23T10:00:00+07:00\", \"to\": \"2026-02-24T10:00:00+07:00\", \"reason\": \"LUNCH\"}] | pauses[0].reason",
                "\"pauses\": [] | \"pauses\": [{\"from\": \"2026-02-23T10:00:00+07:00\", \"to\": \"2026-02-24T10:00:00+07:00\"}] | pauses[0].reason",
                "\"pauses\": [] | \"pauses\": [], \"mood\": \"good\" | mood",
            })
    void whatMakesNoSenseIsRefusedNamingTheField(String good, String bad, String field) {
        String body = TET.replace(good, bad);
        assertThat(body).isNotEqualTo(TET);

        Answer refused = previewed(body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/field")).isEqualTo(field);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void moreThanAThousandPausesAreRefused() {
        String pauses = IntStream.rangeClosed(0, 1000)
                .mapToObj(i -> "{\"from\": \"2026-02-23T10:00:00+07:00\", \"to\": \"2026-02-24T10:00:00+07:00\","
                        + " \"reason\": \"SUPPLEMENT\"}")
                .collect(Collectors.joining(","));

        Answer refused = previewed(TET.replace("\"pauses\": []", "\"pauses\": [" + pauses + "]"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/field")).isEqualTo("pauses");
    }

    @Test
    void theCatalogueIsPublic() {
        assertThat(to("/api/v1/procedures").get().json().at("/procedures").size())
                .isGreaterThan(10);
        assertThat(to("/api/v1/procedures/1.012796").get().text("/steps/0/id")).isEqualTo("kiem-tra");
        assertThat(to("/api/v1/procedures/9.999999").get().status()).isEqualTo(404);
        assertThat(to("/api/v1/agencies?level=XA&on=2026-03-02")
                        .get()
                        .json()
                        .at("/agencies")
                        .size())
                .isEqualTo(124);
        assertThat(to("/api/v1/agencies?level=MOON").get().status()).isEqualTo(400);
        assertThat(to("/api/v1/agencies/22915@origin").get().text("/now/0/id")).isEqualTo("22918@2025-07-01");
    }

    @Test
    void theServiceIsAliveAndDescribesItsInterface() {
        assertThat(to("/actuator/health/liveness").get().status()).isEqualTo(200);
        Answer described = to("/v3/api-docs").get();
        assertThat(described.status()).isEqualTo(200);
        assertThat(described.body()).contains("/api/v1/dossiers/{id}/receptions", "/api/v1/deadlines/preview");
    }
}
