package vn.tthc.platform.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes documents, together with the position of the consumer that writes them. */
public interface DocumentWriter extends DocumentReader {
    /**
     * Stores a document by compare-and-set.
     *
     * @param expectedVersion the version it was read at, 0 when there was none
     * @param json its content
     * @param indexed a String, Long or null for every field the collection's indexes name
     * @throws StaleDocument when it has another version now
     */
    void put(String collection, String id, long expectedVersion, String json, Map<String, @Nullable Object> indexed);

    /** Removes a document if it is there. */
    void delete(String collection, String id);
}
