package vn.tthc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.EventLogContract;

/** The contract of the log on some MongoDB, with a look at every command that is sent. */
abstract class MongoEventLogContract extends EventLogContract {
    final IndexGuard guard = new IndexGuard();
    final String uri = freshUri();
    MongoConnection connection;
    EventLog opened;

    /** The address of a database that nobody has used. */
    abstract String freshUri();

    @Override
    protected EventLog open() {
        connection = MongoConnection.open(uri, "test", List.of(guard));
        opened = new MongoEventLog(connection, now::get, new EventJson(), MongoEventLog.PATIENCE);
        return opened;
    }

    @Override
    protected void close() {
        connection.close();
    }

    @AfterEach
    void every_query_is_served_by_an_index_that_was_declared() {
        assertThat(guard.unserved()).isEmpty();
    }
}
