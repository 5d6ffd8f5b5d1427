package vn.tthc.platform.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.OptionalLong;
import vn.tthc.platform.sqlite.Database;
import vn.tthc.platform.store.Sequences;

/** Sequences in a table; durable before a number is handed out, so a crash leaves gaps and never a number twice. */
public final class SqliteSequences implements Sequences {
    private final Database database;

    public SqliteSequences(Database database) {
        this.database = database;
        database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "CREATE TABLE IF NOT EXISTS sequences (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID")) {
                return statement.execute();
            }
        });
    }

    @Override
    public long last(String name) {
        return database.read(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT last FROM sequences WHERE name = ?")) {
                statement.setString(1, name);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? rows.getLong(1) : 0L;
                }
            }
        });
    }

    @Override
    public void follow(String name, String former) {
        database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO sequences (name, last) SELECT ?1, last FROM sequences WHERE name = ?2"
                            + " ON CONFLICT (name) DO UPDATE SET last = excluded.last WHERE last < excluded.last")) {
                statement.setString(1, name);
                statement.setString(2, former);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public OptionalLong take(String name, int count, long most) {
        if (count < 1) {
            throw new IllegalArgumentException("take at least one number, not " + count);
        }
        return database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO sequences (name, last) SELECT ?1, ?2 WHERE ?2 <= ?3"
                            + " ON CONFLICT (name) DO UPDATE SET last = last + ?2 WHERE last <= ?3 - ?2 RETURNING last")) {
                statement.setString(1, name);
                statement.setInt(2, count);
                statement.setLong(3, most);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next() ? OptionalLong.of(rows.getLong(1) - count + 1) : OptionalLong.empty();
                }
            }
        });
    }
}
