package vn.tthc.platform.timer;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import vn.tthc.platform.mongo.GuardedMongo;
import vn.tthc.platform.mongo.MongoDocuments;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.mongo.MongoPlace;

/** The same timers on MongoDB, each test in a database of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimersOnMongoTest extends TimersTest {
    private MongoPlace mongo;

    /** Where it runs. */
    MongoPlace place() {
        return new MongoDouble();
    }

    @BeforeAll
    void start() {
        mongo = place();
    }

    @AfterAll
    void stop() {
        mongo.close();
    }

    @Override
    Bench bench() {
        GuardedMongo guarded = GuardedMongo.open(mongo.freshUri(), "test");
        return new Bench(new MongoDocuments(guarded.connection(), InstantSource.system()), guarded);
    }
}
