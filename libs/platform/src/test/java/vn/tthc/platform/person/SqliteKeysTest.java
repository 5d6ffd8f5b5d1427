package vn.tthc.platform.person;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.sqlite.SqliteDatabase;

class SqliteKeysTest extends HeldKeysContract {
    @TempDir
    private Path folder;

    private SqliteDatabase database;

    @Override
    HeldKeys open() {
        database = SqliteDatabase.open(folder.resolve("keys.db"), 100);
        return new PersonKeys(database);
    }

    @Override
    void close() {
        database.close();
    }
}
