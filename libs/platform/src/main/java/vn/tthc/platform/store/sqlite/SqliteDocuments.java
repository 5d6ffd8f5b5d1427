package vn.tthc.platform.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.sqlite.Database;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Comparison;
import vn.tthc.platform.store.Document;
import vn.tthc.platform.store.DocumentWriter;
import vn.tthc.platform.store.Find;
import vn.tthc.platform.store.Page;
import vn.tthc.platform.store.RebuildableDocuments;

/** A table per collection, a column per indexed field, an index per declared index. */
public final class SqliteDocuments implements RebuildableDocuments {
    private final Database database;
    private final LeavingTables leaving;
    private final Map<String, DocumentTable> collections = new ConcurrentHashMap<>();

    public SqliteDocuments(Database database) {
        this.database = database;
        this.leaving = new LeavingTables(database);
    }

    @Override
    public void declare(List<CollectionSpec> specs) {
        database.write(connection -> {
            for (CollectionSpec spec : specs) {
                create(connection, spec);
            }
            return specs.size();
        });
        specs.forEach(spec -> collections.put(spec.name(), new DocumentTable(spec)));
    }

    private static void create(Connection connection, CollectionSpec spec) throws SQLException {
        String table = Names.table(spec.name());
        execute(
                connection,
                "CREATE TABLE IF NOT EXISTS " + table + " (id TEXT PRIMARY KEY, version INTEGER NOT NULL,"
                        + " json TEXT NOT NULL)");
        Set<String> present = new HashSet<>();
        try (PreparedStatement columns = connection.prepareStatement("SELECT name FROM pragma_table_info(?)")) {
            columns.setString(1, table);
            try (ResultSet rows = columns.executeQuery()) {
                while (rows.next()) {
                    present.add(rows.getString(1));
                }
            }
        }
        for (String field : fields(spec)) {
            if (!present.contains(Names.column(field))) {
                execute(connection, "ALTER TABLE " + table + " ADD COLUMN " + Names.column(field));
            }
        }
        for (CollectionSpec.Index index : spec.indexes()) {
            List<String> columns =
                    new ArrayList<>(index.equal().stream().map(Names::column).toList());
            columns.add(Names.column(index.order()));
            columns.add("id");
            execute(
                    connection,
                    "CREATE INDEX IF NOT EXISTS " + Names.index(spec.name(), index.name()) + " ON " + table + " ("
                            + String.join(", ", columns) + ")");
        }
    }

    /** Every field that some index names. */
    static Set<String> fields(CollectionSpec spec) {
        Set<String> fields = new TreeSet<>();
        for (CollectionSpec.Index index : spec.indexes()) {
            fields.addAll(index.equal());
            fields.add(index.order());
        }
        return fields;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    /** Documents on a connection, for whoever shares its transaction; only the database's writer thread can change them. */
    public DocumentWriter writer(Connection connection) {
        return new SqliteDocumentWriter(connection, this::table);
    }

    @Override
    public <T> T write(Function<DocumentWriter, T> work) {
        return database.write(connection -> work.apply(writer(connection)));
    }

    @Override
    public Optional<Document> get(String collection, String id) {
        return database.read(connection -> writer(connection).get(collection, id));
    }

    @Override
    public Page find(Find query) {
        return database.read(connection -> writer(connection).find(query));
    }

    @Override
    public long count(Find query) {
        return database.read(connection -> writer(connection).count(query));
    }

    @Override
    public void drop(List<String> names) {
        leaving.finish();
        leaving.take(names.stream().map(Names::table).toList());
        names.forEach(collections::remove);
        leaving.finish();
    }

    @Override
    public boolean comparesSnapshots() {
        return true;
    }

    /** In one snapshot: writers may go on as soon as it stands. */
    @Override
    public Comparison compare(Map<String, String> pairs, Runnable opened) {
        return database.read(connection -> {
            CollectionComparison comparison = new CollectionComparison(connection);
            comparison.open();
            opened.run();
            for (Map.Entry<String, String> pair : pairs.entrySet()) {
                comparison.compare(
                        table(pair.getKey()).spec(), table(pair.getValue()).spec());
            }
            return comparison.result();
        });
    }

    private DocumentTable table(String collection) {
        DocumentTable table = collections.get(collection);
        if (table == null) {
            throw new IllegalArgumentException("no collection " + collection + " was declared");
        }
        return table;
    }

    /** SQL names, checked, because they cannot be parameters. */
    static final class Names {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,60}");

        private Names() {}

        static String table(String collection) {
            return "doc_" + checked(collection);
        }

        static String column(String field) {
            return "f_" + checked(field.toLowerCase(Locale.ROOT));
        }

        static String index(String collection, String index) {
            return "ix_" + checked(collection) + "_" + checked(index.toLowerCase(Locale.ROOT));
        }

        private static String checked(@Nullable String name) {
            if (name == null || !NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("not a name for a collection, field or index: " + name);
            }
            return name;
        }
    }
}
