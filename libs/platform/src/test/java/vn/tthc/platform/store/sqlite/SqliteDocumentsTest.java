package vn.tthc.platform.store.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentStoreContract;
import vn.tthc.platform.store.Sequences;

class SqliteDocumentsTest extends DocumentStoreContract {
    @TempDir
    private Path folder;

    private SqliteDatabase database;

    @Override
    protected DocumentStore open() {
        database = SqliteDatabase.open(folder.resolve("docs.db"), 1000);
        return new SqliteDocuments(database);
    }

    @Override
    protected Sequences sequences() {
        return new SqliteSequences(database);
    }

    @Override
    protected void close() {
        database.close();
    }
}
