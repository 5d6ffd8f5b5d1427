package vn.tthc.platform.consume;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;
import vn.tthc.platform.mongo.MongoPlace;

/** On a real MongoDB where Docker answers. */
@EnabledIfDockerAvailable
class TwoRebuildOnContainerTest extends TwoRebuildTest {
    @Override
    MongoPlace place() {
        return MongoPlace.inDocker();
    }
}
