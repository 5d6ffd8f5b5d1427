package vn.tthc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tthc.platform.web.TestService.Answer;

class PositionsTest {
    private static final String ID = "6f0f3c1e-0000-4000-8000-000000000001";

    private final AtomicLong now = new AtomicLong(1_000);
    private final List<Long> pauses = new ArrayList<>();

    /** Time passes only while somebody waits. */
    private Positions positions(PositionSource... sources) {
        return new Positions(List.of(sources), Duration.ofSeconds(2), now::get, nanos -> {
            pauses.add(nanos);
            now.addAndGet(nanos);
        });
    }

    @Test
    void whatIsThereIsNotWaitedFor() {
        positions((stream, version) -> version <= 7).await("dossier-" + ID + "@7, case-" + ID + "@3");

        assertThat(pauses).isEmpty();
    }

    @Test
    void oneSourceThatHasItIsEnough() {
        assertThatNoException()
                .isThrownBy(() -> positions((s, v) -> false, (s, v) -> s.startsWith("case-"))
                        .await("case-" + ID + "@1"));
    }

    @Test
    void itIsWaitedForUntilItIsThere() {
        long start = now.get();
        positions((s, v) -> now.get() - start > Duration.ofMillis(900).toNanos())
                .await("dossier-" + ID + "@1");

        assertThat(Duration.ofNanos(now.get() - start)).isBetween(Duration.ofMillis(900), Duration.ofMillis(1_000));
        assertThat(pauses).hasSizeLessThan(40).allMatch(nanos -> nanos <= 50_000_000);
    }

    @Test
    void afterTwoSecondsTheCallerIsToldToComeAgain() {
        long start = now.get();

        assertThatThrownBy(() -> positions((s, v) -> false).await("dossier-" + ID + "@1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.NOT_YET_VISIBLE));
        assertThat(Duration.ofNanos(now.get() - start)).isEqualTo(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "dossier-1",
                "dossier-1@0",
                "dossier-1@-1",
                "dossier-1@x",
                "dossier-1@1,",
                "ship-1@1",
                "dossier-@1",
                "@1",
                "dossier-1@99999999999999999999",
                "dossier-' or 1=1@1",
                "case-1@1,case-1@1,case-1@1,case-1@1,case-1@1,case-1@1,case-1@1,case-1@1,case-1@1,"
                        + "case-1@1,case-1@1,case-1@1,case-1@1,case-1@1,case-1@1,case-1@1,case-1@1"
            })
    void whatIsNoPositionIsMalformed(String header) {
        assertThatThrownBy(() -> positions((s, v) -> true).await(header))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void streamsOfReferenceDataHaveSignsInTheirNames() {
        assertThatNoException().isThrownBy(() -> positions((s, v) -> true).await("agency-H36.01@2025-07-01@3"));
    }

    private static Answer get(String position) {
        return TestService.send(
                "/api/v1/me",
                request -> TestService.signedIn(request)
                        .setHeader(Answers.POSITION, position)
                        .GET());
    }

    @Test
    void everyRequestOfTheApiIsHeldBack() {
        TestService.REACHED.put("dossier-a", 4L);

        assertThat(get("dossier-a@4").status()).isEqualTo(200);
        assertThat(get("dossier-a@5").status()).isEqualTo(503);
        assertThat(get("dossier-a@5").code()).isEqualTo("NOT_YET_VISIBLE");
        assertThat(get("dossier-a@5").header("Retry-After")).isEqualTo("1");
        assertThat(get("rubbish").status()).isEqualTo(400);
        assertThat(get("rubbish").json().path("field").asString()).isEqualTo("Tthc-Position");
    }

    @Test
    void aStrangerIsTurnedAwayWithoutAWait() {
        assertThat(TestService.send(
                                "/api/v1/me",
                                request -> request.setHeader(Answers.POSITION, "dossier-a@9")
                                        .GET())
                        .status())
                .isEqualTo(401);
    }
}
