package vn.tthc.platform.consume;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.tthc.platform.mongo.MongoPlace;

/** On the MongoDB whose address is given. */
@EnabledIfEnvironmentVariable(named = MongoPlace.VARIABLE, matches = ".+")
class TwoRebuildOnAddressTest extends TwoRebuildTest {
    @Override
    MongoPlace place() {
        return MongoPlace.offered();
    }
}
