package vn.tthc.platform.blob;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.tthc.platform.mongo.MongoPlace;

/** On the MongoDB whose address is given. */
@EnabledIfEnvironmentVariable(named = MongoPlace.VARIABLE, matches = ".+")
class BlobSweepOnAddressTest extends BlobSweepOnMongoTest {
    @Override
    MongoPlace place() {
        return MongoPlace.offered();
    }
}
