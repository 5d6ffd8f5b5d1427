package vn.tthc.platform.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.platform.store.StaleDocument;

class SqliteDocumentsTest {
    private static final CollectionSpec THINGS = new CollectionSpec(
            "things",
            List.of(
                    new CollectionSpec.Index("by_color", List.of("color"), "size"),
                    new CollectionSpec.Index("by_name", List.of(), "name")));

    @TempDir
    private Path folder;

    private SqliteDatabase database;
    private SqliteDocuments documents;

    @BeforeEach
    void open() {
        database = SqliteDatabase.open(folder.resolve("docs.db"), 1000);
        documents = new SqliteDocuments(database);
        documents.declare(List.of(THINGS));
        documents.declare(List.of(THINGS));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void put(String id, long version, String color, long size) {
        documents.write(writer -> {
            writer.put(
                    "things", id, version, "{\"v\":" + version + "}", Map.of("color", color, "size", size, "name", id));
            return id;
        });
    }

    private static Find red(int limit, String after, boolean descending) {
        return new Find("things", "by_color", Map.of("color", "red"), null, null, descending, after, limit);
    }

    @Test
    void a_document_is_written_by_compare_and_set() {
        put("a", 0, "red", 1);
        put("a", 1, "blue", 2);

        assertThat(documents.get("things", "a")).contains(new Document("a", 2, "{\"v\":1}"));
        assertThatThrownBy(() -> put("a", 0, "red", 1)).isInstanceOf(StaleDocument.class);
        assertThatThrownBy(() -> put("a", 1, "red", 1)).isInstanceOf(StaleDocument.class);
        assertThatThrownBy(() -> put("b", 3, "red", 1)).isInstanceOf(StaleDocument.class);
        assertThat(documents.get("things", "b")).isEmpty();
    }

    @Test
    void pages_follow_the_order_of_the_index_in_both_directions_without_loss() {
        for (int i = 0; i < 57; i++) {
            put("id" + i, 0, i % 2 == 0 ? "red" : "blue", i % 5);
        }
        for (boolean descending : List.of(true, false)) {
            List<String> seen = new ArrayList<>();
            String after = null;
            do {
                Page page = documents.find(red(10, after, descending));
                page.documents().forEach(document -> seen.add(document.id()));
                after = page.next();
            } while (after != null);
            assertThat(seen).hasSize(29).doesNotHaveDuplicates();
        }
        assertThat(documents.count(red(1, null, false))).isEqualTo(29);
    }

    @Test
    void bounds_cut_the_order_field() {
        for (int i = 0; i < 10; i++) {
            put("id" + i, 0, "red", i);
        }

        Page page = documents.find(new Find("things", "by_color", Map.of("color", "red"), 3L, 6L, false, null, 100));

        assertThat(page.documents()).extracting(Document::id).containsExactly("id3", "id4", "id5");
        assertThat(page.next()).isNull();
    }

    @Test
    void a_query_that_no_declared_index_serves_does_not_exist() {
        assertThatThrownBy(() -> documents.find(new Find("things", "by_size", Map.of(), null, null, false, null, 10)))
                .hasMessageContaining("no index by_size");
        assertThatThrownBy(() -> documents.find(new Find("things", "by_color", Map.of(), null, null, false, null, 10)))
                .hasMessageContaining("needs values");
        assertThatThrownBy(() -> documents.get("nothing", "x")).hasMessageContaining("no collection");
        assertThatThrownBy(() -> documents.find(red(10, "rubbish", false))).hasMessageContaining("cursor");
    }

    @Test
    void a_write_that_fails_leaves_nothing() {
        assertThatThrownBy(() -> documents.write(writer -> {
                    writer.put("things", "a", 0, "{}", Map.of("color", "red", "size", 1L, "name", "a"));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(documents.get("things", "a")).isEmpty();
    }

    @Test
    void numbers_are_never_given_twice_not_across_threads_and_restarts() throws Exception {
        Set<Long> taken = new HashSet<>();
        for (int restart = 0; restart < 2; restart++) {
            SqliteSequences sequences = new SqliteSequences(database);
            try (ExecutorService pool = Executors.newFixedThreadPool(16)) {
                List<Future<Long>> numbers = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    numbers.add(pool.submit(() -> sequences.take("agency/day", 2)));
                }
                for (Future<Long> number : numbers) {
                    long first = number.get(20, TimeUnit.SECONDS);
                    assertThat(taken.add(first)).isTrue();
                    assertThat(taken.add(first + 1)).isTrue();
                }
            }
            close();
            open();
        }
        assertThat(taken).hasSize(800).contains(1L, 800L);
        assertThat(new SqliteSequences(database).take("other", 1)).isEqualTo(1);
    }
}
