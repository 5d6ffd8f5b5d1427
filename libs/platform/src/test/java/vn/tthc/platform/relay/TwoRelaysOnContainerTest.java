package vn.tthc.platform.relay;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;
import vn.tthc.platform.mongo.MongoPlace;

/** On a real MongoDB where Docker answers. */
@EnabledIfDockerAvailable
class TwoRelaysOnContainerTest extends TwoRelaysTest {
    @Override
    MongoPlace place() {
        return MongoPlace.inDocker();
    }
}
