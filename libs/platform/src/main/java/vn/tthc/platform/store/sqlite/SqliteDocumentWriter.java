package vn.tthc.platform.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.sqlite.StoreUnavailable;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.platform.store.PageCursor;
import vn.tthc.platform.store.StaleDocument;
import vn.tthc.platform.store.sqlite.SqliteDocuments.Names;

/** Documents on one connection. */
final class SqliteDocumentWriter implements DocumentWriter {
    private final Connection connection;
    private final Function<String, DocumentTable> tables;

    SqliteDocumentWriter(Connection connection, Function<String, DocumentTable> tables) {
        this.connection = connection;
        this.tables = tables;
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        try (PreparedStatement statement =
                connection.prepareStatement(tables.apply(collection).get())) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Document(id, rows.getLong(1), rows.getString(2)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void put(
            String collection, String id, long expectedVersion, String json, Map<String, @Nullable Object> indexed) {
        DocumentTable table = tables.apply(collection);
        try {
            boolean stored = expectedVersion == 0
                    ? insert(table, id, json, indexed)
                    : update(table, id, expectedVersion, json, indexed);
            if (!stored) {
                throw new StaleDocument(collection, id, expectedVersion);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private boolean insert(DocumentTable table, String id, String json, Map<String, @Nullable Object> indexed)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.insert())) {
            int at = head(statement, json, 1, table.fields(), indexed);
            statement.setString(at, id);
            return statement.executeUpdate() == 1;
        }
    }

    private boolean update(
            DocumentTable table, String id, long expectedVersion, String json, Map<String, @Nullable Object> indexed)
            throws SQLException {
        List<String> written = table.written(changed(table, id, indexed));
        try (PreparedStatement statement = connection.prepareStatement(table.update(written))) {
            int at = head(statement, json, expectedVersion + 1, written, indexed);
            statement.setString(at++, id);
            statement.setLong(at, expectedVersion);
            return statement.executeUpdate() == 1;
        }
    }

    private static int head(
            PreparedStatement statement,
            String json,
            long version,
            List<String> fields,
            Map<String, @Nullable Object> indexed)
            throws SQLException {
        int at = 1;
        statement.setString(at++, json);
        statement.setLong(at++, version);
        for (String field : fields) {
            set(statement, at++, indexed.get(field));
        }
        return at;
    }

    /**
     * SQLite writes every index that a statement names a column of, whether its value changes or not; a dossier has a
     * dozen, and most events change none of what they are about. To read the old values costs a small part of that.
     */
    private List<String> changed(DocumentTable table, String id, Map<String, @Nullable Object> indexed)
            throws SQLException {
        if (table.fields().isEmpty()) {
            return List.of();
        }
        try (PreparedStatement statement = connection.prepareStatement(table.indexed())) {
            statement.setString(1, id);
            List<String> changed = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return table.fields();
                }
                int at = 2;
                for (String field : table.fields()) {
                    if (!Objects.equals(plain(row.getObject(at++)), plain(indexed.get(field)))) {
                        changed.add(field);
                    }
                }
            }
            return List.copyOf(changed);
        }
    }

    /** The driver answers a small number as an Integer. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    @Override
    public void delete(String collection, String id) {
        try (PreparedStatement statement =
                connection.prepareStatement(tables.apply(collection).delete())) {
            statement.setString(1, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public Page find(Find query) {
        CollectionSpec.Index index = index(query);
        String order = Names.column(index.order());
        Where where = where(query, index);
        if (query.after() != null) {
            PageCursor cursor = PageCursor.read(query.after());
            where.add(
                    "(" + order + ", id) " + (query.descending() ? "<" : ">") + " (?, ?)", cursor.order(), cursor.id());
        }
        String direction = query.descending() ? " DESC" : " ASC";
        String sql = "SELECT id, version, json, " + order + " FROM " + from(query, index) + where.sql() + " ORDER BY "
                + order + direction + ", id" + direction + " LIMIT ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int at = where.bind(statement);
            statement.setInt(at, query.limit() + 1);
            List<Document> found = new ArrayList<>();
            @Nullable PageCursor last = null;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (found.size() == query.limit()) {
                        return new Page(found, last == null ? null : last.written());
                    }
                    found.add(new Document(rows.getString(1), rows.getLong(2), rows.getString(3)));
                    Object value = rows.getObject(4);
                    last = new PageCursor(value instanceof Number n ? n.longValue() : value, rows.getString(1));
                }
            }
            return new Page(found, null);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public long count(Find query) {
        CollectionSpec.Index index = index(query);
        Where where = where(query, index);
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT COUNT(*) FROM " + from(query, index) + where.sql())) {
            where.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private CollectionSpec.Index index(Find query) {
        CollectionSpec.Index index = tables.apply(query.collection()).spec().indexes().stream()
                .filter(candidate -> candidate.name().equals(query.index()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no index " + query.index() + " on " + query.collection() + " was declared"));
        if (!query.equal().keySet().equals(java.util.Set.copyOf(index.equal()))) {
            throw new IllegalArgumentException("index " + index.name() + " needs values for " + index.equal());
        }
        return index;
    }

    private static String from(Find query, CollectionSpec.Index index) {
        // INDEXED BY makes SQLite refuse the statement rather than scan the table.
        return Names.table(query.collection()) + " INDEXED BY " + Names.index(query.collection(), index.name());
    }

    private static Where where(Find query, CollectionSpec.Index index) {
        Where where = new Where();
        for (String field : index.equal()) {
            where.add(Names.column(field) + "=?", query.equal().get(field));
        }
        String order = Names.column(index.order());
        where.add(order + " IS NOT NULL");
        if (query.from() != null) {
            where.add(order + ">=?", query.from());
        }
        if (query.to() != null) {
            where.add(order + "<?", query.to());
        }
        return where;
    }

    private static void set(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setObject(at, null);
            case Long number -> statement.setLong(at, number);
            case Integer number -> statement.setLong(at, number);
            case String text -> statement.setString(at, text);
            default -> throw new IllegalArgumentException("indexed values are String or Long, not " + value.getClass());
        }
    }

    private static StoreUnavailable failed(SQLException e) {
        return new StoreUnavailable("The data file refused a document: " + e.getMessage(), e);
    }

    private static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final List<@Nullable Object> values = new ArrayList<>();

        void add(String condition, @Nullable Object... bound) {
            conditions.add(condition);
            values.addAll(java.util.Arrays.asList(bound));
        }

        String sql() {
            return " WHERE " + String.join(" AND ", conditions);
        }

        int bind(PreparedStatement statement) throws SQLException {
            int at = 1;
            for (Object value : values) {
                set(statement, at++, value);
            }
            return at;
        }
    }
}
