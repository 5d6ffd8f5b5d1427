package vn.tthc.platform.store;

import java.util.List;

/**
 * A collection of documents and every way to find one.
 *
 * @param name lower case letters and underscores
 * @param indexes the only queries there are
 */
public record CollectionSpec(String name, List<Index> indexes) {
    public CollectionSpec {
        indexes = List.copyOf(indexes);
    }

    /**
     * An index: equality on the first fields, then order by the last one and the id.
     *
     * @param name unique in the collection
     * @param equal fields that must be given, may be empty
     * @param order the field results are ordered by and may be bounded on
     */
    public record Index(String name, List<String> equal, String order) {
        public Index {
            equal = List.copyOf(equal);
        }
    }
}
