package vn.tthc.platform.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a batch changed and has not stored yet. It never changes, so that one thread may store it while another reads what
 * will then be there.
 */
public final class HeldDocuments {
    /** No change. */
    public static final HeldDocuments NONE = new HeldDocuments(Map.of());

    private final Map<Place, Held> documents;

    /** Those of the documents that were changed, in the order given. */
    HeldDocuments(Map<Place, Held> met) {
        Map<Place, Held> changed = new LinkedHashMap<>();
        met.forEach((place, document) -> {
            if (document.indexed() != null) {
                changed.put(place, document);
            }
        });
        this.documents = Collections.unmodifiableMap(changed);
    }

    record Place(String collection, String id) {}

    /**
     * A document as the batch has it.
     *
     * @param stored version in the store, 0 when it is not there
     * @param version as seen by who writes here, 0 when it was removed
     * @param json null when there is none
     * @param indexed null while it is as it is stored
     */
    record Held(
            long stored,
            long version,
            @Nullable String json,
            @Nullable Map<String, @Nullable Object> indexed) {}

    /**
     * Stores what was changed, in the order in which the documents were first met.
     *
     * @throws StaleDocument when one of them has another version than it was read at
     */
    public void store(DocumentWriter target) {
        documents.forEach((place, document) -> {
            if (document.json() != null && document.indexed() != null) {
                target.put(place.collection(), place.id(), document.stored(), document.json(), document.indexed());
            } else if (document.stored() != 0) {
                target.delete(place.collection(), place.id());
            }
        });
    }

    /**
     * Documents as they will be found by their ids once these are stored, whether that has been done yet or not.
     *
     * @param before what shows all that was stored before these
     */
    public DocumentReader over(DocumentReader before) {
        return new DocumentReader() {
            @Override
            public Optional<Document> get(String collection, String id) {
                Held held = documents.get(new Place(collection, id));
                if (held == null) {
                    return before.get(collection, id);
                }
                // However often the batch changed it, it is stored once.
                return held.json() == null
                        ? Optional.empty()
                        : Optional.of(new Document(id, held.stored() + 1, held.json()));
            }

            @Override
            public Page find(Find query) {
                throw new UnsupportedOperationException("an index does not know what is not stored yet");
            }

            @Override
            public long count(Find query) {
                throw new UnsupportedOperationException("an index does not know what is not stored yet");
            }
        };
    }
}
