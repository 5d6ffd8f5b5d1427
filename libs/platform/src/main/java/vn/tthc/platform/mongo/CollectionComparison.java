package vn.tthc.platform.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.Comparison;

/** Walks two collections side by side in the order of their ids. There is no snapshot, so nobody may write meanwhile. */
final class CollectionComparison {
    private static final int SHOWN = 100;
    private static final int BATCH = 500;

    private final MongoCollections collections;
    private final List<String> shown = new ArrayList<>();
    private long documents;
    private long differences;

    CollectionComparison(MongoCollections collections) {
        this.collections = collections;
    }

    /** Compares the serving collection with the one that was built anew. */
    void compare(String serving, String rebuilt) {
        try (Walk left = new Walk(collections.declared(serving));
                Walk right = new Walk(collections.declared(rebuilt))) {
            StoredDocument a = left.next();
            StoredDocument b = right.next();
            while (a != null || b != null) {
                int order = order(a, b);
                if (order < 0) {
                    found(serving, a, "is only in the serving one");
                } else if (order > 0) {
                    found(serving, b, "is only in the rebuilt one");
                } else if (differ(a, b)) {
                    found(serving, a, "has other content");
                }
                documents += order <= 0 ? 1 : 0;
                a = order <= 0 ? left.next() : a;
                b = order >= 0 ? right.next() : b;
            }
        }
    }

    /** As the server orders ids: by their bytes. */
    private static int order(@Nullable StoredDocument a, @Nullable StoredDocument b) {
        if (a == null || b == null) {
            return a == null ? 1 : -1;
        }
        return Arrays.compareUnsigned(a.id().getBytes(StandardCharsets.UTF_8), b.id().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean differ(@Nullable StoredDocument a, @Nullable StoredDocument b) {
        return a != null
                && b != null
                && !(String.valueOf(a.json()).equals(b.json()) && a.indexed().equals(b.indexed()));
    }

    private void found(String collection, @Nullable StoredDocument document, String what) {
        differences++;
        if (document != null && shown.size() < SHOWN) {
            shown.add(collection + "/" + document.id() + ": " + what);
        }
    }

    Comparison result() {
        return new Comparison(documents, differences, shown);
    }

    /** The documents that are there, without the traces of those that were removed. */
    private static final class Walk implements AutoCloseable {
        private final MongoCursor<Document> cursor;

        Walk(MongoCollection<Document> collection) {
            this.cursor = collection
                    .find(new Document())
                    .sort(new Document("_id", 1))
                    .batchSize(BATCH)
                    .cursor();
        }

        @Nullable
        StoredDocument next() {
            while (cursor.hasNext()) {
                StoredDocument document = StoredDocument.of(cursor.next());
                if (document.isThere()) {
                    return document;
                }
            }
            return null;
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
