package vn.tthc.platform.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query on a declared index.
 *
 * @param collection the collection
 * @param index name of the declared index
 * @param equal a value for each of its equality fields
 * @param from lower bound of the order field, inclusive; null for none
 * @param to upper bound of the order field, exclusive; null for none
 * @param descending newest first
 * @param after {@link Page#next()} of the page before, null for the first
 * @param limit at most so many, 1 to 1000
 */
public record Find(
        String collection,
        String index,
        Map<String, Object> equal,
        @Nullable Object from,
        @Nullable Object to,
        boolean descending,
        @Nullable String after,
        int limit) {
    public Find {
        equal = Map.copyOf(equal);
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("a page has 1 to 1000 documents, not " + limit);
        }
    }

    /** The same query on another collection. */
    public Find in(String other) {
        return new Find(other, index, equal, from, to, descending, after, limit);
    }
}
