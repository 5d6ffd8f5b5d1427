package vn.tthc.platform.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A few connections that only read; whoever finds none free waits two seconds at most. */
final class Readers implements AutoCloseable {
    private static final int COUNT = 8;
    private static final long WAIT_MILLIS = 2_000;

    private final List<Connection> all = new ArrayList<>();
    private final BlockingQueue<Connection> free = new ArrayBlockingQueue<>(COUNT);

    Readers(SqliteFile file) throws SQLException {
        for (int i = 0; i < COUNT; i++) {
            Connection connection = CachedStatements.around(file.connect());
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only=1");
            }
            all.add(connection);
            free.add(connection);
        }
    }

    <T extends @Nullable Object> T read(Database.Work<T> work) {
        Connection connection = borrow();
        try {
            execute(connection, "BEGIN");
            try {
                return work.run(connection);
            } finally {
                execute(connection, "COMMIT");
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("Reading the data file failed: " + e.getMessage(), e);
        } finally {
            free.add(connection);
        }
    }

    private Connection borrow() {
        try {
            Connection connection = free.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
            if (connection == null) {
                throw new StoreUnavailable("Too many reads at once.", null);
            }
            return connection;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("Interrupted while waiting to read.", e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : all) {
            connection.close();
        }
    }
}
