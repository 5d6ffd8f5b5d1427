package vn.tthc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The broker, the identity provider and the four services as a stranger would run them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalSystemTest {
    private static final int CASES = 60;
    private static final long MEMORY_LIMIT_KB = 2_500_000;

    @TempDir
    Path folder;

    private final Tthc tthc = tthc();
    private final Http http = new Http(tthc);

    private static Tthc tthc() {
        try {
            return Tthc.on("home");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    void up() throws Exception {
        tthc.clean();
        tthc.ok(660, "up");
    }

    @AfterAll
    void down() throws Exception {
        assertThat(tthc.ok(120, "down", "--json").json().path("stopped")).hasSize(6);
        assertThat(tthc.ok(30, "status", "--json").json().path("processes"))
                .allSatisfy(
                        process -> assertThat(process.path("health").asString()).isEqualTo("STOPPED"));
    }

    @Test
    void everyProcessIsNamedWithItsHealthAndTogetherTheyAreSmall() throws Exception {
        JsonNode status = tthc.ok(30, "status", "--json").json();

        assertThat(status.path("ready").asBoolean()).isTrue();
        assertThat(status.path("processes")
                        .valueStream()
                        .map(process -> process.path("name").asString()))
                .containsExactlyInAnyOrder(
                        "broker",
                        "identity",
                        "intake-service",
                        "processing-service",
                        "postal-delivery-service",
                        "query-service");
        assertThat(status.path("processes")).allSatisfy(process -> {
            assertThat(process.path("health").asString()).isEqualTo("UP");
            assertThat(process.path("pid").isNumber()).isTrue();
        });
        assertThat(status.path("pssKb").asLong()).isLessThan(MEMORY_LIMIT_KB);
    }

    @Test
    void upWhenUpStartsNothing() throws Exception {
        JsonNode again = tthc.ok(60, "up", "--json").json();

        assertThat(again.path("started")).isEmpty();
        assertThat(again.path("ready").asBoolean()).isTrue();
    }

    @Test
    void everyFigureIsExplainedInTheRunbookAndEveryExplainedOneIsThere() throws Exception {
        var given = Runbook.given(tthc);

        assertThat(given).containsAll(Runbook.explained(false).values());
        assertThat(Runbook.explained(true).values()).containsAll(given);
        assertThat(Runbook.explained(true))
                .allSatisfy((name, prometheus) -> assertThat(prometheus).startsWith(name.replace('.', '_')));
    }

    @Test
    void aDossierGoesThroughTheLevelsAndThePostAndItsPersonStandsNowhereInTheOpenAndIsErasedEverywhere()
            throws Exception {
        String dossier = new DossierThroughTheLevels(http).run();

        new Planted(http, tthc).leavesNoTrace(dossier);
        new Forgotten(http).everywhere(dossier);
    }

    @Test
    void theDemoCitizenSeesTheDossierThatNamesTheirNumberAndTheOtherOneDoesNot() throws Exception {
        Http.Answer filed = http.post(
                Http.Service.INTAKE,
                "/api/v1/dossiers",
                "officer-xa",
                Map.of("Idempotency-Key", "e2e-own-1"),
                Map.of(
                        "procedure", "1.010778",
                        "channel", "COUNTER",
                        "receivingAgency", "24781@2025-07-01",
                        "competentAgency", "24781@2025-07-01",
                        "applicant", Map.of("name", "Trần Văn An", "identityNumber", "068199000001"),
                        "returnBy", Map.of("way", "COUNTER")));
        assertThat(filed.status()).as("%s", filed.body()).isEqualTo(201);
        String id = filed.body().path("dossierId").asString();

        Awaitility.await("the citizen finds it")
                .atMost(Duration.ofSeconds(60))
                .until(() -> own("citizen-an").contains(id));
        assertThat(own("citizen-binh")).doesNotContain(id);
    }

    private String own(String citizen) throws Exception {
        JsonNode own = http.get(Http.Service.QUERY, "/api/v1/dossiers/mine", citizen, "")
                .body();
        assertThat(own.path("verified").asBoolean()).as("%s", own).isTrue();
        return own.path("dossiers").toString();
    }

    @Test
    void verificationIsForThoseWhoseTableSaysSo() throws Exception {
        String[] may = {"admin", "inspector", "system"};
        int turn = 0;
        for (Http.Service service : Http.Service.values()) {
            // Each service for one of the three, since every answer computes all there is.
            for (String path : new String[] {"/internal/log/verification", "/internal/views/verification"}) {
                String who = may[turn++ % may.length];
                assertThat(http.post(service, path, who, Map.of(), Map.of()).status())
                        .as("%s %s by %s", service, path, who)
                        .isEqualTo(200);
                assertThat(http.post(service, path, "officer-xa", Map.of(), Map.of())
                                .status())
                        .as("%s %s by an officer", service, path)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void theStoryOfTheApisIsToldAsItsFileExpects() throws Exception {
        JsonNode told = tthc.ok(180, "story", "--json").json();

        assertThat(told.path("requests").asInt()).isGreaterThan(50);
    }

    @Test
    void aLogReplayedTwiceCountsOnceAndAsTheFileSays() throws Exception {
        LogPart part = LogPart.of(CASES, folder.resolve("part.csv"));

        JsonNode first = replay(part, "e2e");
        JsonNode views = statistics("e2e");
        JsonNode second = replay(part, "e2e");

        part.figures().forEach((name, count) -> {
            assertThat(first.path(name).asInt()).as("replay: " + name).isEqualTo(count);
            assertThat(second.path(name).asInt()).as("replay again: " + name).isEqualTo(count);
            assertThat(views.path(name).asInt()).as("views: " + name).isEqualTo(count);
        });
        assertThat(second.path("new").asInt()).isZero();
        assertThat(statistics("e2e")).isEqualTo(views);
    }

    @Test
    void whatIsKilledDuringAReplayLosesNothing() throws Exception {
        LogPart part = LogPart.of(CASES, folder.resolve("killed.csv"));
        Path out = folder.resolve("killed.json");
        Process replay = tthc.start(out, "replay", part.file().toString(), "--source", "e2e-killed", "--json");
        try {
            Awaitility.await("the replay is on its way")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> counted("e2e-killed") > 0);
            for (String name : new String[] {"processing-service", "broker", "intake-service"}) {
                kill(name);
            }
            tthc.ok(660, "up");

            assertThat(replay.waitFor(180, TimeUnit.SECONDS)).isTrue();
            assertThat(replay.exitValue()).isZero();
        } finally {
            replay.destroyForcibly();
        }
        JsonNode told = JsonMapper.builder().build().readTree(Files.readString(out));
        JsonNode views = statistics("e2e-killed");
        part.figures().forEach((name, count) -> {
            assertThat(told.path(name).asInt()).as("replay: " + name).isEqualTo(count);
            assertThat(views.path(name).asInt()).as("views: " + name).isEqualTo(count);
        });
    }

    private long counted(String source) throws Exception {
        return http.get(Http.Service.QUERY, "/api/v1/statistics?source=" + source, "inspector", "")
                .body()
                .path("dossiers")
                .asLong();
    }

    private void kill(String name) throws Exception {
        Map<String, Long> pids = new HashMap<>();
        tthc.ok(30, "status", "--json")
                .json()
                .path("processes")
                .forEach(process -> pids.put(
                        process.path("name").asString(), process.path("pid").asLong()));
        ProcessHandle process = ProcessHandle.of(pids.get(name)).orElseThrow();
        process.destroyForcibly();
        process.onExit().get(30, TimeUnit.SECONDS);
    }

    private JsonNode replay(LogPart part, String source) throws Exception {
        return tthc.ok(180, "replay", part.file().toString(), "--source", source, "--json")
                .json();
    }

    private JsonNode statistics(String source) throws Exception {
        ObjectNode figures = (ObjectNode)
                tthc.ok(150, "statistics", "--source", source, "--json").json();
        figures.remove("asOf");
        return figures;
    }
}
