package vn.tthc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentStoreContract;
import vn.tthc.platform.store.Sequences;

/** The contract of documents on some MongoDB, with a look at every command that is sent. */
abstract class MongoDocumentsContract extends DocumentStoreContract {
    final IndexGuard guard = new IndexGuard();
    final String uri = freshUri();
    MongoConnection connection;

    /** The address of a database that nobody has used. */
    abstract String freshUri();

    @Override
    protected DocumentStore open() {
        connection = MongoConnection.open(uri, "test", List.of(guard));
        return new MongoDocuments(connection, InstantSource.system());
    }

    @Override
    protected Sequences sequences() {
        return new MongoSequences(connection);
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
