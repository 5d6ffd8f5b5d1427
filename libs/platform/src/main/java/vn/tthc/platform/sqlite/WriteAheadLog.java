package vn.tthc.platform.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The write-ahead log of a file, which its one writer keeps short. For the writer's thread. */
final class WriteAheadLog {
    /**
     * So many pages are copied into the file at the latest: 32 MB. Views write the same pages again and again; with
     * SQLite's own number of 1,000 an eighth of a rebuild went into copying and syncing them.
     */
    private static final long COPIED_AT = 8_000;

    /**
     * Above this the log is emptied, however briefly readers have to let go of it: who always opens a snapshot before the
     * last one ends would let it grow without end.
     */
    private static final long LONGEST = 4 * COPIED_AT;

    private static final int EMPTYING_MILLIS = 200;

    /** How long it has become is asked for after so many groups: that costs as much as a small write. */
    private static final int GROUPS_BETWEEN_LOOKS = 16;

    private final Connection connection;
    private int unlooked;
    /** From how many pages on it is tried next. */
    private long emptiedFrom = LONGEST;

    WriteAheadLog(Connection connection) {
        this.connection = connection;
    }

    /**
     * How long it is.
     *
     * @param pages its length
     * @param copied so many of them are in the file too
     */
    private record Length(long pages, long copied) {}

    /** Called after every group: copies it into the file when it has grown, and empties it when it has grown much. */
    void keepShort() throws SQLException {
        unlooked++;
        if (unlooked < GROUPS_BETWEEN_LOOKS) {
            return;
        }
        unlooked = 0;
        Length length = checkpoint("NOOP");
        if (length.pages() - length.copied() >= COPIED_AT) {
            length = checkpoint("PASSIVE");
        }
        if (length.pages() >= emptiedFrom) {
            empty();
        }
    }

    /** Waits a moment for readers; where one stays for long, the next try is when the log has grown further. */
    private void empty() throws SQLException {
        patience(EMPTYING_MILLIS);
        try {
            emptiedFrom = Math.max(LONGEST, checkpoint("TRUNCATE").pages() + COPIED_AT);
        } finally {
            patience(SqliteFile.BUSY_MILLIS);
        }
    }

    private void patience(int millis) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("PRAGMA busy_timeout=" + millis);
                ResultSet row = statement.executeQuery()) {
            row.next();
        }
    }

    private Length checkpoint(String how) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("PRAGMA wal_checkpoint(" + how + ")");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? new Length(row.getLong(2), row.getLong(3)) : new Length(0, 0);
        }
    }
}
