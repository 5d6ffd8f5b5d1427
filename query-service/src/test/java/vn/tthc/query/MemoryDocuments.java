package vn.tthc.query;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.platform.store.StaleDocument;

/** What a projection writes, to be looked at as a whole; nothing can be found in it. */
public final class MemoryDocuments implements DocumentWriter {
    private final SortedMap<String, Document> documents = new TreeMap<>();
    private final SortedMap<String, Map<String, @Nullable Object>> indexed = new TreeMap<>();

    @Override
    public void put(
            String collection, String id, long expectedVersion, String json, Map<String, @Nullable Object> fields) {
        Document before = documents.get(collection + "/" + id);
        if ((before == null ? 0 : before.version()) != expectedVersion) {
            throw new StaleDocument(collection, id, expectedVersion);
        }
        documents.put(collection + "/" + id, new Document(id, expectedVersion + 1, json));
        indexed.put(collection + "/" + id, fields);
    }

    @Override
    public void delete(String collection, String id) {
        documents.remove(collection + "/" + id);
        indexed.remove(collection + "/" + id);
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        return Optional.ofNullable(documents.get(collection + "/" + id));
    }

    @Override
    public Page find(Find query) {
        throw new UnsupportedOperationException("a projection does not search");
    }

    @Override
    public long count(Find query) {
        throw new UnsupportedOperationException("a projection does not count");
    }

    /** Every document with its indexed fields, byte for byte. */
    public SortedMap<String, String> contents() {
        SortedMap<String, String> contents = new TreeMap<>();
        documents.forEach((key, document) -> contents.put(key, document.json() + new TreeMap<>(indexed.get(key))));
        return contents;
    }
}
