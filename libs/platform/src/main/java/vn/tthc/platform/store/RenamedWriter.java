package vn.tthc.platform.store;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes the collections of another generation under the names the view itself uses. */
public final class RenamedWriter implements DocumentWriter {
    private final DocumentWriter documents;
    private final UnaryOperator<String> names;

    public RenamedWriter(DocumentWriter documents, UnaryOperator<String> names) {
        this.documents = documents;
        this.names = names;
    }

    @Override
    public void put(
            String collection, String id, long expectedVersion, String json, Map<String, @Nullable Object> indexed) {
        documents.put(names.apply(collection), id, expectedVersion, json, indexed);
    }

    @Override
    public void delete(String collection, String id) {
        documents.delete(names.apply(collection), id);
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        return documents.get(names.apply(collection), id);
    }

    @Override
    public Page find(Find query) {
        return documents.find(query.in(names.apply(query.collection())));
    }

    @Override
    public long count(Find query) {
        return documents.count(query.in(names.apply(query.collection())));
    }
}
