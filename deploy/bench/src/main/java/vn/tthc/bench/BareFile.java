package vn.tthc.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import vn.tthc.local.Failure;

/**
 * A file with a write-ahead log and an fsync on every commit, all else as SQLite has it, written by one thread with
 * nothing in between: no queue, no clients, no indexes beside the key.
 */
final class BareFile implements AutoCloseable {
    private static final String INSERT = "INSERT INTO e (s, v, b) VALUES ('stream', ?, ?)";

    private final Path path;
    private final byte[] event;
    private final Connection connection;

    BareFile(Path path, byte[] event) {
        this.path = path;
        this.event = event;
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            delete();
            connection = DriverManager.getConnection("jdbc:sqlite:" + path);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
                statement.execute("CREATE TABLE e (s TEXT, v INTEGER, b BLOB, PRIMARY KEY (s, v)) WITHOUT ROWID");
            }
            connection.setAutoCommit(false);
        } catch (SQLException | IOException e) {
            throw new Failure("the file " + path + " cannot be written to (" + e + ").");
        }
    }

    /** Commits a group at a time. Where the mean is no whole number, groups of two sizes take turns. */
    Crowd.Client groupsOf(double mean) {
        return new Crowd.Client() {
            private long rows;
            private double owed;

            @Override
            public void once() throws SQLException {
                owed += mean;
                try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                    for (; owed >= 1; owed--) {
                        insert.setLong(1, ++rows);
                        insert.setBytes(2, event);
                        insert.executeUpdate();
                    }
                }
                connection.commit();
            }
        };
    }

    private void delete() throws IOException {
        for (String end : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + end));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
            delete();
        } catch (SQLException | IOException e) {
            throw new Failure("the file " + path + " cannot be removed (" + e + ").");
        }
    }
}
