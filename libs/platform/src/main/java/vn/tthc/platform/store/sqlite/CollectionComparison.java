package vn.tthc.platform.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Comparison;
import vn.tthc.platform.store.sqlite.SqliteDocuments.Names;

/** Compares tables of documents on one connection, inside its read transaction. */
final class CollectionComparison {
    private static final int SHOWN = 100;

    private final Connection connection;
    private final List<String> shown = new ArrayList<>();
    private long documents;
    private long differences;

    CollectionComparison(Connection connection) {
        this.connection = connection;
    }

    /** SQLite takes its snapshot at the first read of a transaction, not at its beginning. */
    void open() throws SQLException {
        number("SELECT COUNT(*) FROM sqlite_schema");
    }

    void compare(CollectionSpec left, CollectionSpec right) throws SQLException {
        String a = Names.table(left.name());
        String b = Names.table(right.name());
        documents += number("SELECT COUNT(*) FROM " + a);
        StringBuilder differs = new StringBuilder("a.json IS NOT b.json");
        for (String field : SqliteDocuments.fields(left)) {
            differs.append(" OR a.")
                    .append(Names.column(field))
                    .append(" IS NOT b.")
                    .append(Names.column(field));
        }
        collect(
                left,
                "has other content",
                "SELECT a.id FROM " + a + " a JOIN " + b + " b ON a.id=b.id WHERE " + differs);
        collect(left, "is only in the serving one", only(a, b));
        collect(left, "is only in the rebuilt one", only(b, a));
    }

    private static String only(String here, String there) {
        return "SELECT a.id FROM " + here + " a LEFT JOIN " + there + " b ON a.id=b.id WHERE b.id IS NULL";
    }

    private void collect(CollectionSpec collection, String what, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                differences++;
                if (shown.size() < SHOWN) {
                    shown.add(collection.name() + "/" + rows.getString(1) + ": " + what);
                }
            }
        }
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    Comparison result() {
        return new Comparison(documents, differences, shown);
    }
}
