package vn.tthc.platform.mongo;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** On the MongoDB whose address is given. */
@EnabledIfEnvironmentVariable(named = MongoAddress.VARIABLE, matches = ".+")
class MongoEventLogOnAddressTest extends MongoEventLogContract {
    @Override
    String freshUri() {
        return MongoAddress.freshUri();
    }
}
