package vn.tthc.platform.consume.sqlite;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.consume.ConsumerReads;
import vn.tthc.platform.consume.ConsumerStore;
import vn.tthc.platform.consume.ConsumerTx;
import vn.tthc.platform.consume.ParkedRecord;
import vn.tthc.platform.sqlite.Database;
import vn.tthc.platform.store.DocumentReader;
import vn.tthc.platform.store.sqlite.SqliteDocuments;

/** {@link ConsumerStore} in the service's one file. */
public final class SqliteConsumerStore implements ConsumerStore {
    private static final String SKIPPED =
            "dossier, stream, version, parked_reason, skip_reason, actor, skipped_at, " + RecordColumns.NAMES;

    private final Database database;
    private final SqliteDocuments documents;

    public SqliteConsumerStore(Database database, SqliteDocuments documents) {
        this.database = database;
        this.documents = documents;
        database.write(ConsumerTables::create);
    }

    @Override
    public <T extends @Nullable Object> T write(String consumer, int lane, Function<ConsumerTx, T> work) {
        return database.write(connection -> work(connection, consumer, work));
    }

    @Override
    public <T extends @Nullable Object> T writeRepeatable(String consumer, int lane, Function<ConsumerTx, T> work) {
        return database.writeRepeatable(connection -> work(connection, consumer, work));
    }

    private <T extends @Nullable Object> T work(Connection connection, String consumer, Function<ConsumerTx, T> work) {
        SqliteConsumerTx tx = new SqliteConsumerTx(connection, consumer, documents.writer(connection));
        T result = work.apply(tx);
        tx.finish();
        return result;
    }

    @Override
    public <T extends @Nullable Object> T read(String consumer, Function<ConsumerReads, T> work) {
        return database.read(connection -> work.apply(new SqliteConsumerReads(connection, consumer)));
    }

    @Override
    public boolean readsTogether() {
        return true;
    }

    @Override
    public <T extends @Nullable Object> T readTogether(
            String consumer, BiFunction<ConsumerReads, DocumentReader, T> work) {
        return database.read(
                connection -> work.apply(new SqliteConsumerReads(connection, consumer), documents.writer(connection)));
    }

    @Override
    public List<ParkedRecord> parked(long after, int limit) {
        return database.read(connection -> new Sql(connection)
                .list(
                        SqliteConsumerReads.PARKED + " WHERE id>? ORDER BY id LIMIT ?",
                        SqliteConsumerReads::parked,
                        after,
                        limit));
    }

    @Override
    public Optional<ParkedRecord> parked(long id) {
        return database.read(connection -> new Sql(connection)
                .list(SqliteConsumerReads.PARKED + " WHERE id=?", SqliteConsumerReads::parked, id).stream()
                        .findFirst());
    }

    @Override
    public Set<String> skipped(String consumer) {
        return database.read(connection -> Set.copyOf(new Sql(connection)
                .list(
                        "SELECT DISTINCT stream || '@' || version FROM consumer_skipped WHERE consumer=?",
                        row -> row.getString(1),
                        consumer)));
    }

    @Override
    public void forget(String consumer) {
        database.write(connection -> {
            Sql sql = new Sql(connection);
            ConsumerTables.ALL.forEach(table -> sql.update("DELETE FROM " + table + " WHERE consumer=?", consumer));
            return ConsumerTables.ALL.size();
        });
    }

    @Override
    public void inherit(String consumer, String heir) {
        database.write(connection -> {
            new Sql(connection)
                    .update(
                            "INSERT INTO consumer_skipped (consumer, " + SKIPPED + ") SELECT ?, " + SKIPPED
                                    + " FROM consumer_skipped old WHERE consumer=? AND NOT EXISTS (SELECT 1 FROM"
                                    + " consumer_skipped known WHERE known.consumer=? AND known.stream=old.stream AND"
                                    + " known.version=old.version)",
                            heir,
                            consumer,
                            heir);
            return true;
        });
    }

    @Override
    public void retire(String consumer, String heir) {
        inherit(consumer, heir);
        forget(consumer);
    }
}
