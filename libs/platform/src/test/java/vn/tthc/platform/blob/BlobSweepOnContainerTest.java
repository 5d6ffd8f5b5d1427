package vn.tthc.platform.blob;

import org.testcontainers.junit.jupiter.EnabledIfDockerAvailable;
import vn.tthc.platform.mongo.MongoPlace;

/** On a real MongoDB where Docker answers. */
@EnabledIfDockerAvailable
class BlobSweepOnContainerTest extends BlobSweepOnMongoTest {
    @Override
    MongoPlace place() {
        return MongoPlace.inDocker();
    }
}
