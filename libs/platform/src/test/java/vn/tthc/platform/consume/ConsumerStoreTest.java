package vn.tthc.platform.consume;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.consume.sqlite.SqliteConsumerStore;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.sqlite.SqliteDocuments;

class ConsumerStoreTest extends ConsumerStoreContract {
    @TempDir
    private Path folder;

    private SqliteDatabase database;

    @Override
    protected ConsumerStore open() {
        database = SqliteDatabase.open(folder.resolve("query.db"), 100);
        return new SqliteConsumerStore(database, new SqliteDocuments(database));
    }

    @Override
    protected void close() {
        database.close();
    }
}
