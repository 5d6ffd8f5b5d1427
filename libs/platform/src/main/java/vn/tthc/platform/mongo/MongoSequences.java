package vn.tthc.platform.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.util.OptionalLong;
import org.bson.Document;
import org.bson.conversions.Bson;
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
    public synchronized OptionalLong take(String name, int count, long most) {
        if (count < 1) {
            throw new IllegalArgumentException("take at least one number, not " + count);
        }
        try {
            return count > most ? OptionalLong.empty() : first(name, count, most);
        } catch (MongoException e) {
            throw new StoreUnavailable("No number can be taken now: " + Failures.of(e), e);
        }
    }

    @Override
    public long last(String name) {
        try {
            Document known = sequences.find(Filters.eq("_id", name)).first();
            return known == null ? 0 : known.getLong("last");
        } catch (MongoException e) {
            throw new StoreUnavailable("The numbers cannot be read now: " + Failures.of(e), e);
        }
    }

    @Override
    public synchronized void follow(String name, String former) {
        try {
            Document known = sequences.find(Filters.eq("_id", former)).first();
            if (known != null) {
                raise(name, known.getLong("last"));
            }
        } catch (MongoException e) {
            throw new StoreUnavailable("No number can be taken now: " + Failures.of(e), e);
        }
    }

    private void raise(String name, long last) {
        Document most = new Document("$max", new Document("last", last));
        try {
            sequences.updateOne(Filters.eq("_id", name), most, new UpdateOptions().upsert(true));
        } catch (MongoException e) {
            if (!Failures.isDuplicate(e)) {
                throw e;
            }
            // Two made the document at once; now it is there.
            sequences.updateOne(Filters.eq("_id", name), most);
        }
    }

    private OptionalLong first(String name, int count, long most) {
        try {
            return OptionalLong.of(increment(name, count, most));
        } catch (MongoException e) {
            if (!Failures.isDuplicate(e)) {
                throw e;
            }
            // Two made the document at once, or it is there and too far; there it is in any case.
            Document before = sequences.findOneAndUpdate(upTo(name, most - count), more(count));
            return before == null ? OptionalLong.empty() : OptionalLong.of(before.getLong("last") + 1);
        }
    }

    /** Where the document is there and too far the filter misses it, and making another fails as a duplicate. */
    private long increment(String name, int count, long most) {
        Document before = sequences.findOneAndUpdate(upTo(name, most - count), more(count), UPSERT);
        return before == null ? 1 : before.getLong("last") + 1;
    }

    private static Bson upTo(String name, long last) {
        return new Document("_id", name).append("last", new Document("$lte", last));
    }

    private static Document more(int count) {
        return new Document("$inc", new Document("last", (long) count));
    }
}
