package vn.tthc.platform.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;
import vn.tthc.platform.relay.Checkpoints;

/** {@link Checkpoints} in one document. */
public final class MongoCheckpoints implements Checkpoints {
    private static final Document ID = new Document("_id", "relay");
    private static final String RECORDED_BEFORE = "recordedBefore";

    private final MongoCollection<Document> checkpoints;

    public MongoCheckpoints(MongoConnection connection) {
        this.checkpoints = connection.collection("checkpoints");
    }

    @Override
    public Optional<Instant> last() {
        return MongoDocuments.reading(
                        () -> Optional.ofNullable(checkpoints.find(ID).limit(1).first()))
                .map(found -> Instant.ofEpochMilli(found.getLong(RECORDED_BEFORE)));
    }

    @Override
    public void save(Instant recordedBefore) {
        Document later = new Document("$max", new Document(RECORDED_BEFORE, recordedBefore.toEpochMilli()));
        MongoDocuments.reading(() -> checkpoints.updateOne(ID, later, new UpdateOptions().upsert(true)));
    }
}
