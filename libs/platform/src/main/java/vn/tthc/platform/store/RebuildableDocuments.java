package vn.tthc.platform.store;

import java.util.List;
import java.util.Map;

/** Documents of which a view can be built once more beside the serving one. */
public interface RebuildableDocuments extends DocumentStore {
    /** Removes collections with everything in them. */
    void drop(List<String> names);

    /** Whether writers may go on while it compares, because it looks at a snapshot. */
    boolean comparesSnapshots();

    /**
     * Compares collections of the same shape, byte for byte. What is compared must not change until {@code opened} is
     * called; a store with snapshots calls it soon, one without them at the end.
     *
     * @param pairs which collection with which
     * @param opened called as soon as writers may go on
     */
    Comparison compare(Map<String, String> pairs, Runnable opened);
}
