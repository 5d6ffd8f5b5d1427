package vn.tthc.platform.mongo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;

/**
 * A connection to a database in a test, with a guard that hears all it sends.
 *
 * @param connection the connection
 * @param guard what hears it
 */
public record GuardedMongo(MongoConnection connection, IndexGuard guard) implements AutoCloseable {
    /** Opens one; {@link MongoConnection#open} says how. */
    public static GuardedMongo open(String uri, String service) {
        IndexGuard guard = new IndexGuard();
        return new GuardedMongo(MongoConnection.open(uri, service, List.of(guard)), guard);
    }

    /** Opens one that waits so long for an answer. */
    static GuardedMongo open(String uri, Duration answer) {
        IndexGuard guard = new IndexGuard();
        return new GuardedMongo(MongoConnection.open(uri, "test", List.of(guard), answer), guard);
    }

    /** A log on it that asks so long what became of a commit. */
    EventLog log(Duration patience) {
        return new MongoEventLog(connection, InstantSource.system(), new EventJson(), patience);
    }

    /**
     * Closes the connection and looks back at what was sent.
     *
     * @throws AssertionError when no declared index serves a query of it
     */
    @Override
    public void close() {
        connection.close();
        guard.everyQueryWasServed();
    }
}
