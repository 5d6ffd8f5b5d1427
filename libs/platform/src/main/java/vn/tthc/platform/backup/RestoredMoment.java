package vn.tthc.platform.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.platform.sqlite.Database;

/**
 * Takes a restored file back to a moment, once, before anything reads it. The log is cut there: one moment for all
 * services is a cut that no cause crosses, since what follows from an event is recorded after it. Everything that can be
 * computed again is forgotten: views, positions of consumers, marks of what is published. Then everything is published
 * again to a broker that starts empty, and reactions find by their cause what they have done already.
 */
public final class RestoredMoment {
    private static final Logger LOG = LoggerFactory.getLogger(RestoredMoment.class);

    /** More than any sequence gives out between two snapshots an hour apart. */
    private static final int LEFT_OUT = 1_000;

    private static final List<String> FORGOTTEN = List.of(
            "consumer_positions",
            "consumer_offsets",
            "consumer_held",
            "consumer_waiting",
            "consumer_parked",
            "person_key_offsets",
            "relay_checkpoint");

    private RestoredMoment() {}

    /**
     * Goes back to the moment unless this file was taken back to it before.
     *
     * @throws vn.tthc.platform.sqlite.StoreUnavailable when the file does not hold a log
     */
    public static void apply(Database database, Instant moment) {
        boolean done = database.write(connection -> {
            execute(connection, "CREATE TABLE IF NOT EXISTS restored_moments (moment INTEGER PRIMARY KEY)");
            if (number(connection, "SELECT COUNT(*) FROM restored_moments WHERE moment=?", moment.toEpochMilli()) > 0) {
                return false;
            }
            cutLog(connection, moment.toEpochMilli());
            forget(connection);
            execute(connection, "INSERT INTO restored_moments (moment) VALUES (?)", moment.toEpochMilli());
            return true;
        });
        if (done) {
            LOG.warn("The log was cut at {}; views and positions are computed again", moment);
        }
    }

    private static void cutLog(Connection connection, long moment) throws SQLException {
        execute(
                connection,
                "DELETE FROM events WHERE commit_number IN (SELECT number FROM commits WHERE recorded_at>=?)",
                moment);
        execute(connection, "DELETE FROM commits WHERE recorded_at>=?", moment);
        execute(connection, "UPDATE commits SET published=0");
        execute(connection, "DELETE FROM streams");
        // With MAX, SQLite takes the other columns from the row of the maximum.
        execute(
                connection,
                "INSERT INTO streams (name, version, hash) SELECT stream, MAX(version), hash FROM events GROUP BY stream");
    }

    private static void forget(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>(present(connection, "doc\\_%"));
        // These are no views: what nothing else knows stays.
        tables.removeIf(table -> table.startsWith("doc_kept_"));
        for (String table : FORGOTTEN) {
            tables.addAll(present(connection, table.replace("_", "\\_")));
        }
        for (String table : tables) {
            execute(connection, (table.startsWith("doc_") ? "DROP TABLE " : "DELETE FROM ") + table);
        }
        if (!present(connection, "sequences").isEmpty()) {
            // Numbers given out after the snapshot are not known here, but stand on paper: leave them out.
            execute(connection, "UPDATE sequences SET last = last + " + LEFT_OUT);
        }
        if (!present(connection, "person\\_keys").isEmpty()) {
            // Our own are published again; those of others come from their owners.
            execute(connection, "UPDATE person_keys SET published=NULL WHERE published>0");
        }
    }

    private static List<String> present(Connection connection, String like) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT name FROM sqlite_schema WHERE type='table' AND name LIKE ? ESCAPE '\\'")) {
            statement.setString(1, like);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    private static long number(Connection connection, String sql, long parameter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private static void execute(Connection connection, String sql, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
