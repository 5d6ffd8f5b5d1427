package vn.tthc.platform.consume;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.platform.store.RenamedWriter;

/** What readers of views see: the serving generation, under the names the views themselves use. */
final class ServingDocuments implements DocumentStore {
    private final DocumentStore documents;
    private final Generations generations;

    ServingDocuments(DocumentStore documents, Generations generations) {
        this.documents = documents;
        this.generations = generations;
    }

    @Override
    public void declare(List<CollectionSpec> collections) {
        documents.declare(collections);
    }

    @Override
    public <T> T write(Function<DocumentWriter, T> work) {
        return documents.write(writer -> work.apply(new RenamedWriter(writer, generations::collection)));
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        return generations.reading(collection, name -> documents.get(name, id));
    }

    @Override
    public Page find(Find query) {
        return generations.reading(query.collection(), name -> documents.find(query.in(name)));
    }

    @Override
    public long count(Find query) {
        return generations.reading(query.collection(), name -> documents.count(query.in(name)));
    }
}
