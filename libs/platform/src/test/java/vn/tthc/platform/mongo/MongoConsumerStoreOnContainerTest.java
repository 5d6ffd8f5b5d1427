package vn.tthc.platform.mongo;

import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** On a real MongoDB where Docker answers. */
@Testcontainers(disabledWithoutDocker = true)
class MongoConsumerStoreOnContainerTest extends MongoConsumerStoreContract {
    @Container
    private static final MongoContainer MONGO = new MongoContainer();

    @Override
    String freshUri() {
        return MONGO.freshUri();
    }
}
