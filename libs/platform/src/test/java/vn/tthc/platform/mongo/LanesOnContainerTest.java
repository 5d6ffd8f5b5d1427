package vn.tthc.platform.mongo;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;

/** On a real MongoDB where Docker answers. */
@EnabledIfDockerAvailable
class LanesOnContainerTest extends LanesContract {
    @Override
    MongoPlace place() {
        return MongoPlace.inDocker();
    }
}
