package vn.tthc.platform.person;

import java.time.InstantSource;
import java.util.List;
import vn.tthc.platform.mongo.MongoConnection;
import vn.tthc.platform.mongo.MongoDocuments;
import vn.tthc.platform.mongo.MongoDouble;

class DocumentKeysOnMongoTest extends HeldKeysContract {
    private final MongoDouble mongo = new MongoDouble();
    private MongoConnection connection;

    @Override
    HeldKeys open() {
        connection = MongoConnection.open(mongo.freshUri(), "test", List.of());
        return new DocumentKeys(new MongoDocuments(connection, InstantSource.system()));
    }

    @Override
    void close() {
        connection.close();
        mongo.close();
    }
}
