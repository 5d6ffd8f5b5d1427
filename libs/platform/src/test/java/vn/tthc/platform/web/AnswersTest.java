package vn.tthc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.platform.command.Outcome;

class AnswersTest {
    private final Answers answers = new Answers();

    @Test
    void whatHoldsIsAnsweredWithItsVersionAndPosition() {
        Outcome done = new Outcome.Done("dossier-d1", 7, null, false);

        ResponseEntity<Long> answer = answers.of(done, 200, Outcome.Done::version);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"dossier-7\"");
        assertThat(answer.getHeaders().getFirst("Tthc-Position")).isEqualTo("dossier-d1@7");
        assertThat(answer.getHeaders().getFirst("Idempotency-Replayed")).isNull();
        assertThat(answer.getBody()).isEqualTo(7L);
    }

    @Test
    void somethingNewHasAPlaceAndARepeatSaysSo() {
        Outcome done = new Outcome.Done("case-d1", 1, null, true);

        ResponseEntity<String> answer =
                answers.created(done, made -> URI.create("/api/v1/cases/d1"), Outcome.Done::stream);

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getHeaders().getLocation()).hasPath("/api/v1/cases/d1");
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"case-1\"");
        assertThat(answer.getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aStateHasItsVersion() {
        ResponseEntity<String> answer = answers.state(StreamId.item("i1"), 3, "state");

        assertThat(answer.getHeaders().getETag()).isEqualTo("\"item-3\"");
        assertThat(answer.getHeaders().getFirst("Tthc-Position")).isEqualTo("item-i1@3");
    }

    @ParameterizedTest
    @CsvSource({"5, 412, STALE_VERSION", "0, 404, NOT_FOUND"})
    void anOldVersionIsStaleAndNothingIsNotFound(long version, int status, String code) {
        assertProblem(new Outcome.Stale(version), status, code);
    }

    @Test
    void aRuleAndAReusedKeyHaveTheirCodes() {
        assertProblem(
                new Outcome.Refused(new Refusal(TestEndpoints.RuleProblem.NOT_RECEIVED_YET, null, Map.of()), 1),
                409,
                "NOT_RECEIVED_YET");
        assertProblem(new Outcome.KeyReused(), 422, "IDEMPOTENCY_KEY_REUSED");
    }

    private void assertProblem(Outcome outcome, int status, String code) {
        assertThatThrownBy(() -> answers.of(outcome, 200, done -> done))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(status);
                    assertThat(problem.code().name()).isEqualTo(code);
                });
    }
}
