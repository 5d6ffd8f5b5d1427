package vn.tthc.platform.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.PageCursor;

/** The collections that were declared, and the only queries on them there are. */
final class MongoCollections {
    /** Longer than any process sleeps and then goes on with what it had in hand. */
    private static final long GONE_DAYS = 7;

    private final MongoConnection connection;
    private final Map<String, CollectionSpec> specs = new ConcurrentHashMap<>();

    MongoCollections(MongoConnection connection) {
        this.connection = connection;
    }

    void declare(CollectionSpec spec) {
        MongoCollection<Document> collection = collection(checked(spec.name()));
        List<DeclaredIndex> indexes = new ArrayList<>();
        for (CollectionSpec.Index index : spec.indexes()) {
            Document keys = new Document();
            index.equal().forEach(field -> keys.append(StoredDocument.path(checked(field)), 1));
            keys.append(StoredDocument.path(checked(index.order())), 1).append("_id", 1);
            indexes.add(DeclaredIndex.of(index.name(), keys));
        }
        DeclaredIndex.create(collection, indexes);
        collection.createIndex(
                new Document(StoredDocument.GONE_AT, 1),
                new IndexOptions().name("gone").sparse(true).expireAfter(GONE_DAYS, TimeUnit.DAYS));
        specs.put(spec.name(), spec);
    }

    private static String checked(String name) {
        if (!name.matches("[a-zA-Z][a-zA-Z0-9_]{0,60}")) {
            throw new IllegalArgumentException("not a name for a collection or field: " + name);
        }
        return name;
    }

    /** Removes a collection with everything in it. */
    void drop(String name) {
        specs.remove(name);
        connection.drop("doc_" + checked(name));
    }

    /** A collection, declared or not. */
    MongoCollection<Document> collection(String name) {
        return connection.collection("doc_" + name);
    }

    /**
     * A collection that was declared.
     *
     * @throws IllegalArgumentException when it was not
     */
    MongoCollection<Document> declared(String name) {
        if (!specs.containsKey(name)) {
            throw new IllegalArgumentException("no collection " + name + " was declared");
        }
        return collection(name);
    }

    Optional<StoredDocument> get(String collection, String id) {
        return Optional.ofNullable(declared(collection)
                        .find(new Document("_id", id))
                        .limit(1)
                        .first())
                .map(StoredDocument::of);
    }

    /**
     * The index a query names.
     *
     * @throws IllegalArgumentException when it was not declared, or a value is missing
     */
    CollectionSpec.Index index(Find query) {
        declared(query.collection());
        CollectionSpec spec = specs.get(query.collection());
        CollectionSpec.Index index = spec == null
                ? null
                : spec.indexes().stream()
                        .filter(candidate -> candidate.name().equals(query.index()))
                        .findFirst()
                        .orElse(null);
        if (index == null) {
            throw new IllegalArgumentException(
                    "no index " + query.index() + " on " + query.collection() + " was declared");
        }
        if (!query.equal().keySet().equals(java.util.Set.copyOf(index.equal()))) {
            throw new IllegalArgumentException("index " + index.name() + " needs values for " + index.equal());
        }
        return index;
    }

    /** Documents in the order of the index, at most so many. */
    List<StoredDocument> find(Find query, @Nullable PageCursor after, int limit) {
        CollectionSpec.Index index = index(query);
        String order = StoredDocument.path(index.order());
        Document filter = filter(query, index);
        if (after != null) {
            String beyond = query.descending() ? "$lt" : "$gt";
            // The bound lets the index begin there; the rest only sorts out those with the same value.
            bounds(filter, order).append(query.descending() ? "$lte" : "$gte", after.order());
            filter.append(
                    "$or",
                    List.of(
                            new Document(order, new Document(beyond, after.order())),
                            new Document("_id", new Document(beyond, after.id()))));
        }
        int direction = query.descending() ? -1 : 1;
        List<StoredDocument> found = new ArrayList<>();
        declared(query.collection())
                .find(filter)
                .sort(new Document(order, direction).append("_id", direction))
                .hintString(index.name())
                .limit(limit)
                .forEach(stored -> found.add(StoredDocument.of(stored)));
        return found;
    }

    long count(Find query) {
        CollectionSpec.Index index = index(query);
        return declared(query.collection()).countDocuments(filter(query, index));
    }

    private static Document filter(Find query, CollectionSpec.Index index) {
        Document filter = new Document();
        for (String field : index.equal()) {
            filter.append(
                    StoredDocument.path(field),
                    IndexedValues.stored(query.equal().get(field)));
        }
        String order = StoredDocument.path(index.order());
        bounds(filter, order).append("$ne", null);
        if (query.from() != null) {
            bounds(filter, order).append("$gte", IndexedValues.stored(query.from()));
        }
        if (query.to() != null) {
            bounds(filter, order).append("$lt", IndexedValues.stored(query.to()));
        }
        return filter;
    }

    /** Conditions on the order field; a second lower bound, from a page's end, is never below the first. */
    private static Document bounds(Document filter, String order) {
        Document bounds = filter.get(order, Document.class);
        if (bounds == null) {
            bounds = new Document();
            filter.append(order, bounds);
        }
        return bounds;
    }
}
