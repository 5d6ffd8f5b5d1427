package vn.tthc.platform.relay;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.tthc.platform.mongo.MongoPlace;

/** On the MongoDB whose address is given. */
@EnabledIfEnvironmentVariable(named = MongoPlace.VARIABLE, matches = ".+")
class TwoRelaysOnAddressTest extends TwoRelaysTest {
    @Override
    MongoPlace place() {
        return MongoPlace.offered();
    }
}
