package vn.tthc.platform.timer;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;
import vn.tthc.platform.mongo.MongoPlace;

/** On a real MongoDB where Docker answers. */
@EnabledIfDockerAvailable
class TwoSchedulersOnContainerTest extends TwoSchedulersTest {
    @Override
    MongoPlace place() {
        return MongoPlace.inDocker();
    }
}
