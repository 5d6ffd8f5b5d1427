package vn.tthc.platform.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some documents of a query.
 *
 * @param documents in the order of the index
 * @param next where the next page starts, opaque; null when this is the last
 */
public record Page(List<Document> documents, @Nullable String next) {
    public Page {
        documents = List.copyOf(documents);
    }
}
