package vn.tthc.platform.store;

import java.util.Optional;

/** Reads documents. */
public interface DocumentReader {
    /** The document, or empty when there is none. */
    Optional<Document> get(String collection, String id);

    /**
     * A page of documents.
     *
     * @throws IllegalArgumentException when no declared index serves the query
     */
    Page find(Find query);

    /**
     * How many documents have these values in the equality fields of the index.
     *
     * @throws IllegalArgumentException when no declared index serves the query
     */
    long count(Find query);
}
