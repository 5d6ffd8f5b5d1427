package vn.tthc.platform.consume;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import vn.tthc.platform.mongo.MongoDouble;
import vn.tthc.platform.mongo.MongoPlace;

/** The same building anew, comparing and swapping on MongoDB. */
class RebuildOnMongoTest extends RebuildTest {
    private final Map<String, String> uris = new HashMap<>();
    private MongoPlace mongo;

    /** Where it runs. */
    MongoPlace place() {
        return new MongoDouble();
    }

    @BeforeAll
    void startMongo() {
        mongo = place();
    }

    @AfterAll
    void stopMongo() {
        mongo.close();
    }

    @Override
    void openConsumer() {
        // One database for each file that the tests on files use.
        String uri = uris.computeIfAbsent(file.toString(), key -> mongo.freshUri());
        consumer =
                new ConsumeStack(broker.bootstrap(), ConsumeStack.OnMongo.open(uri), List.of(view), List.of(reaction));
    }
}
