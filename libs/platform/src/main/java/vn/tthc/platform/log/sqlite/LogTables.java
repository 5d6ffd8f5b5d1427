package vn.tthc.platform.log.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The tables of the log. Rows of {@code events} are never updated; what changes about a commit is its mark alone. */
final class LogTables {
    private static final List<String> DDL = List.of(
            """
            CREATE TABLE IF NOT EXISTS streams (
              name TEXT PRIMARY KEY, version INTEGER NOT NULL, hash BLOB NOT NULL) WITHOUT ROWID""",
            """
            CREATE TABLE IF NOT EXISTS commits (
              number INTEGER PRIMARY KEY AUTOINCREMENT, stream TEXT NOT NULL, first INTEGER NOT NULL,
              last INTEGER NOT NULL, command TEXT NOT NULL, fingerprint TEXT, cause_stream TEXT,
              cause_version INTEGER, cause_role TEXT, recorded_at INTEGER NOT NULL, published INTEGER NOT NULL)""",
            "CREATE UNIQUE INDEX IF NOT EXISTS commits_command ON commits (stream, command)",
            """
            CREATE UNIQUE INDEX IF NOT EXISTS commits_cause
              ON commits (stream, cause_stream, cause_version, cause_role) WHERE cause_stream IS NOT NULL""",
            "CREATE INDEX IF NOT EXISTS commits_unpublished ON commits (number) WHERE published=0",
            "CREATE INDEX IF NOT EXISTS commits_recorded ON commits (recorded_at)",
            """
            CREATE TABLE IF NOT EXISTS events (
              commit_number INTEGER NOT NULL, stream TEXT NOT NULL, version INTEGER NOT NULL,
              meta BLOB NOT NULL, data BLOB NOT NULL, hash BLOB NOT NULL)""",
            "CREATE UNIQUE INDEX IF NOT EXISTS events_stream ON events (stream, version)");

    private LogTables() {}

    static void create(Connection connection) throws SQLException {
        for (String ddl : DDL) {
            try (PreparedStatement statement = connection.prepareStatement(ddl)) {
                statement.execute();
            }
        }
    }
}
