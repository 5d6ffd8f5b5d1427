package vn.tthc.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.intake.IntakeProperties;
import vn.tthc.intake.dossier.Now;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.sqlite.SqliteDocuments;
import vn.tthc.platform.web.Problem;

class DraftsTest {
    private static final Duration KEPT = Duration.ofDays(30);

    @TempDir
    Path folder;

    private final Backwards vault = new Backwards();
    private SqliteDatabase database;
    private SqliteDocuments documents;
    private Drafts drafts;
    private Instant time = Instant.parse("2026-03-02T01:00:00Z");

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("intake.db"), 10_000);
        documents = new SqliteDocuments(database);
        drafts = new Drafts(
                documents,
                vault,
                new IntakeProperties(
                        "68@2025-07-01",
                        URI.create("http://127.0.0.1/"),
                        List.of(),
                        KEPT,
                        Duration.ofMinutes(10),
                        2_000),
                new Now(() -> time));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_files_a_form_names_are_held_for_as_long_as_the_draft_is_there() {
        DraftFiles files = new DraftFiles(documents, new Now(() -> time));
        files.whole();
        String first = "a".repeat(64);
        String second = "b".repeat(64);
        Drafts.Draft draft = drafts.save("citizen-an", "{\"blob\": \"" + first);
        Drafts.Draft other = drafts.save("citizen-binh", first + "," + second + "," + "c".repeat(65));
        assertThat(List.of(files.holds(first), files.holds(second))).containsOnly(true);
        assertThat(files.holds("c".repeat(64))).isFalse();

        drafts.delete(other);
        assertThat(files.holds(first)).as("another draft names it").isTrue();
        assertThat(files.holds(second)).isFalse();

        // Each try to file it lets it stay longer.
        time = time.plus(KEPT).minusMillis(1);
        drafts.filing(draft);
        time = time.plus(Duration.ofHours(23));
        assertThat(files.holds(first)).isTrue();
        drafts.filed(draft, "dossier");
        assertThat(files.holds(first)).as("its event names it now").isFalse();

        drafts.save("citizen-an", second);
        time = time.plus(KEPT);
        assertThat(files.holds(second)).isFalse();
        drafts.sweep();
        assertThat(documents.count(new Find("kept_draft_files", "by_expiry", Map.of(), null, null, false, null, 1)))
                .isZero();
    }

    @Test
    void until_drafts_of_an_older_version_are_noted_every_file_counts_as_held() {
        DraftFiles files = new DraftFiles(documents, new Now(() -> time));
        String hash = "a".repeat(64);
        Drafts.Draft draft = drafts.save("citizen-an", hash);
        documents.write(writer -> {
            var kept = writer.get("kept_drafts", draft.id()).orElseThrow();
            String older = kept.json().replaceAll(",\"files\":\\[[^]]*]", "");
            assertThat(older).isNotEqualTo(kept.json());
            writer.put(
                    "kept_drafts",
                    draft.id(),
                    kept.version(),
                    older,
                    Map.of(
                            "owner",
                            draft.owner(),
                            "saved",
                            Drafts.micros(draft.savedAt()),
                            "expires",
                            Drafts.micros(draft.expiresAt())));
            writer.delete("kept_draft_files", draft.id() + "@" + hash);
            return true;
        });
        assertThat(files.holds("b".repeat(64))).isTrue();

        drafts.noteOlder();
        files.whole();

        assertThat(files.holds(hash)).isTrue();
        assertThat(files.holds("b".repeat(64))).isFalse();
        assertThat(drafts.form(drafts.find(draft.id()).orElseThrow())).contains(hash);
    }

    @Test
    void a_draft_is_gone_when_its_time_is_over_and_the_next_sweep_removes_it_and_its_key() {
        Drafts.Draft draft = drafts.save("citizen-an", "{}");
        time = time.plus(KEPT).minusMillis(1);
        assertThat(drafts.find(draft.id())).isPresent();

        time = time.plusMillis(1);
        assertThat(drafts.find(draft.id())).isEmpty();
        assertThat(drafts.ofOwner("citizen-an")).isEmpty();
        assertThat(documents.get("kept_drafts", draft.id())).isPresent();

        assertThat(drafts.sweep()).as("more").isFalse();
        assertThat(documents.get("kept_drafts", draft.id())).isEmpty();
        assertThat(vault.discarded).containsExactly(key(draft));
        drafts.sweep();
        assertThat(vault.discarded).hasSize(1);
    }

    @Test
    void a_sweep_is_bounded_and_says_that_there_is_more() {
        for (int i = 0; i < 101; i++) {
            drafts.save("citizen-" + i, "{}");
        }
        time = time.plus(KEPT);

        assertThat(drafts.sweep()).isTrue();
        assertThat(vault.discarded).hasSize(100);
        assertThat(drafts.sweep()).isFalse();
        assertThat(vault.discarded).hasSize(101);
    }

    @Test
    void the_key_goes_when_the_form_does_whether_it_was_deleted_or_filed() {
        Drafts.Draft deleted = drafts.save("citizen-an", "{}");
        Drafts.Draft filed = drafts.save("citizen-an", "{}");
        drafts.delete(deleted);
        drafts.filed(filed, "dossier");

        assertThat(vault.discarded).containsExactly(key(deleted), key(filed));
        drafts.filed(filed, "dossier");
        drafts.delete(drafts.find(filed.id()).orElseThrow());
        assertThat(vault.discarded).hasSize(2);
    }

    @Test
    void a_key_that_could_not_go_with_its_form_goes_with_the_next_sweep() {
        Drafts.Draft draft = drafts.save("citizen-an", "{}");
        vault.broken = true;
        drafts.delete(draft);
        assertThat(drafts.find(draft.id())).isEmpty();

        vault.broken = false;
        drafts.sweep();
        assertThat(vault.discarded).containsExactly(key(draft));
    }

    @Test
    void a_key_that_cannot_go_holds_up_no_other() {
        List<Drafts.Draft> over = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            over.add(drafts.save("citizen-" + i, "{}"));
            vault.broken = true;
            drafts.delete(over.get(i));
            vault.broken = false;
            time = time.plusMillis(1);
        }
        vault.stuck = key(over.getFirst());

        assertThat(drafts.sweep()).as("more").isTrue();
        assertThat(vault.discarded).hasSize(99);
        drafts.sweep();
        assertThat(vault.discarded).hasSize(100).doesNotContain(vault.stuck);
        vault.stuck = null;
        drafts.sweep();
        assertThat(vault.discarded).contains(key(over.getFirst())).hasSize(101);
    }

    @Test
    void a_filing_is_not_undone_by_a_key_that_could_not_go_and_clears_nobody_elses() {
        Drafts.Draft others = drafts.save("citizen-binh", "{}");
        Drafts.Draft draft = drafts.save("citizen-an", "{}");
        vault.broken = true;
        drafts.delete(others);
        assertThat(drafts.filed(draft, "dossier").orElseThrow().dossier()).isEqualTo("dossier");

        vault.broken = false;
        Drafts.Draft next = drafts.save("citizen-an", "{}");
        drafts.filed(next, "another");
        assertThat(vault.discarded).containsExactly(key(next));
        drafts.sweep();
        assertThat(vault.discarded).containsExactlyInAnyOrder(key(next), key(draft), key(others));
    }

    @Test
    void what_is_being_filed_as_its_time_ends_still_tells_the_dossier_it_became() {
        Drafts.Draft draft = drafts.save("citizen-an", "{}");
        time = time.plus(KEPT).minusMillis(1);
        drafts.filing(draft).orElseThrow();
        time = time.plus(Duration.ofHours(1));
        drafts.sweep();
        assertThat(drafts.find(draft.id())).isPresent();

        time = time.plus(Duration.ofDays(2));
        assertThat(drafts.filed(draft, "dossier")).isPresent();
        drafts.sweep();
        assertThat(drafts.find(draft.id()).orElseThrow().dossier()).isEqualTo("dossier");
    }

    private static String key(Drafts.Draft draft) {
        return Objects.requireNonNull(draft.form()).person();
    }

    @Test
    void saved_again_it_is_kept_from_then_on() {
        Drafts.Draft draft = drafts.save("citizen-an", "{}");
        time = time.plus(Duration.ofDays(20));
        Drafts.Draft again = drafts.replace(draft, "{\"channel\": \"ONLINE\"}");

        assertThat(again.expiresAt()).isEqualTo(time.plus(KEPT));
        assertThat(drafts.form(again)).contains("{\"channel\": \"ONLINE\"}");
        assertThat(drafts.ofOwner("citizen-an")).containsExactly(again);
    }

    @Test
    void an_account_keeps_fifty_and_others_none_the_less() {
        for (int i = 0; i < 50; i++) {
            drafts.save("citizen-an", "{}");
        }

        assertThatThrownBy(() -> drafts.save("citizen-an", "{}")).isInstanceOf(Problem.class);
        assertThat(vault.made).as("keys").isEqualTo(50);
        assertThat(drafts.save("citizen-binh", "{}").owner()).isEqualTo("citizen-binh");
    }

    @Test
    void what_is_being_filed_is_not_changed_until_that_is_refused() {
        Drafts.Draft draft = drafts.save("citizen-an", "{}");
        Drafts.Filing filing = drafts.filing(draft).orElseThrow();
        Drafts.Draft marked = drafts.find(draft.id()).orElseThrow();

        assertThatThrownBy(() -> drafts.replace(draft, "{\"a\": 1}")).hasMessage("OVERLOADED");
        assertThatThrownBy(() -> drafts.replace(marked, "{\"a\": 1}")).hasMessage("OVERLOADED");

        drafts.refused(filing);
        Drafts.Draft replaced = drafts.replace(drafts.find(draft.id()).orElseThrow(), "{\"a\": 1}");
        assertThat(drafts.form(replaced)).contains("{\"a\": 1}");
    }

    @Test
    void a_refusal_does_not_open_what_somebody_else_files_too() {
        Drafts.Draft draft = drafts.save("citizen-an", "{}");
        Drafts.Filing first = drafts.filing(draft).orElseThrow();
        Drafts.Filing second = drafts.filing(draft).orElseThrow();
        drafts.refused(first);
        drafts.refused(second);

        Drafts.Draft marked = drafts.find(draft.id()).orElseThrow();
        assertThatThrownBy(() -> drafts.replace(marked, "{\"a\": 1}")).hasMessage("OVERLOADED");

        time = time.plus(Duration.ofMinutes(3));
        assertThat(drafts.form(drafts.replace(marked, "{\"a\": 1}"))).contains("{\"a\": 1}");
    }

    @Test
    void a_form_is_not_put_over_one_that_somebody_began_to_file_since_the_log_was_asked() {
        Drafts.Draft asked = drafts.save("citizen-an", "{}");
        drafts.filing(asked);
        time = time.plus(Duration.ofMinutes(3));

        assertThatThrownBy(() -> drafts.replace(asked, "{\"a\": 1}")).hasMessage("OVERLOADED");
    }

    @Test
    void what_was_deleted_does_not_come_back_and_is_not_said_to_be_filed() {
        Drafts.Draft draft = drafts.save("citizen-an", "{}");
        drafts.filing(draft);
        drafts.delete(draft);

        assertThatThrownBy(() -> drafts.replace(draft, "{}")).hasMessage("NOT_FOUND");
        assertThat(drafts.filed(draft, "dossier")).isEmpty();
        assertThat(drafts.find(draft.id())).isEmpty();
    }

    /** Tells a sealed text from an open one, and from one of another place. */
    private static final class Backwards implements PersonVault {
        private final List<String> discarded = new ArrayList<>();
        private int made;
        private boolean broken;
        private @Nullable String stuck;

        @Override
        public void discard(String person) {
            if (broken || person.equals(stuck)) {
                throw new IllegalStateException("no room");
            }
            discarded.add(person);
        }

        @Override
        public String newPerson() {
            made++;
            return UUID.randomUUID().toString();
        }

        @Override
        public Sealed seal(String person, StreamId stream, String commandId, String field, String text) {
            return new Sealed(person, stream + "/" + new StringBuilder(text).reverse());
        }

        @Override
        public Optional<String> open(Sealed sealed, StreamId stream, String commandId, String field) {
            String text = sealed.cipher().substring((stream + "/").length());
            return Optional.of(new StringBuilder(text).reverse().toString());
        }

        @Override
        public boolean isForgotten(String person) {
            return false;
        }
    }
}
