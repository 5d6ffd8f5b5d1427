package vn.tthc.platform.store;

import java.util.List;

/**
 * What comparing collections found.
 *
 * @param documents documents that were compared
 * @param differenceCount how many differ or are in one of the two only
 * @param differences the first hundred, as {@code collection/id: what}
 */
public record Comparison(long documents, long differenceCount, List<String> differences) {
    public Comparison {
        differences = List.copyOf(differences);
    }
}
