package vn.tthc.platform.mongo;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** On the MongoDB whose address is given. */
@EnabledIfEnvironmentVariable(named = MongoAddress.VARIABLE, matches = ".+")
class MongoDocumentsOnAddressTest extends MongoDocumentsContract {
    @Override
    String freshUri() {
        return MongoAddress.freshUri();
    }
}
