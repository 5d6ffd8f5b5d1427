package vn.tthc.platform.consume.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import vn.tthc.platform.consume.ConsumerReads;
import vn.tthc.platform.consume.NextOffset;
import vn.tthc.platform.consume.ParkedRecord;
import vn.tthc.platform.consume.RawRecord;
import vn.tthc.platform.consume.Waiting;

/** {@link ConsumerReads} on a connection. */
class SqliteConsumerReads implements ConsumerReads {
    static final String PARKED = "SELECT id, consumer, dossier, stream, version, reason, attempts, parked_at, "
            + RecordColumns.NAMES + " FROM consumer_parked";
    private static final String WAITING = "SELECT stream, dossier, tries, due, since FROM consumer_waiting";

    final Sql sql;
    final String consumer;

    SqliteConsumerReads(Connection connection, String consumer) {
        this.sql = new Sql(connection);
        this.consumer = consumer;
    }

    @Override
    public long position(String stream) {
        return sql.number("SELECT version FROM consumer_positions WHERE consumer=? AND stream=?", 0, consumer, stream);
    }

    @Override
    public Map<TopicPartition, NextOffset> offsets() {
        Map<TopicPartition, NextOffset> offsets = new HashMap<>();
        sql.list(
                        "SELECT topic, partition, next, epoch FROM consumer_offsets WHERE consumer=?",
                        row -> Map.entry(new TopicPartition(row.getString(1), row.getInt(2)), next(row)),
                        consumer)
                .forEach(entry -> offsets.put(entry.getKey(), entry.getValue()));
        return offsets;
    }

    private static NextOffset next(ResultSet row) throws SQLException {
        long next = row.getLong(3);
        int epoch = row.getInt(4);
        // Asked right after the column it is about: an epoch made up here would look like lost records to Kafka.
        return new NextOffset(next, row.wasNull() ? null : epoch);
    }

    @Override
    public boolean isParked(String dossier) {
        return sql.number("SELECT 1 FROM consumer_parked WHERE consumer=? AND dossier=? LIMIT 1", 0, consumer, dossier)
                == 1;
    }

    @Override
    public Optional<RawRecord> held(String stream, long version) {
        return sql
                .list(
                        "SELECT " + RecordColumns.NAMES
                                + " FROM consumer_held WHERE consumer=? AND stream=? AND version=?",
                        RecordColumns::read,
                        consumer,
                        stream,
                        version)
                .stream()
                .findFirst();
    }

    @Override
    public OptionalLong firstHeld(String stream) {
        long version = sql.number(
                "SELECT MIN(version) FROM consumer_held WHERE consumer=? AND stream=?", -1, consumer, stream);
        return version < 0 ? OptionalLong.empty() : OptionalLong.of(version);
    }

    @Override
    public List<Waiting> due(Instant now, int limit) {
        return sql.list(
                WAITING + " WHERE consumer=? AND due<=? ORDER BY due LIMIT ?",
                SqliteConsumerReads::waiting,
                consumer,
                now.toEpochMilli(),
                limit);
    }

    @Override
    public Optional<Waiting> waiting(String stream) {
        return sql
                .list(WAITING + " WHERE consumer=? AND stream=?", SqliteConsumerReads::waiting, consumer, stream)
                .stream()
                .findFirst();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                Instant.ofEpochMilli(row.getLong(4)),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    @Override
    public long heldCount() {
        return sql.number("SELECT COUNT(*) FROM consumer_held WHERE consumer=?", 0, consumer);
    }

    @Override
    public long parkedDossiers() {
        return sql.number("SELECT COUNT(DISTINCT dossier) FROM consumer_parked WHERE consumer=?", 0, consumer);
    }

    @Override
    public List<ParkedRecord> parked(String dossier, int limit) {
        return sql.list(
                PARKED + " WHERE consumer=? AND dossier=? ORDER BY id LIMIT ?",
                SqliteConsumerReads::parked,
                consumer,
                dossier,
                limit);
    }

    static ParkedRecord parked(ResultSet row) throws SQLException {
        return new ParkedRecord(
                row.getLong("id"),
                row.getString("consumer"),
                row.getString("dossier"),
                row.getString("stream"),
                row.getLong("version"),
                row.getString("reason"),
                row.getInt("attempts"),
                Instant.ofEpochMilli(row.getLong("parked_at")),
                RecordColumns.read(row));
    }
}
