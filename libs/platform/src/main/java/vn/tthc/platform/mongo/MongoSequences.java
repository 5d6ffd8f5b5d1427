package vn.tthc.platform.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;
import vn.tthc.platform.sqlite.StoreUnavailable;
import vn.tthc.platform.store.Sequences;

/** Sequences as one document each; an answer that is lost leaves a gap and never a number twice. */
public final class MongoSequences implements Sequences {
    private static final FindOneAndUpdateOptions UPSERT =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.BEFORE);

    private final MongoCollection<Document> sequences;

    public MongoSequences(MongoConnection connection) {
        this.sequences = connection.collection("sequences");
    }

    /** One at a time, so that a process is no crowd on a document by itself. */
    @Override
    public synchronized long take(String name, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("take at least one number, not " + count);
        }
        try {
            return first(name, count);
        } catch (MongoException e) {
            throw new StoreUnavailable("No number can be taken now: " + Failures.of(e), e);
        }
    }

    private long first(String name, int count) {
        try {
            return increment(name, count);
        } catch (MongoException e) {
            if (!Failures.isDuplicate(e)) {
                throw e;
            }
            // Two made the document at once; now it is there.
            return increment(name, count);
        }
    }

    private long increment(String name, int count) {
        Document before = sequences.findOneAndUpdate(
                new Document("_id", name), new Document("$inc", new Document("last", (long) count)), UPSERT);
        return before == null ? 1 : before.getLong("last") + 1;
    }
}
