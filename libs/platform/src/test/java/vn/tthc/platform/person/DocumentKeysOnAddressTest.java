package vn.tthc.platform.person;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.tthc.platform.mongo.MongoPlace;

/** On the MongoDB whose address is given. */
@EnabledIfEnvironmentVariable(named = MongoPlace.VARIABLE, matches = ".+")
class DocumentKeysOnAddressTest extends DocumentKeysOnMongoTest {
    @Override
    MongoPlace place() {
        return MongoPlace.offered();
    }
}
