package vn.tthc.platform.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Carries out the changes of a unit; those that were carried out before change nothing. */
final class Changes {
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private static final int DUPLICATE_KEY = 11_000;

    private final MongoCollections collections;
    private final InstantSource clock;

    Changes(MongoCollections collections, InstantSource clock) {
        this.collections = collections;
        this.clock = clock;
    }

    /** Views first and positions last: who sees the position must find what it stands for. */
    void carryOut(List<Change> unit) {
        Map<String, List<WriteModel<Document>>> views = new LinkedHashMap<>();
        Map<String, List<WriteModel<Document>>> positions = new LinkedHashMap<>();
        for (Change change : unit) {
            Map<String, List<WriteModel<Document>>> writes =
                    ConsumerCollections.isOne(change.collection()) ? positions : views;
            writes.computeIfAbsent(change.collection(), name -> new ArrayList<>())
                    .add(write(change));
        }
        views.forEach(this::write);
        positions.forEach(this::write);
    }

    private WriteModel<Document> write(Change change) {
        Document stored = change.document().stored(clock.instant());
        return change.base() == 0
                ? new InsertOneModel<>(stored)
                : new ReplaceOneModel<>(
                        new Document("_id", change.document().id()).append(StoredDocument.VERSION, change.base()),
                        stored,
                        new ReplaceOptions().upsert(change.afterGone()));
    }

    private void write(String name, List<WriteModel<Document>> writes) {
        MongoCollection<Document> collection = collections.collection(name);
        try {
            collection.bulkWrite(writes, ANY_ORDER);
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || !e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)) {
                throw e;
            }
        }
    }

    /** Stores one new document by itself. */
    void insert(Change change) {
        collections.declared(change.collection()).insertOne(change.document().stored(clock.instant()));
    }
}
