package vn.tthc.platform.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.HeldDocuments.Held;
import vn.tthc.platform.store.HeldDocuments.Place;

/**
 * The documents of a batch of events, found by their ids alone: each is read once and stored once, however often the
 * batch changes it. Nothing is stored before {@link #held()} is. It lists and counts nothing, since an index does not
 * know what is still held here.
 */
public final class BatchDocuments implements DocumentWriter {
    private final DocumentReader documents;
    private final Map<Place, Held> held = new LinkedHashMap<>();
    private final Deque<Undo> undo = new ArrayDeque<>();

    /**
     * A batch.
     *
     * @param documents where it reads what it has not met yet
     */
    public BatchDocuments(DocumentReader documents) {
        this.documents = documents;
    }

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

    /** What was changed up to now. */
    public HeldDocuments held() {
        return new HeldDocuments(held);
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
