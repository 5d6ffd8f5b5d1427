package vn.tthc.platform.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/** How we open a file: write-ahead log, fsync on every commit, checkpoints left to the writer. */
record SqliteFile(Path path) {
    /** How long one waits for another that holds what it needs. */
    static final int BUSY_MILLIS = 5_000;

    /** As many pages as a batch of a rebuild changes: what does not fit is written more than once before it is committed. */
    private static final int WRITER_CACHE_KIB = 40_960;
    /** There are eight of them, and whatever is written meanwhile empties their caches. */
    private static final int READER_CACHE_KIB = 4_096;

    /** One that writes, and keeps the pages it changes in its cache until it commits. */
    Connection connectWriter() throws SQLException {
        return connect(WRITER_CACHE_KIB);
    }

    /** One that reads. */
    Connection connect() throws SQLException {
        return connect(READER_CACHE_KIB);
    }

    private Connection connect(int cacheKib) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-cacheKib);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        // SQLite's own checkpoint keeps its failure to itself; the writer makes it and wants to know.
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "0");
        // The driver asks for it after every insert otherwise, and nobody wants to know.
        config.setGetGeneratedKeys(false);
        // What is forgotten must not live on in free pages.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return DriverManager.getConnection("jdbc:sqlite:" + path, config.toProperties());
    }
}
