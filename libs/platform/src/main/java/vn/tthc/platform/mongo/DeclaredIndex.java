package vn.tthc.platform.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * An index that the code relies on.
 *
 * @param name its name
 * @param keys fields with 1 or -1
 * @param unique whether it refuses a second document
 * @param only documents it holds, null for all
 */
record DeclaredIndex(
        String name,
        Document keys,
        boolean unique,
        @Nullable Document only) {

    static DeclaredIndex of(String name, Document keys) {
        return new DeclaredIndex(name, keys, false, null);
    }

    static DeclaredIndex unique(String name, Document keys) {
        return new DeclaredIndex(name, keys, true, null);
    }

    static DeclaredIndex partial(String name, Document keys, Document only) {
        return new DeclaredIndex(name, keys, false, only);
    }

    /** Creates what is missing, in one command; an index of the same name and another shape is an error. */
    static void create(MongoCollection<Document> collection, List<DeclaredIndex> indexes) {
        if (!indexes.isEmpty()) {
            collection.createIndexes(indexes.stream().map(DeclaredIndex::model).toList());
        }
    }

    private IndexModel model() {
        IndexOptions options = new IndexOptions().name(name).unique(unique);
        return new IndexModel(keys, only == null ? options : options.partialFilterExpression(only));
    }
}
