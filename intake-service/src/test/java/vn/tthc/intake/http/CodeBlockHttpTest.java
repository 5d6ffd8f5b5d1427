package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodeBlockHttpTest extends IntakeServer {

    private Answer reserve(int count, String key) {
        return to("/api/v1/code-blocks")
                .as(CLERK)
                .with("Idempotency-Key", key)
                .post("{\"agency\": \"%s\", \"count\": %d, \"reason\": \"Mất kết nối\"}".formatted(WARD, count));
    }

    private Answer reserved(int count) {
        Answer reserved = reserve(count, UUID.randomUUID().toString());
        assertThat(reserved.status()).as(reserved.body()).isEqualTo(201);
        return reserved;
    }

    private Answer received(Answer submitted, Answer block, int index) {
        return desk(submitted, "receptions", submitted, named(block.text("/id"), code(block, index)));
    }

    private static String named(String block, String code) {
        return "{\"reserved\": {\"block\": \"%s\", \"code\": \"%s\"}}".formatted(block, code);
    }

    private static String code(Answer block, int index) {
        return block.text("/codes/" + index + "/code");
    }

    @Test
    void reservedCodesAreGivenToNobodyWhoDoesNotNameThemAndOnceToWhoDoes() {
        Answer block = reserved(3);
        List<String> aside = IntStream.range(0, 3).mapToObj(i -> code(block, i)).toList();
        Answer usual = received(submitted(submission()));
        Answer submitted = submitted(submission());
        Answer named = received(submitted, block, 1);
        Answer again = received(submitted(submission()), block, 1);

        assertThat(aside).doesNotHaveDuplicates().doesNotContain(usual.text("/code"));
        assertThat(named.status()).as(named.body()).isEqualTo(200);
        assertThat(named.text("/code")).isEqualTo(aside.get(1));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("CODE_ALREADY_USED");
        assertThat(again.text("/field")).isEqualTo("reserved");
        Answer seen = to("/api/v1/code-blocks/" + block.text("/id")).as(CLERK).get();
        assertThat(seen.text("/codes/1/dossierId")).isEqualTo(submitted.text("/dossierId"));
        assertThat(seen.json().at("/codes/0").has("dossierId")).isFalse();
    }

    @Test
    void askedForAgainTheSameCodesAreAnsweredAndNoOthersTaken() {
        String key = UUID.randomUUID().toString();
        Answer first = reserve(2, key);
        Answer again = reserve(2, key);
        Answer next = reserved(1);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.json().at("/codes")).hasSize(2);
        assertThat(next.body()).doesNotContain(code(first, 0)).doesNotContain(code(first, 1));

        received(submitted(submission()), first, 0);
        assertThat(reserve(2, key).body())
                .as("an answer is made of its commit, whatever became of the codes since")
                .isEqualTo(first.body());
    }

    @Test
    void ofTwentyReceptionsThatNameOneCodeOneGetsIt() throws Exception {
        Answer block = reserved(1);
        List<Callable<Answer>> receptions = Stream.generate(() -> submitted(submission())).limit(20).toList().stream()
                .<Callable<Answer>>map(one -> () -> received(one, block, 0))
                .toList();

        try (ExecutorService desks = Executors.newFixedThreadPool(20)) {
            List<Future<Answer>> answers = desks.invokeAll(receptions, 60, TimeUnit.SECONDS);
            assertThat(answers.stream().map(answer -> answer.resultNow().status()))
                    .containsOnlyOnce(200)
                    .filteredOn(status -> status == 409)
                    .hasSize(19);
        }
    }

    @Test
    void aCodeThatWasNotSetAsideForThisOneStopIsRefused() {
        Answer block = reserved(1);
        Answer submitted = submitted(submission());
        Answer invented =
                desk(submitted, "receptions", submitted, named(block.text("/id"), "H36.101-20260302-0000001"));
        Answer nowhere = desk(submitted, "receptions", submitted, named("nothing", code(block, 0)));

        assertThat(invented.text("/code")).isEqualTo("CODE_NOT_RESERVED");
        assertThat(nowhere.text("/code")).isEqualTo("CODE_NOT_RESERVED");
        assertThat(to("/api/v1/code-blocks")
                        .as(CLERK)
                        .post("{\"agency\": \"%s\", \"day\": \"2020-01-01\", \"count\": 1, \"reason\": \"r\"}"
                                .formatted(WARD))
                        .text("/field"))
                .isEqualTo("day");
    }

    @Test
    void anAgencyOfWhichItIsConfiguredGivesCodesOfTheOldShape() {
        Answer submitted =
                to("/api/v1/dossiers").as(MUI_NE_OFFICER).post(submission().replace(WARD, MUI_NE));
        Answer received = to(path(submitted) + "/receptions")
                .as(MUI_NE_OFFICER)
                .seeing(submitted)
                .post("{}");

        assertThat(received.text("/code")).matches("000\\.17\\.22\\.H36-\\d{6}-\\d{4}");
    }
}
