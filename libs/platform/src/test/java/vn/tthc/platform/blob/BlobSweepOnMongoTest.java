package vn.tthc.platform.blob;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import vn.tthc.platform.mongo.GuardedMongo;
import vn.tthc.platform.mongo.MongoDocuments;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.mongo.MongoPlace;
import vn.tthc.platform.store.DocumentStore;

/** The same where several processes share the marks. */
class BlobSweepOnMongoTest extends BlobSweepTest {
    private final MongoPlace mongo = place();
    private final GuardedMongo guarded = GuardedMongo.open(mongo.freshUri(), "intake");

    /** Where it runs. */
    MongoPlace place() {
        return new MongoDouble();
    }

    @Override
    DocumentStore store() {
        return new MongoDocuments(guarded.connection(), InstantSource.system());
    }

    @AfterEach
    void closeMongo() {
        guarded.close();
        mongo.close();
    }
}
