package vn.tthc.platform.person;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;
import vn.tthc.platform.mongo.MongoPlace;

/** On a real MongoDB where Docker answers. */
@EnabledIfDockerAvailable
class DocumentKeysOnContainerTest extends DocumentKeysOnMongoTest {
    @Override
    MongoPlace place() {
        return MongoPlace.inDocker();
    }
}
