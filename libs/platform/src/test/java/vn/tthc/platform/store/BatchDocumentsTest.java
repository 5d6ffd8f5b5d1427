package vn.tthc.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchDocumentsTest {
    private final Store store = new Store();
    private final BatchDocuments batch = new BatchDocuments(store);

    @Test
    void a_document_changed_many_times_is_read_once_and_stored_once() {
        store.documents.put("c/1", new Document("1", 7, "old"));

        for (int i = 0; i < 5; i++) {
            Document before = batch.get("c", "1").orElseThrow();
            batch.put("c", "1", before.version(), "new " + i, Map.of("field", (long) i));
        }

        assertThat(batch.get("c", "1")).contains(new Document("1", 12, "new 4"));
        assertThat(store.said).containsExactly("get c/1");
        batch.held().store(store);
        assertThat(store.said).containsExactly("get c/1", "put c/1 at 7: new 4 {field=4}");
    }

    @Test
    void what_was_only_read_is_not_stored() {
        store.documents.put("c/1", new Document("1", 1, "there"));
        batch.get("c", "1");
        batch.get("c", "2");

        batch.held().store(store);

        assertThat(store.said).containsExactly("get c/1", "get c/2");
    }

    @Test
    void a_document_removed_and_made_again_is_one_change() {
        store.documents.put("c/1", new Document("1", 3, "there"));

        batch.delete("c", "1");
        assertThat(batch.get("c", "1")).isEmpty();
        batch.put("c", "1", 0, "again", Map.of());
        batch.held().store(store);

        assertThat(store.said).containsExactly("get c/1", "put c/1 at 3: again {}");
    }

    @Test
    void a_document_made_and_removed_again_was_never_there() {
        batch.put("c", "1", 0, "made", Map.of());
        batch.delete("c", "1");

        batch.held().store(store);

        assertThat(store.said).containsExactly("get c/1");
    }

    @Test
    void a_removed_document_is_removed() {
        store.documents.put("c/1", new Document("1", 3, "there"));

        batch.delete("c", "1");
        batch.held().store(store);

        assertThat(store.said).containsExactly("get c/1", "delete c/1");
    }

    @Test
    void a_part_that_fails_leaves_no_trace_and_what_was_before_it_stays() {
        batch.attempt(documents -> documents.put("c", "1", 0, "before", Map.of()));

        assertThatThrownBy(() -> batch.attempt(documents -> {
                    documents.put("c", "1", 1, "in vain", Map.of());
                    documents.put("c", "2", 0, "in vain", Map.of());
                    documents.delete("c", "1");
                    throw new IllegalStateException("cannot be applied");
                }))
                .hasMessage("cannot be applied");

        assertThat(batch.get("c", "1")).contains(new Document("1", 1, "before"));
        assertThat(batch.get("c", "2")).isEmpty();
        batch.held().store(store);
        assertThat(store.said).containsExactly("get c/1", "get c/2", "put c/1 at 0: before {}");
    }

    @Test
    void a_change_of_another_version_is_refused() {
        store.documents.put("c/1", new Document("1", 3, "there"));

        assertThatThrownBy(() -> batch.put("c", "1", 2, "late", Map.of())).isInstanceOf(StaleDocument.class);
        assertThatThrownBy(() -> batch.put("c", "1", 0, "new", Map.of())).isInstanceOf(StaleDocument.class);
    }

    @Test
    void it_never_answers_from_an_index() {
        Find find = new Find("c", "all", Map.of(), null, null, false, null, 1);

        assertThatThrownBy(() -> batch.find(find)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> batch.count(find)).isInstanceOf(UnsupportedOperationException.class);
    }

    /** Writes down what it is asked. */
    private static final class Store implements DocumentWriter {
        private final Map<String, Document> documents = new HashMap<>();
        private final List<String> said = new ArrayList<>();

        @Override
        public Optional<Document> get(String collection, String id) {
            said.add("get " + collection + "/" + id);
            return Optional.ofNullable(documents.get(collection + "/" + id));
        }

        @Override
        public void put(
                String collection,
                String id,
                long expectedVersion,
                String json,
                Map<String, @Nullable Object> indexed) {
            said.add("put " + collection + "/" + id + " at " + expectedVersion + ": " + json + " " + indexed);
        }

        @Override
        public void delete(String collection, String id) {
            said.add("delete " + collection + "/" + id);
        }

        @Override
        public Page find(Find query) {
            throw new AssertionError("not asked for");
        }

        @Override
        public long count(Find query) {
            throw new AssertionError("not asked for");
        }
    }
}
