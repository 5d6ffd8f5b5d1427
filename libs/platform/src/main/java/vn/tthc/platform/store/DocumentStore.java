package vn.tthc.platform.store;

import java.util.List;
import java.util.function.Function;

/** Documents with declared indexes; a query that none serves does not exist. */
public interface DocumentStore extends DocumentReader {
    /** Makes collections and their indexes known and creates what is missing. */
    void declare(List<CollectionSpec> collections);

    /** Writes in one unit where the adapter has transactions, document by document where it has none. */
    <T> T write(Function<DocumentWriter, T> work);
}
