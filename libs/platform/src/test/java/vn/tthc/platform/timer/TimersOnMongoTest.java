package vn.tthc.platform.timer;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.tthc.platform.mongo.GuardedMongo;
import vn.tthc.platform.mongo.MongoDocuments;
import vn.tthc.platform.mongo.MongoDouble;

/** The same timers on MongoDB. */
class TimersOnMongoTest extends TimersTest {
    private static MongoDouble mongo;

    @BeforeAll
    static void start() {
        mongo = new MongoDouble();
    }

    @AfterAll
    static void stop() {
        mongo.close();
    }

    @Override
    Bench bench() {
        GuardedMongo guarded = GuardedMongo.open(mongo.freshUri(), "test");
        return new Bench(new MongoDocuments(guarded.connection(), InstantSource.system()), guarded);
    }
}
