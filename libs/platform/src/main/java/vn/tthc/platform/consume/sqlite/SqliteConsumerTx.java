package vn.tthc.platform.consume.sqlite;

import java.sql.Connection;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import vn.tthc.platform.consume.ConsumerTx;
import vn.tthc.platform.consume.NextOffset;
import vn.tthc.platform.consume.ParkedRecord;
import vn.tthc.platform.consume.RawRecord;
import vn.tthc.platform.consume.Waiting;
import vn.tthc.platform.store.DocumentWriter;

/** {@link ConsumerTx} on the writer's connection. */
final class SqliteConsumerTx extends SqliteConsumerReads implements ConsumerTx {
    private static final String RECORD_PARAMETERS = ", ?, ?, ?, ?, ?, ?)";

    private final DocumentWriter documents;
    /** What this transaction has looked at already: nobody else writes while it is open. */
    private final Map<String, Long> storedPositions = new HashMap<>();

    private final Map<String, Long> positions = new LinkedHashMap<>();
    /** Positions from before the part that is being tried. */
    private Map<String, Long> positionsBefore = new HashMap<>();

    private final Map<String, Boolean> parked = new HashMap<>();
    private final Set<String> waitForNothing = new HashSet<>();

    SqliteConsumerTx(Connection connection, String consumer, DocumentWriter documents) {
        super(connection, consumer);
        this.documents = documents;
    }

    @Override
    public DocumentWriter documents() {
        return documents;
    }

    @Override
    public void attempt(Runnable part) {
        positionsBefore = new HashMap<>();
        sql.update("SAVEPOINT attempt");
        try {
            part.run();
        } catch (RuntimeException e) {
            positions.putAll(positionsBefore);
            parked.clear();
            waitForNothing.clear();
            try {
                sql.update("ROLLBACK TO attempt");
            } catch (RuntimeException lost) {
                // SQLite took the whole transaction back by itself; the first failure says why.
                e.addSuppressed(lost);
                throw e;
            }
            sql.update("RELEASE attempt");
            throw e;
        }
        sql.update("RELEASE attempt");
    }

    @Override
    public long position(String stream) {
        return positions.computeIfAbsent(stream, name -> storedPositions.computeIfAbsent(name, super::position));
    }

    @Override
    public boolean isParked(String dossier) {
        return parked.computeIfAbsent(dossier, super::isParked);
    }

    @Override
    public Optional<Waiting> waiting(String stream) {
        if (waitForNothing.contains(stream)) {
            return Optional.empty();
        }
        Optional<Waiting> waiting = super.waiting(stream);
        if (waiting.isEmpty()) {
            waitForNothing.add(stream);
        }
        return waiting;
    }

    @Override
    public void advance(String stream, long version) {
        long before = position(stream);
        if (version > before) {
            positionsBefore.putIfAbsent(stream, before);
            positions.put(stream, version);
        }
    }

    /** Stores the positions; the last thing of the transaction. */
    void finish() {
        positions.forEach((stream, version) -> {
            if (!version.equals(storedPositions.get(stream))) {
                sql.update(
                        "INSERT INTO consumer_positions (consumer, stream, version) VALUES (?1, ?2, ?3)"
                                + " ON CONFLICT (consumer, stream) DO UPDATE SET version = MAX(version, ?3)",
                        consumer,
                        stream,
                        version);
            }
        });
    }

    @Override
    public void offset(TopicPartition partition, NextOffset next) {
        sql.update(
                "INSERT INTO consumer_offsets (consumer, topic, partition, next, epoch) VALUES (?1, ?2, ?3, ?4, ?5)"
                        + " ON CONFLICT (consumer, topic, partition) DO UPDATE SET next = ?4, epoch = ?5",
                consumer,
                partition.topic(),
                partition.partition(),
                next.offset(),
                next.leaderEpoch());
    }

    @Override
    public void hold(String dossier, String stream, long version, RawRecord raw, Instant now) {
        sql.update(
                "INSERT OR IGNORE INTO consumer_held (consumer, dossier, stream, version, held_at, "
                        + RecordColumns.NAMES + ") VALUES (?, ?, ?, ?, ?" + RECORD_PARAMETERS,
                (statement, first) -> RecordColumns.bind(statement, first, raw),
                consumer,
                dossier,
                stream,
                version,
                now.toEpochMilli());
    }

    @Override
    public void release(String stream, long upToVersion) {
        sql.update(
                "DELETE FROM consumer_held WHERE consumer=? AND stream=? AND version<=?",
                consumer,
                stream,
                upToVersion);
    }

    @Override
    public void await(Waiting waiting) {
        waitForNothing.remove(waiting.stream());
        sql.update(
                "INSERT INTO consumer_waiting (consumer, stream, dossier, tries, due, since)"
                        + " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                        + " ON CONFLICT (consumer, stream) DO UPDATE SET tries = ?4, due = ?5",
                consumer,
                waiting.stream(),
                waiting.dossier(),
                waiting.tries(),
                waiting.due().toEpochMilli(),
                waiting.since().toEpochMilli());
    }

    @Override
    public void awaitNothing(String stream) {
        sql.update("DELETE FROM consumer_waiting WHERE consumer=? AND stream=?", consumer, stream);
    }

    @Override
    public void park(
            String dossier, String stream, long version, RawRecord raw, String reason, int attempts, Instant now) {
        parked.put(dossier, true);
        sql.update(
                "INSERT OR IGNORE INTO consumer_parked (consumer, dossier, stream, version, reason, attempts,"
                        + " parked_at, " + RecordColumns.NAMES + ") VALUES (?, ?, ?, ?, ?, ?, ?" + RECORD_PARAMETERS,
                (statement, first) -> RecordColumns.bind(statement, first, raw),
                consumer,
                dossier,
                stream,
                version,
                reason,
                attempts,
                now.toEpochMilli());
    }

    @Override
    public void parkHeld(String dossier, String reason, Instant now) {
        parked.clear();
        sql.update(
                "INSERT OR IGNORE INTO consumer_parked (consumer, dossier, stream, version, reason, attempts,"
                        + " parked_at, " + RecordColumns.NAMES
                        + ") SELECT consumer, dossier, stream, version, ?, 0, ?, "
                        + RecordColumns.NAMES
                        + " FROM consumer_held WHERE consumer=? AND dossier=? ORDER BY stream, version",
                reason,
                now.toEpochMilli(),
                consumer,
                dossier);
        sql.update("DELETE FROM consumer_held WHERE consumer=? AND dossier=?", consumer, dossier);
        sql.update("DELETE FROM consumer_waiting WHERE consumer=? AND dossier=?", consumer, dossier);
    }

    @Override
    public void unpark(long id) {
        parked.clear();
        sql.update("DELETE FROM consumer_parked WHERE id=?", id);
    }

    @Override
    public void failedAgain(long id, String reason) {
        sql.update("UPDATE consumer_parked SET attempts = attempts + 1, reason = ? WHERE id=?", reason, id);
    }

    @Override
    public void skipped(ParkedRecord record, String reason, String actor, Instant now) {
        sql.update(
                "INSERT INTO consumer_skipped (consumer, dossier, stream, version, parked_reason, skip_reason, actor,"
                        + " skipped_at, " + RecordColumns.NAMES + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?"
                        + RECORD_PARAMETERS,
                (statement, first) -> RecordColumns.bind(statement, first, record.raw()),
                record.consumer(),
                record.dossier(),
                record.stream(),
                record.version(),
                record.reason(),
                reason,
                actor,
                now.toEpochMilli());
    }
}
