package vn.tthc.platform.mongo;

import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.utility.DockerImageName;

/** A replica set of one MongoDB in Docker; only for tests that Docker's absence switches off. */
final class MongoContainer extends MongoDBContainer implements MongoPlace {
    private static final String IMAGE = "mongo:8.0";

    MongoContainer() {
        super(DockerImageName.parse(IMAGE));
        withReplicaSet();
    }

    @Override
    public String freshUri() {
        return getReplicaSetUrl(MongoDouble.freshName());
    }

    @Override
    public void close() {
        stop();
    }
}
