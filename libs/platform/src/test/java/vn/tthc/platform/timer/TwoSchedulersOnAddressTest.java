package vn.tthc.platform.timer;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.tthc.platform.mongo.MongoPlace;

/** On the MongoDB whose address is given. */
@EnabledIfEnvironmentVariable(named = MongoPlace.VARIABLE, matches = ".+")
class TwoSchedulersOnAddressTest extends TwoSchedulersTest {
    @Override
    MongoPlace place() {
        return MongoPlace.offered();
    }
}
