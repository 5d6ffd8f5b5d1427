package vn.tthc.platform.person;

import java.time.InstantSource;
import vn.tthc.platform.mongo.GuardedMongo;
import vn.tthc.platform.mongo.MongoDocuments;
import vn.tthc.platform.mongo.MongoDouble;

class DocumentKeysOnMongoTest extends HeldKeysContract {
    private final MongoDouble mongo = new MongoDouble();
    private GuardedMongo guarded;

    @Override
    HeldKeys open() {
        guarded = GuardedMongo.open(mongo.freshUri(), "test");
        return new DocumentKeys(new MongoDocuments(guarded.connection(), InstantSource.system()));
    }

    @Override
    void close() {
        guarded.close();
        mongo.close();
    }
}
