package vn.tthc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.tthc.platform.web.TestService.Answer;

class ProblemsTest {
    private static final String FORMS = "/api/v1/forms";

    private static String form(String more) {
        return "{\"applicant\":{\"name\":\"An\"},\"way\":\"POST\",\"copies\":1" + more + "}";
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        JsonNode json = answer.json();
        assertThat(json.path("status").asInt()).isEqualTo(status);
        assertThat(json.path("type").asString()).isEqualTo("https://tthc.lamdong.gov.vn/problems/" + code);
        assertThat(json.path("messages").path("vi").asString()).isNotBlank();
        assertThat(json.path("messages").path("en").asString()).isNotBlank();
        assertThat(json.path("title").asString()).isNotBlank();
        assertThat(answer.http().body()).doesNotContain("Exception", "vn.tthc", "secret", "trace");
        assertThat(answer.header("Retry-After")).isEqualTo(status == 503 ? "1" : "");
    }

    private static List<String> errors(Answer answer) {
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    @Test
    void whatIsRightIsAnswered() {
        Answer answer = TestService.post(FORMS, form(",\"receivedAt\":\"2026-03-02T01:00:00Z\",\"fee\":5"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("receivedAt").asString()).isEqualTo("2026-03-02T08:00:00+07:00");
        assertThat(answer.json().has("birthday")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"colour\":\"red\" | colour UNKNOWN_FIELD",
                ",\"way\":\"AIR\" | MALFORMED",
                ",\"fee\":\"5\" | fee WRONG_TYPE",
                ",\"fee\":1.5 | fee WRONG_TYPE",
                ",\"fee\":13 | INVALID",
                ",\"fee\":0 | fee TOO_SMALL",
                ",\"fee\":99999999999999999999999999 | fee WRONG_TYPE",
                ",\"receivedAt\":\"yesterday\" | receivedAt BAD_TIME",
                ",\"receivedAt\":\"2026-03-02T01:00:00\" | receivedAt BAD_TIME",
                ",\"receivedAt\":1772413200 | receivedAt BAD_TIME",
                ",\"receivedAt\":\"+999999999-12-31T00:00:00Z\" | receivedAt BAD_TIME",
                ",\"receivedAt\":{} | receivedAt BAD_TIME",
                ",\"birthday\":\"2026-02-30\" | birthday BAD_DATE",
                ",\"birthday\":[2026,2,3] | birthday BAD_DATE",
                ",\"birthday\":\"0001-01-01\" | birthday BAD_DATE",
                ",\"papers\":\"one\" | papers WRONG_TYPE",
                ",\"papers\":[\"a\",\"b\",\"c\"] | papers SIZE",
                ",\"papers\":[\"a\",\"B\"] | papers[1] PATTERN",
                ",\"papers\":[{}] | papers[0] WRONG_TYPE"
            })
    void aWrongFieldIsNamed(String more, String error) {
        Answer answer = TestService.post(FORMS, form(more));

        if (error.equals("MALFORMED")) {
            // way stands there twice
            assertProblem(answer, 400, "MALFORMED_REQUEST");
            return;
        }
        assertProblem(answer, 400, "VALIDATION_FAILED");
        if (error.equals("INVALID")) {
            assertThat(answer.json().path("errors")).hasSizeLessThan(2);
        } else {
            assertThat(errors(answer)).containsExactly(error);
            assertThat(answer.json().path("field").asString()).isEqualTo(error.split(" ", 2)[0]);
        }
    }

    @Test
    void anEnumSaysWhatItAllows() {
        Answer answer = TestService.post(FORMS, "{\"applicant\":{\"name\":\"An\"},\"way\":\"AIR\",\"copies\":1}");

        assertProblem(answer, 400, "VALIDATION_FAILED");
        assertThat(errors(answer)).containsExactly("way NOT_ALLOWED_VALUE");
        assertThat(answer.http().body()).contains("COUNTER, POST").doesNotContain("AIR");
        assertThat(errors(TestService.post(FORMS, "{\"applicant\":{\"name\":\"An\"},\"way\":0,\"copies\":1}")))
                .containsExactly("way NOT_ALLOWED_VALUE");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(errors(TestService.post(FORMS, "{\"copies\":1}")))
                .containsExactly("applicant REQUIRED", "way REQUIRED");
        assertThat(errors(TestService.post(FORMS, "{\"applicant\":{\"name\":\" \"},\"way\":\"POST\",\"copies\":10}")))
                .containsExactly("applicant.name REQUIRED", "copies TOO_LARGE");
        assertThat(errors(TestService.post(FORMS, "{\"applicant\":{\"name\":\"An\"},\"way\":\"POST\"}")))
                .containsExactly("copies WRONG_TYPE");
        assertThat(errors(
                        TestService.post(FORMS, "{\"applicant\":{\"name\":\"An\"},\"way\":\"POST\",\"copies\":null}")))
                .containsExactly("copies WRONG_TYPE");
    }

    @Test
    void personalDataIsNeverRepeated() {
        String body = "{\"applicant\":{\"name\":\"Nguyễn Thị Minh Khai Nguyễn\",\"email\":\"khai\","
                + "\"identityNumber\":\"06809\"},\"way\":\"POST\",\"copies\":1}";

        Answer answer = TestService.post(FORMS, body);

        assertProblem(answer, 400, "VALIDATION_FAILED");
        assertThat(errors(answer))
                .containsExactly("applicant.email EMAIL", "applicant.identityNumber PATTERN", "applicant.name SIZE");
        assertThat(answer.http().body())
                .doesNotContain("Khai", "khai", "06809")
                .contains("Phải có 12 chữ số.", "Must have 12 digits.")
                .contains("Chỉ được có tối đa 20 ký tự.", "Must have at most 20 characters.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "12",
                "not json",
                "{\"applicant\":{\"name\":\"An\"},\"way\":\"POST\",\"copies\":1} {}",
                "{\"copies\":1,\"copies\":1}",
                "\u0000"
            })
    void aBodyThatIsNoObjectIsMalformed(String body) {
        assertProblem(TestService.post(FORMS, body), 400, "MALFORMED_REQUEST");
    }

    @Test
    void deepNestingIsNoTrouble() {
        assertThat(TestService.post(FORMS, "{\"applicant\":".repeat(5_000)).status())
                .isEqualTo(400);
        assertThat(TestService.post(FORMS, "[".repeat(5_000)).status()).isEqualTo(400);
    }

    @Test
    void aBodyOfMoreThanAMebibyteIsTooLargeAnnouncedOrNot() {
        byte[] large = form(",\"papers\":[\"" + "a".repeat(1_100_000) + "\"]").getBytes(StandardCharsets.UTF_8);

        Answer announced = TestService.send(
                FORMS, request -> TestService.signedIn(request).POST(BodyPublishers.ofByteArray(large)));
        Answer chunked = TestService.send(
                FORMS,
                request -> TestService.signedIn(request)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

        assertProblem(announced, 413, "PAYLOAD_TOO_LARGE");
        assertProblem(chunked, 413, "PAYLOAD_TOO_LARGE");
    }

    @Test
    void anotherMediaTypeIsNotUnderstood() {
        Answer answer = TestService.send(
                FORMS,
                request -> TestService.signedIn(request)
                        .setHeader("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}")));
        Answer rubbish = TestService.send(
                FORMS,
                request -> TestService.signedIn(request)
                        .setHeader("Content-Type", "rubbish")
                        .POST(BodyPublishers.ofString("{}")));

        assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(answer.header("Accept")).contains("application/json");
        assertProblem(rubbish, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void whoWantsAnotherMediaTypeIsToldSoInJson() {
        Answer answer = TestService.send(
                FORMS,
                request -> TestService.signedIn(request)
                        .setHeader("Accept", "application/pdf")
                        .POST(BodyPublishers.ofString(form(""))));

        assertProblem(answer, 406, "NOT_ACCEPTABLE");
    }

    @Test
    void anotherMethodIsNotAllowed() {
        Answer answer = TestService.send(
                FORMS, request -> TestService.signedIn(request).PUT(BodyPublishers.ofString(form(""))));

        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/none", "/api", "/none", "/api/v1/forms/not-a-uuid?way=POST"})
    void anUnknownPathIsNotFound(String path) {
        assertProblem(
                TestService.send(path, request -> TestService.signedIn(request).GET()), 404, "NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "'', way REQUIRED",
        "?way=AIR, way NOT_ALLOWED_VALUE",
        "?way=POST&limit=x, limit WRONG_TYPE",
        "?way=POST&limit=101, limit TOO_LARGE",
        "?way=POST&limit=0, limit TOO_SMALL",
        "?way=POST&from=then, from BAD_TIME",
        "?way=POST&on=2026-13-01, on BAD_DATE",
        "?way=POST&on=%2B999999999-01-01, on BAD_DATE"
    })
    void aWrongParameterIsNamed(String query, String error) {
        Answer answer = TestService.send(
                FORMS + "/6f0f3c1e-0000-4000-8000-000000000001" + query,
                request -> TestService.signedIn(request).GET());

        assertProblem(answer, 400, "VALIDATION_FAILED");
        assertThat(errors(answer)).containsExactly(error);
    }

    @Test
    void aMomentInTheQueryMayHaveItsPlusUnescaped() {
        Answer answer = TestService.send(
                FORMS + "/6f0f3c1e-0000-4000-8000-000000000001?way=POST&from=2026-03-02T08:00:00+07:00",
                request -> TestService.signedIn(request).GET());

        assertThat(answer.json().path("from").asString()).isEqualTo("2026-03-02T08:00:00+07:00");
    }

    @ParameterizedTest
    @CsvSource({
        "AccessDenied, 403, FORBIDDEN",
        "LogUnavailable, 503, OVERLOADED",
        "StoreUnavailable, 503, OVERLOADED",
        "StaleDocument, 503, OVERLOADED",
        "OutcomeUnknown, 503, OUTCOME_UNKNOWN",
        "OutcomePending, 503, OUTCOME_UNKNOWN",
        "VersionConflict, 503, OVERLOADED",
        "UnknownPerson, 503, NOT_YET_VISIBLE",
        "Anything, 500, INTERNAL_ERROR"
    })
    void whatIsThrownHasItsCode(String what, int status, String code) {
        assertProblem(TestService.post("/api/v1/throws/" + what, ""), status, code);
    }

    @Test
    void aProblemOfAServiceSpeaksTheLanguageAskedFor() {
        String path = "/api/v1/throws/Problem";
        Answer usual = TestService.post(path, "");
        Answer english = TestService.send(
                path,
                request -> TestService.signedIn(request)
                        .setHeader("Accept-Language", "fr, en-GB;q=0.8, vi;q=0.5")
                        .POST(BodyPublishers.noBody()));
        Answer rubbish = TestService.send(
                path,
                request -> TestService.signedIn(request)
                        .setHeader("Accept-Language", ";;;=,q")
                        .POST(BodyPublishers.noBody()));

        assertProblem(usual, 409, "NOT_RECEIVED_YET");
        assertThat(usual.json().path("detail").asString())
                .isEqualTo("Hồ sơ 000.00.01.H36-260302-0001 chưa được tiếp nhận.");
        assertThat(usual.json().path("field").asString()).isEqualTo("number");
        assertThat(usual.json().path("instance").asString()).isEqualTo(path);
        assertThat(usual.json().has("errors")).isFalse();
        assertThat(english.json().path("detail").asString())
                .isEqualTo("Dossier 000.00.01.H36-260302-0001 has not been received.");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(rubbish.json().path("detail")).isEqualTo(usual.json().path("detail"));
    }
}
