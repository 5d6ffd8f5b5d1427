package vn.tthc.platform.mongo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MongoConsumerStoreOnDoubleTest extends MongoConsumerStoreContract {
    private static MongoDouble mongo;

    @BeforeAll
    static void start() {
        mongo = new MongoDouble();
    }

    @AfterAll
    static void stop() {
        mongo.close();
    }

    @Override
    String freshUri() {
        return mongo.freshUri();
    }
}
