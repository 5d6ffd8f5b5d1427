package vn.tthc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import vn.tthc.platform.consume.ConsumerStore;
import vn.tthc.platform.consume.ConsumerStoreContract;

/** The contract of consumers on some MongoDB, with a look at every command that is sent. */
abstract class MongoConsumerStoreContract extends ConsumerStoreContract {
    final IndexGuard guard = new IndexGuard();
    MongoConnection connection;

    /** The address of a database that nobody has used. */
    abstract String freshUri();

    @Override
    protected ConsumerStore open() {
        connection = MongoConnection.open(freshUri(), "test", List.of(guard));
        return new MongoConsumerStore(
                new MongoDocuments(connection, InstantSource.system()), new MongoSequences(connection));
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
