package vn.tthc.platform.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a batch of events, found by their ids alone: each is read once and stored once, however often the
 * batch changes it. Nothing is stored before {@link #store()}. It lists and counts nothing, since an index does not know
 * what is still held here.
 */
public final class BatchDocuments implements DocumentWriter {
    private final DocumentWriter documents;
    private final Map<Place, Held> held = new LinkedHashMap<>();
    private final Deque<Undo> undo = new ArrayDeque<>();

    /**
     * A batch.
     *
     * @param documents where it reads, and where it stores in the end, in the same transaction
     */
    public BatchDocuments(DocumentWriter documents) {
        this.documents = documents;
    }

    private record Place(String collection, String id) {}

    /**
     * A document as the batch has it.
     *
     * @param stored version in the store, 0 when it is not there
     * @param version as seen by who writes here, 0 when it was removed
     * @param json null when there is none
     * @param indexed null while it is as it is stored
     */
    private record Held(
            long stored,
            long version,
            @Nullable String json,
            @Nullable Map<String, @Nullable Object> indexed) {}

    private record Undo(Place place, Held before) {}

    /** Runs a part; when it fails its changes are taken back, and no others. */
    public void attempt(Consumer<DocumentWriter> part) {
        undo.clear();
        try {
            part.accept(this);
        } catch (RuntimeException e) {
            while (!undo.isEmpty()) {
                Undo last = undo.pop();
                held.put(last.place(), last.before());
            }
            throw e;
        }
    }

    /** Stores what was changed, in the order in which the documents were first met. */
    public void store() {
        held.forEach((place, document) -> {
            if (document.indexed() == null) {
                return;
            }
            if (document.json() != null) {
                documents.put(place.collection(), place.id(), document.stored(), document.json(), document.indexed());
            } else if (document.stored() != 0) {
                documents.delete(place.collection(), place.id());
            }
        });
        held.clear();
        undo.clear();
    }

    private Held at(Place place) {
        return held.computeIfAbsent(
                place,
                key -> documents
                        .get(key.collection(), key.id())
                        .map(found -> new Held(found.version(), found.version(), found.json(), null))
                        .orElseGet(() -> new Held(0, 0, null, null)));
    }

    private void change(Place place, Held before, Held after) {
        undo.push(new Undo(place, before));
        held.put(place, after);
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        Held found = at(new Place(collection, id));
        return found.json() == null ? Optional.empty() : Optional.of(new Document(id, found.version(), found.json()));
    }

    @Override
    public void put(
            String collection, String id, long expectedVersion, String json, Map<String, @Nullable Object> indexed) {
        Place place = new Place(collection, id);
        Held before = at(place);
        if (before.version() != expectedVersion) {
            throw new StaleDocument(collection, id, expectedVersion);
        }
        change(place, before, new Held(before.stored(), expectedVersion + 1, json, indexed));
    }

    @Override
    public void delete(String collection, String id) {
        Place place = new Place(collection, id);
        Held before = at(place);
        if (before.json() != null) {
            change(place, before, new Held(before.stored(), 0, null, Map.of()));
        }
    }

    @Override
    public Page find(Find query) {
        throw new UnsupportedOperationException("a batch finds documents by their ids alone");
    }

    @Override
    public long count(Find query) {
        throw new UnsupportedOperationException("a batch finds documents by their ids alone");
    }
}
