package vn.tthc.platform.relay;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Optional;
import vn.tthc.platform.sqlite.Database;

/** {@link Checkpoints} in a table of one row. */
public final class SqliteCheckpoints implements Checkpoints {
    private final Database database;

    public SqliteCheckpoints(Database database) {
        this.database = database;
        database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "CREATE TABLE IF NOT EXISTS relay_checkpoint (id INTEGER PRIMARY KEY CHECK (id = 1),"
                            + " recorded_before INTEGER NOT NULL)")) {
                return statement.execute();
            }
        });
    }

    @Override
    public Optional<Instant> last() {
        return database.read(connection -> {
            try (PreparedStatement statement =
                            connection.prepareStatement("SELECT recorded_before FROM relay_checkpoint");
                    ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(Instant.ofEpochMilli(rows.getLong(1))) : Optional.empty();
            }
        });
    }

    @Override
    public void save(Instant recordedBefore) {
        // An older checkpoint makes the relay publish more, never less.
        database.writeRepeatable(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("INSERT INTO relay_checkpoint (id, recorded_before) VALUES (1, ?1)"
                            + " ON CONFLICT (id) DO UPDATE SET recorded_before = MAX(recorded_before, ?1)")) {
                statement.setLong(1, recordedBefore.toEpochMilli());
                return statement.executeUpdate();
            }
        });
    }
}
