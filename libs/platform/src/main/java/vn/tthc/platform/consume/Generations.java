package vn.tthc.platform.consume;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentStore;

/**
 * Which generation of each view serves. A view is rebuilt into the next generation beside the serving one, and then they
 * change places; the first one has no suffix.
 */
final class Generations {
    private static final String COLLECTION = "view_generations";

    private final DocumentStore documents;
    private final Map<String, Long> serving = new ConcurrentHashMap<>();
    private final Map<String, String> viewOfCollection = new ConcurrentHashMap<>();

    Generations(DocumentStore documents) {
        this.documents = documents;
        documents.declare(List.of(new CollectionSpec(COLLECTION, List.of())));
    }

    /** Learns of a view and answers which generation of it serves. */
    long register(Projection view) {
        view.collections().forEach(collection -> viewOfCollection.put(collection.name(), view.name()));
        long generation = documents
                .get(COLLECTION, view.name())
                .map(document -> Long.parseLong(document.json()))
                .orElse(1L);
        serving.put(view.name(), generation);
        return generation;
    }

    long serving(String view) {
        return serving.getOrDefault(view, 1L);
    }

    /** What is stored about it, which after an unclear write need not be what this process believes. */
    boolean isStored(String view, long generation) {
        return documents
                .get(COLLECTION, view)
                .map(document -> Long.parseLong(document.json()) == generation)
                .orElse(false);
    }

    /** From now on, and after every restart, that generation serves. */
    void serve(String view, long generation) {
        documents.write(writer -> {
            Optional<Document> before = writer.get(COLLECTION, view);
            writer.put(
                    COLLECTION, view, before.map(Document::version).orElse(0L), String.valueOf(generation), Map.of());
            return generation;
        });
        serving.put(view, generation);
    }

    /** The name under which the serving generation keeps a collection. */
    String collection(String name) {
        String view = viewOfCollection.get(name);
        return view == null ? name : collection(name, serving(view));
    }

    static String collection(String name, long generation) {
        return generation == 1 ? name : name + "__g" + generation;
    }

    static String consumer(String view, long generation) {
        return generation == 1 ? view : view + "-g" + generation;
    }

    static List<CollectionSpec> collections(Projection view, long generation) {
        return view.collections().stream()
                .map(spec -> new CollectionSpec(collection(spec.name(), generation), spec.indexes()))
                .toList();
    }
}
