package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.tthc.platform.mongo.FaultyWire;
import vn.tthc.platform.mongo.IndexGuard;
import vn.tthc.platform.mongo.MongoDouble;

/** What a citizen is told while nobody can tell whether the submission is recorded, and what the second attempt finds. */
@Import(IndexGuard.class)
class LostAnswerOnMongoTest extends IntakeServer {
    private static final MongoDouble MONGO = new MongoDouble();
    private static final FaultyWire WIRE = new FaultyWire(MONGO.address());

    @Autowired
    private IndexGuard guard;

    @DynamicPropertySource
    static void mongo(DynamicPropertyRegistry settings) {
        settings.add("tthc.store", () -> "mongodb");
        settings.add("tthc.mongodb.uri", () -> WIRE.uri("intake"));
    }

    @AfterEach
    void every_query_is_served_by_an_index_that_was_declared() {
        guard.everyQueryWasServed();
    }

    private int dossiers() {
        return log.heads(null, "dossier-", 100).size();
    }

    private Answer submit(String key, String language) {
        return to("/api/v1/dossiers")
                .as(CITIZEN)
                .with("Idempotency-Key", key)
                .with("Accept-Language", language)
                .post(submission("ONLINE", "{\"way\": \"COUNTER\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi | LOSE_THE_ANSWER | true  | Chưa rõ yêu cầu đã được ghi nhận hay chưa."
                        + " Hãy gửi lại với cùng Idempotency-Key.",
                "en | LOSE_THE_ANSWER | true  | It is not clear whether the request was recorded."
                        + " Send it again with the same Idempotency-Key.",
                "vi | LOSE_THE_COMMAND | false | Chưa rõ yêu cầu đã được ghi nhận hay chưa."
                        + " Hãy gửi lại với cùng Idempotency-Key."
            })
    void a_submission_of_which_nobody_can_tell_is_told_so_and_is_one_dossier_when_it_is_sent_again(
            String language, FaultyWire.Fault fault, boolean recorded, String detail) {
        String key = UUID.randomUUID().toString();
        int before = dossiers();
        int hit = WIRE.hit();
        WIRE.next("insert commits", fault, WIRE::cut);

        Answer unclear = submit(key, language);

        assertThat(WIRE.hit()).isEqualTo(hit + 1);
        assertThat(unclear.status()).isEqualTo(503);
        assertThat(unclear.header("Content-Type")).startsWith("application/problem+json");
        assertThat(unclear.header("Content-Language")).isEqualTo(language);
        assertThat(unclear.header("Retry-After")).isNotBlank();
        assertThat(unclear.text("/code")).isEqualTo("OUTCOME_UNKNOWN");
        assertThat(unclear.text("/detail")).isEqualTo(detail);

        WIRE.mend();
        Answer again = submit(key, language);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo(recorded ? "true" : "");
        assertThat(dossiers()).isEqualTo(before + 1);
        assertThat(log.read("dossier-" + again.text("/dossierId"), 1, 10).stream()
                        .map(event -> event.envelope().commandId())
                        .distinct())
                .as("commits of the stream")
                .hasSize(1);
        assertThat(submit(key, language).text("/dossierId")).isEqualTo(again.text("/dossierId"));
        assertThat(dossiers()).isEqualTo(before + 1);
    }
}
