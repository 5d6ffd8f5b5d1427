package vn.tthc.platform.mongo;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** On the MongoDB whose address is given. */
@EnabledIfEnvironmentVariable(named = MongoPlace.VARIABLE, matches = ".+")
class LanesOnAddressTest extends LanesContract {
    @Override
    MongoPlace place() {
        return MongoPlace.offered();
    }
}
