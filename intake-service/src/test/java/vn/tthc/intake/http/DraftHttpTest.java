package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.platform.store.DocumentStore;

class DraftHttpTest extends IntakeServer {
    @Autowired
    private DocumentStore documents;

    private static final String FORM =
            submission("ONLINE", "{\"way\": \"COUNTER\"}").strip();

    private static String body(String form) {
        return "{\"form\": " + JsonMapper.shared().writeValueAsString(form) + "}";
    }

    private Answer saved(String form) {
        Answer saved = to("/api/v1/drafts").as(CITIZEN).post(body(form));
        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        return saved;
    }

    private Call draft(Answer saved, String more, String token) {
        return to("/api/v1/drafts/" + saved.text("/id") + more).as(token);
    }

    @Test
    void aDraftIsSavedReadReplacedAndDeletedByTheAccountItBelongsToAlone() {
        Answer saved = saved("{\"procedure\": \"1.01");
        Answer replaced = draft(saved, "/forms", CITIZEN).post(body("{\"procedure\": \"1.012796\"}"));

        assertThat(replaced.text("/form")).isEqualTo("{\"procedure\": \"1.012796\"}");
        assertThat(draft(saved, "", CITIZEN).get().text("/form")).isEqualTo("{\"procedure\": \"1.012796\"}");
        assertThat(to("/api/v1/drafts").as(CITIZEN).get().body())
                .contains(saved.text("/id"))
                .doesNotContain("1.012796");
        assertThat(to("/api/v1/drafts").as(OTHER_CITIZEN).get().body()).doesNotContain(saved.text("/id"));
        assertThat(draft(saved, "", OTHER_CITIZEN).get().status()).isEqualTo(403);
        assertThat(draft(saved, "/deletions", OTHER_CITIZEN).post("{}").status())
                .isEqualTo(403);
        assertThat(draft(saved, "/submissions", OTHER_CITIZEN).post("{}").status())
                .isEqualTo(403);
        assertThat(draft(saved, "/deletions", CITIZEN).post("{}").status()).isEqualTo(200);
        assertThat(draft(saved, "", CITIZEN).get().status()).isEqualTo(404);
    }

    @Test
    void aDraftBecomesOneDossierHoweverOftenAndByHowManyItIsFiled() throws Exception {
        Answer saved = saved(FORM);
        Callable<Answer> filing = () -> draft(saved, "/submissions", CITIZEN).post("{}");

        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<Answer>> filed =
                    many.invokeAll(Stream.generate(() -> filing).limit(8).toList(), 60, TimeUnit.SECONDS);
            assertThat(filed)
                    .allSatisfy(answer -> assertThat(answer.get().status())
                            .as(answer.get().body())
                            .isEqualTo(201));
            assertThat(filed.stream()
                            .map(answer -> answer.resultNow().text("/dossierId"))
                            .distinct())
                    .hasSize(1);
        }
        Answer again = filing.call();
        assertThat(again.status()).isEqualTo(201);
        assertThat(to(path(again)).as(CITIZEN).get().json().at("/status/code").asInt())
                .isEqualTo(1);
        Answer draft = draft(saved, "", CITIZEN).get();
        assertThat(draft.text("/dossierId")).isEqualTo(again.text("/dossierId"));
        assertThat(draft.json().has("form")).isFalse();
        assertThat(draft(saved, "/forms", CITIZEN).post(body("x")).text("/code"))
                .isEqualTo("DRAFT_SUBMITTED");
    }

    @Test
    void aDraftThatWasFiledBeforeItsProcessDiedTakesNoOtherForm() {
        for (boolean repeated : new boolean[] {false, true}) {
            Answer saved = saved(FORM);
            String id = saved.text("/id");
            String unfiled = documents.get("kept_drafts", id).orElseThrow().json();
            Answer filed = draft(saved, "/submissions", CITIZEN).post("{}");
            assertThat(filed.status()).as(filed.body()).isEqualTo(201);
            // As it is on the disk when the process dies after the command and before the draft is told.
            documents.write(writer -> {
                long version = writer.get("kept_drafts", id).orElseThrow().version();
                writer.put(
                        "kept_drafts",
                        id,
                        version,
                        unfiled,
                        Map.of("owner", "citizen-an", "saved", 1L, "expires", Long.MAX_VALUE));
                return true;
            });

            Answer next = repeated
                    ? draft(saved, "/submissions", CITIZEN).post("{}")
                    : draft(saved, "/forms", CITIZEN).post(body("{\"corrected\": true}"));
            if (repeated) {
                assertThat(next.status()).isEqualTo(201);
                assertThat(next.text("/dossierId")).isEqualTo(filed.text("/dossierId"));
            } else {
                assertThat(next.text("/code")).isEqualTo("DRAFT_SUBMITTED");
            }
            Answer draft = draft(saved, "", CITIZEN).get();
            assertThat(draft.text("/dossierId")).isEqualTo(filed.text("/dossierId"));
            assertThat(draft.json().has("form")).isFalse();
        }
    }

    @Test
    void whatWasRefusedCanBeChangedAtOnceAndThenBeFiled() {
        Answer saved = saved(FORM.replace("Nguyễn Thị Bình An", " "));
        assertThat(draft(saved, "/submissions", CITIZEN).post("{}").status()).isEqualTo(400);

        assertThat(draft(saved, "/forms", CITIZEN).post(body(FORM)).status()).isEqualTo(200);
        assertThat(draft(saved, "/submissions", CITIZEN).post("{}").status()).isEqualTo(201);
    }

    @Test
    void whatIsNotCompleteIsRefusedNamingTheFieldAndStaysADraft() {
        Answer nonsense = saved("{\"procedure\": ");
        Answer incomplete = saved(FORM.replace("\"portalCode\": \"G22.99.2-260302-0001\",", ""));
        Answer nameless = saved(FORM.replace("Nguyễn Thị Bình An", " "));

        assertThat(draft(nonsense, "/submissions", CITIZEN).post("{}").text("/field"))
                .isEqualTo("form");
        assertThat(draft(incomplete, "/submissions", CITIZEN).post("{}").text("/field"))
                .isEqualTo("portalCode");
        Answer refused = draft(nameless, "/submissions", CITIZEN).post("{}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).doesNotContain("068199000123");
        assertThat(draft(incomplete, "", CITIZEN).get().json().has("form")).isTrue();
    }

    @Test
    void nothingPersonalOfADraftStandsOnTheDiskInPlainText() throws IOException {
        saved(FORM.replace("Nguyễn Thị Bình An", "Lò Thị Ngân Hà").replace("068199000123", "068199000999"));

        List<Path> files;
        try (Stream<Path> all = Files.list(database().resolveSibling("."))) {
            files = all.filter(file -> file.getFileName().toString().startsWith("intake.db"))
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            assertThat(text).doesNotContain("Lò Thị Ngân Hà").doesNotContain("068199000999");
        }
    }
}
