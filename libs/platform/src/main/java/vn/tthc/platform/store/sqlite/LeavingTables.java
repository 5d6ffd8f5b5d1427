package vn.tthc.platform.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.tthc.platform.sqlite.Database;

/**
 * Tables that are on their way out of the file. Since what is forgotten must not live on in free pages, dropping a table
 * writes all of it once more, and whoever wants to record something waits for the one writer: seconds for a view of half
 * a million events. So a table gets another name first, under which nobody finds half of it, and goes piece by piece.
 */
final class LeavingTables {
    private static final String PREFIX = "leaving_";
    private static final int ROWS = 1_000;

    private final Database database;

    LeavingTables(Database database) {
        this.database = database;
    }

    /** Nobody finds these tables any more; those that are not there are passed over. */
    void take(List<String> tables) {
        database.write(connection -> {
            List<String> present = names(connection, "SELECT name FROM sqlite_master WHERE type='table'");
            for (String table : tables) {
                if (present.contains(table)) {
                    execute(connection, "ALTER TABLE " + table + " RENAME TO " + PREFIX + table);
                }
            }
            return tables.size();
        });
    }

    /** Removes all that was taken, here or before a restart, and lets other writes in between. */
    void finish() {
        for (String table : database.read(connection -> names(
                connection,
                "SELECT name FROM sqlite_master WHERE type='table' AND name LIKE '" + PREFIX.replace("_", "\\_")
                        + "%' ESCAPE '\\'"))) {
            remove(table);
        }
    }

    private void remove(String table) {
        // An index without its own text is part of its table.
        List<String> indexes = database.read(connection -> names(
                connection,
                "SELECT name FROM sqlite_master WHERE type='index' AND sql IS NOT NULL AND tbl_name='" + table + "'"));
        for (String index : indexes) {
            database.writeRepeatable(connection -> execute(connection, "DROP INDEX IF EXISTS " + index));
        }
        int gone;
        do {
            gone = database.writeRepeatable(connection -> execute(
                    connection,
                    "DELETE FROM " + table + " WHERE rowid IN (SELECT rowid FROM " + table + " LIMIT " + ROWS + ")"));
        } while (gone > 0);
        database.write(connection -> execute(connection, "DROP TABLE IF EXISTS " + table));
    }

    private static List<String> names(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }
}
