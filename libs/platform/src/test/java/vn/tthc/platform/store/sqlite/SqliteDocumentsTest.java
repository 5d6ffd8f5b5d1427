package vn.tthc.platform.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.DocumentStoreContract;
import vn.tthc.platform.store.Sequences;

class SqliteDocumentsTest extends DocumentStoreContract {
    @TempDir
    private Path folder;

    private SqliteDatabase database;

    @Override
    protected DocumentStore open() {
        database = SqliteDatabase.open(folder.resolve("docs.db"), 1000);
        return new SqliteDocuments(database);
    }

    @Override
    protected Sequences sequences() {
        return new SqliteSequences(database);
    }

    @Override
    protected void close() {
        database.close();
    }

    @Test
    void a_collection_that_goes_leaves_nothing_and_may_come_again() {
        SqliteDocuments documents = new SqliteDocuments(database);
        CollectionSpec spec =
                new CollectionSpec("leavers", List.of(new CollectionSpec.Index("by_name", List.of(), "name")));
        for (int time = 0; time < 2; time++) {
            documents.declare(List.of(spec));
            documents.write(writer -> {
                for (int i = 0; i < 2_500; i++) {
                    writer.put("leavers", "id-" + i, 0, "{}", Map.of("name", "n" + i));
                }
                return true;
            });

            documents.drop(List.of("leavers", "never_there"));

            assertThat(of("leavers")).isEmpty();
            assertThatThrownBy(() -> documents.get("leavers", "id-1")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void what_was_going_when_the_process_ended_goes_with_the_next() {
        SqliteDocuments documents = new SqliteDocuments(database);
        documents.declare(List.of(
                new CollectionSpec("leavers", List.of(new CollectionSpec.Index("by_name", List.of(), "name")))));
        documents.write(writer -> {
            writer.put("leavers", "id", 0, "{}", Map.of("name", "n"));
            return true;
        });
        new LeavingTables(database).take(List.of("doc_leavers"));
        assertThat(of("leavers")).isNotEmpty();

        documents.drop(List.of());

        assertThat(of("leavers")).isEmpty();
    }

    /** Whatever the file has of a collection. */
    private List<String> of(String collection) {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement("SELECT name FROM sqlite_master WHERE name LIKE ?")) {
                statement.setString(1, "%" + collection + "%");
                List<String> names = new ArrayList<>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                }
                return names;
            }
        });
    }
}
