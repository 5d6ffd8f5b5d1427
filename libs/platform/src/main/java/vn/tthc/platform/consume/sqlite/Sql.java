package vn.tthc.platform.consume.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.sqlite.StoreUnavailable;

/** A few lines of JDBC, with parameters in order: String, Integer, Long or null. */
final class Sql {
    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Reads something out of one row. */
    @FunctionalInterface
    interface Row<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /** Sets parameters from an index on. */
    @FunctionalInterface
    interface Rest {
        void bind(PreparedStatement statement, int first) throws SQLException;
    }

    <T> List<T> list(String sql, Row<T> reader, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The number in the first column of the first row, or else. */
    long number(String sql, long otherwise, @Nullable Object... parameters) {
        List<Long> found = list(
                sql,
                row -> {
                    long value = row.getLong(1);
                    return row.wasNull() ? otherwise : value;
                },
                parameters);
        return found.isEmpty() ? otherwise : found.getFirst();
    }

    void update(String sql, @Nullable Object... parameters) {
        update(sql, (statement, first) -> {}, parameters);
    }

    void update(String sql, Rest rest, @Nullable Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            rest.bind(statement, parameters.length + 1);
            statement.execute();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case null -> statement.setObject(i + 1, null);
                case String text -> statement.setString(i + 1, text);
                case Integer number -> statement.setInt(i + 1, number);
                case Long number -> statement.setLong(i + 1, number);
                default -> throw new IllegalArgumentException("not a parameter: " + parameters[i].getClass());
            }
        }
    }

    private static StoreUnavailable failed(SQLException e) {
        return new StoreUnavailable("The data file refused a consumer's statement: " + e.getMessage(), e);
    }
}
