package vn.tthc.platform.blob;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import vn.tthc.platform.mongo.MongoConnection;
import vn.tthc.platform.mongo.MongoDocuments;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.store.DocumentStore;

/** The same where several processes share the marks. */
class BlobSweepOnMongoTest extends BlobSweepTest {
    private final MongoDouble mongo = new MongoDouble();
    private final MongoConnection connection = MongoConnection.open(mongo.freshUri(), "intake", List.of());

    @Override
    DocumentStore store() {
        return new MongoDocuments(connection, InstantSource.system());
    }

    @AfterEach
    void closeMongo() {
        connection.close();
        mongo.close();
    }
}
