package vn.tthc.platform.person;

import java.time.InstantSource;
import vn.tthc.platform.mongo.GuardedMongo;
import vn.tthc.platform.mongo.MongoDocuments;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.mongo.MongoPlace;

class DocumentKeysOnMongoTest extends HeldKeysContract {
    private final MongoPlace mongo = place();
    private GuardedMongo guarded;

    /** Where it runs. */
    MongoPlace place() {
        return new MongoDouble();
    }

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
