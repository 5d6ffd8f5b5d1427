package vn.tthc.platform.log.sqlite;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.EventLogContract;
import vn.tthc.platform.sqlite.SqliteDatabase;

class SqliteEventLogTest extends EventLogContract {
    @TempDir
    private Path folder;

    private SqliteDatabase database;

    @Override
    protected EventLog open() {
        database = SqliteDatabase.open(folder.resolve("log.db"), 10_000);
        return new SqliteEventLog(database, now::get, new EventJson());
    }

    @Override
    protected void close() {
        database.close();
    }
}
