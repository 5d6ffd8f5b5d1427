package vn.tthc.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
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

/** What every store of documents promises, and its sequences. */
public abstract class DocumentStoreContract {
    private static final CollectionSpec THINGS = new CollectionSpec(
            "things",
            List.of(
                    new CollectionSpec.Index("by_color", List.of("color"), "size"),
                    new CollectionSpec.Index("by_name", List.of(), "name")));

    private DocumentStore documents;

    /** Opens the store; again after {@link #close} it has what was there. */
    protected abstract DocumentStore open() throws Exception;

    /** The sequences of the store that is open. */
    protected abstract Sequences sequences() throws Exception;

    protected abstract void close() throws Exception;

    @BeforeEach
    void declare() throws Exception {
        documents = open();
        documents.declare(List.of(THINGS));
        documents.declare(List.of(THINGS));
    }

    @AfterEach
    void closeStore() throws Exception {
        close();
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
    void a_document_is_found_by_what_it_says_last_whichever_of_its_fields_have_changed() {
        put("a", 0, "red", 1);
        assertThat(found("red")).containsExactly("a@1");
        put("a", 1, "red", 1);
        assertThat(found("red")).containsExactly("a@2");
        put("a", 2, "blue", 1);
        assertThat(found("red")).isEmpty();
        assertThat(found("blue")).containsExactly("a@3");
        put("a", 3, "blue", 5_000_000_000L);
        assertThat(between("blue", 0, 2)).isEmpty();
        assertThat(between("blue", 4_000_000_000L, 6_000_000_000L)).containsExactly("a@4");
        Map<String, Object> nowhere = new HashMap<>();
        nowhere.put("color", null);
        nowhere.put("size", null);
        nowhere.put("name", "a");
        documents.write(writer -> {
            writer.put("things", "a", 4, "{}", nowhere);
            return true;
        });
        assertThat(found("blue")).isEmpty();
        put("a", 5, "blue", 1);
        assertThat(found("blue")).containsExactly("a@6");
    }

    private List<String> found(String color) {
        return between(color, null, null);
    }

    private List<String> between(String color, Object from, Object to) {
        return documents
                .find(new Find("things", "by_color", Map.of("color", color), from, to, false, null, 10))
                .documents()
                .stream()
                .map(document -> document.id() + "@" + document.version())
                .toList();
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
            Sequences sequences = sequences();
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
            declare();
        }
        assertThat(taken).hasSize(800).contains(1L, 800L);
        assertThat(sequences().take("other", 1)).isEqualTo(1);
    }

    @Test
    void more_numbers_than_are_left_are_refused_and_none_is_taken() throws Exception {
        Sequences sequences = sequences();
        assertThat(sequences.last("bounded")).isZero();
        assertThat(sequences.take("bounded", 11, 10)).isEmpty();
        assertThat(sequences.take("bounded", 8, 10)).hasValue(1);
        assertThat(sequences.take("bounded", 3, 10)).isEmpty();
        assertThat(sequences.take("bounded", 2, 10)).hasValue(9);
        assertThat(sequences.take("bounded", 1, 10)).isEmpty();
        assertThat(sequences.last("bounded")).isEqualTo(10);
        assertThat(sequences.take("bounded", 1)).isEqualTo(11);
    }

    @Test
    void a_sequence_begins_where_its_former_name_stands_and_never_goes_back() throws Exception {
        Sequences sequences = sequences();
        sequences.take("former", 5);
        sequences.follow("new", "former");
        sequences.follow("new", "never used");
        assertThat(sequences.take("new", 4)).isEqualTo(6);
        sequences.follow("new", "former");
        assertThat(sequences.take("new", 1)).isEqualTo(10);
        sequences.take("former", 10);
        sequences.follow("new", "former");
        assertThat(sequences.take("new", 1)).isEqualTo(16);
    }

    @Test
    void a_unit_sees_its_own_changes_where_it_looks_for_documents() {
        put("a", 0, "red", 1);
        put("b", 0, "red", 2);
        put("c", 0, "red", 3);
        List<String> seen = documents.write(writer -> {
            writer.put("things", "d", 0, "{}", Map.of("color", "red", "size", 0L, "name", "d"));
            writer.put("things", "a", 1, "{}", Map.of("color", "red", "size", 9L, "name", "a"));
            writer.put("things", "c", 1, "{}", Map.of("color", "blue", "size", 3L, "name", "c"));
            writer.delete("things", "b");
            assertThat(writer.count(red(1, null, false))).isEqualTo(2);
            List<String> ids = new ArrayList<>();
            String after = null;
            do {
                Page page = writer.find(red(1, after, false));
                page.documents().forEach(document -> ids.add(document.id()));
                after = page.next();
            } while (after != null);
            return ids;
        });

        assertThat(seen).containsExactly("d", "a");
        assertThat(documents.find(red(10, null, true)).documents())
                .extracting(Document::id)
                .containsExactly("a", "d");
    }

    @Test
    void a_document_that_was_removed_is_a_new_one_when_it_comes_again() {
        put("a", 0, "red", 1);
        documents.write(writer -> {
            writer.delete("things", "a");
            writer.delete("things", "never there");
            return true;
        });
        assertThat(documents.get("things", "a")).isEmpty();
        assertThat(documents.count(red(1, null, false))).isZero();
        assertThat(documents.find(red(10, null, false)).documents()).isEmpty();

        put("a", 0, "red", 1);

        assertThat(documents.get("things", "a")).isPresent();
    }

    @Test
    void what_was_read_is_what_is_written_upon_however_many_write_at_once() throws Exception {
        put("counter", 0, "red", 0);
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                all.add(pool.submit(() -> documents.write(writer -> {
                    Document before = writer.get("things", "counter").orElseThrow();
                    long size = before.version();
                    writer.put(
                            "things",
                            "counter",
                            size,
                            String.valueOf(size),
                            Map.of("color", "red", "size", size, "name", "counter"));
                    return true;
                })));
            }
            for (Future<Boolean> each : all) {
                assertThat(each.get(60, TimeUnit.SECONDS)).isTrue();
            }
        }
        assertThat(documents.get("things", "counter")).contains(new Document("counter", 81, "80"));
    }
}
