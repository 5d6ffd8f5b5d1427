package vn.tthc.platform.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.InetSocketAddress;
import java.util.UUID;

/**
 * A MongoDB in this JVM that keeps nothing: for contracts with small data. It takes partial indexes, indexes that are not
 * unique, hints and majorities for granted, so those are looked at on the commands that are sent.
 */
public final class MongoDouble implements MongoPlace {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private final InetSocketAddress address = server.bind();

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public String freshUri() {
        return uri(freshName());
    }

    /** The address of a database. */
    public String uri(String database) {
        return "mongodb://127.0.0.1:" + address.getPort() + "/" + database;
    }

    /** A name that no other database has. */
    static String freshName() {
        return "test_" + UUID.randomUUID().toString().replace("-", "");
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
