package vn.tthc.platform.log.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.AppendResult;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.HashChain;
import vn.tthc.platform.log.NewEvent;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.log.StreamHead;
import vn.tthc.platform.log.VersionConflict;

/** The one statement sequence that appends; runs on the writer thread inside a transaction. */
final class LogWrites {
    private final EventJson json;
    private final LogReads reads;

    LogWrites(EventJson json, LogReads reads) {
        this.json = json;
        this.reads = reads;
    }

    AppendResult append(Connection connection, Commit commit, Instant recordedAt) throws SQLException {
        String stream = commit.stream().toString();
        Optional<RecordedCommit> first = reads.byCommand(connection, stream, commit.commandId());
        if (first.isEmpty() && commit.cause() != null) {
            first = reads.byCause(connection, stream, commit.cause());
        }
        if (first.isPresent()) {
            return new AppendResult.Duplicate(first.get());
        }
        StreamHead head = reads.head(connection, stream).orElse(new StreamHead(stream, 0, HashChain.start()));
        if (head.version() != commit.expectedVersion()) {
            throw new VersionConflict(stream, commit.expectedVersion(), head.version());
        }
        long number = insertCommit(connection, commit, recordedAt);
        List<RecordedEvent> recorded = new ArrayList<>(commit.events().size());
        byte[] hash = head.hash();
        long version = head.version();
        for (NewEvent event : commit.events()) {
            Envelope envelope = commit.envelope(event, ++version, recordedAt);
            byte[] meta = json.writeEnvelope(envelope);
            hash = HashChain.next(hash, meta, event.data());
            RecordedEvent row = new RecordedEvent(envelope, meta, event.data(), hash);
            insertEvent(connection, number, stream, version, row);
            recorded.add(row);
        }
        moveHead(connection, new StreamHead(stream, version, hash));
        return new AppendResult.Appended(
                new RecordedCommit(number, stream, commit.commandId(), commit.fingerprint(), recorded));
    }

    private static long insertCommit(Connection connection, Commit commit, Instant recordedAt) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO commits (stream, first, last, command, fingerprint, cause_stream, cause_version, cause_role,"
                        + " recorded_at, published) VALUES (?,?,?,?,?,?,?,?,?,0) RETURNING number")) {
            statement.setString(1, commit.stream().toString());
            statement.setLong(2, commit.expectedVersion() + 1);
            statement.setLong(3, commit.expectedVersion() + commit.events().size());
            statement.setString(4, commit.commandId());
            statement.setString(5, commit.fingerprint());
            Cause cause = commit.cause();
            if (cause == null) {
                statement.setNull(6, Types.VARCHAR);
                statement.setNull(7, Types.INTEGER);
                statement.setNull(8, Types.VARCHAR);
            } else {
                statement.setString(6, cause.stream());
                statement.setLong(7, cause.version());
                statement.setString(8, cause.role());
            }
            statement.setLong(9, recordedAt.toEpochMilli());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void insertEvent(
            Connection connection, long number, String stream, long version, RecordedEvent event) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO events (commit_number, stream, version, meta, data, hash) VALUES (?,?,?,?,?,?)")) {
            statement.setLong(1, number);
            statement.setString(2, stream);
            statement.setLong(3, version);
            statement.setBytes(4, event.meta());
            statement.setBytes(5, event.data());
            statement.setBytes(6, event.hash());
            statement.executeUpdate();
        }
    }

    private static void moveHead(Connection connection, StreamHead head) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO streams (name, version, hash) VALUES (?,?,?)"
                        + " ON CONFLICT (name) DO UPDATE SET version=excluded.version, hash=excluded.hash")) {
            statement.setString(1, head.stream());
            statement.setLong(2, head.version());
            statement.setBytes(3, head.hash());
            statement.executeUpdate();
        }
    }
}
