package vn.tthc.platform.log.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Cause;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.log.StreamHead;

/** Every query on the log's tables. */
final class LogReads {
    private static final String EVENT = "SELECT meta, data, hash FROM events ";
    private static final String COMMIT = "SELECT number, stream, command, fingerprint, first, last FROM commits ";

    private final EventJson json;

    LogReads(EventJson json) {
        this.json = json;
    }

    List<RecordedEvent> events(Connection connection, String stream, long from, long to, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                EVENT + "WHERE stream=? AND version>=? AND version<=? ORDER BY version LIMIT ?")) {
            statement.setString(1, stream);
            statement.setLong(2, from);
            statement.setLong(3, to);
            statement.setInt(4, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<RecordedEvent> found = new ArrayList<>();
                while (rows.next()) {
                    byte[] meta = rows.getBytes(1);
                    found.add(new RecordedEvent(json.readEnvelope(meta), meta, rows.getBytes(2), rows.getBytes(3)));
                }
                return found;
            }
        }
    }

    Optional<RecordedCommit> byCommand(Connection connection, String stream, String commandId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COMMIT + "WHERE stream=? AND command=?")) {
            statement.setString(1, stream);
            statement.setString(2, commandId);
            return commits(connection, statement).stream().findFirst();
        }
    }

    Optional<RecordedCommit> byCause(Connection connection, String stream, Cause cause) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                COMMIT + "WHERE stream=? AND cause_stream=? AND cause_version=? AND cause_role=?")) {
            statement.setString(1, stream);
            statement.setString(2, cause.stream());
            statement.setLong(3, cause.version());
            statement.setString(4, cause.role());
            return commits(connection, statement).stream().findFirst();
        }
    }

    List<RecordedCommit> unpublished(Connection connection, int limit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(COMMIT + "WHERE published=0 ORDER BY number LIMIT ?")) {
            statement.setInt(1, limit);
            return commits(connection, statement);
        }
    }

    private List<RecordedCommit> commits(Connection connection, PreparedStatement statement) throws SQLException {
        record Row(
                long number,
                String stream,
                String command,
                @Nullable String fingerprint,
                long first,
                long last) {}
        List<Row> rows = new ArrayList<>();
        try (ResultSet results = statement.executeQuery()) {
            while (results.next()) {
                rows.add(new Row(
                        results.getLong(1),
                        results.getString(2),
                        results.getString(3),
                        results.getString(4),
                        results.getLong(5),
                        results.getLong(6)));
            }
        }
        List<RecordedCommit> commits = new ArrayList<>(rows.size());
        for (Row row : rows) {
            List<RecordedEvent> events = events(connection, row.stream, row.first, row.last, Integer.MAX_VALUE);
            commits.add(new RecordedCommit(row.number, row.stream, row.command, row.fingerprint, events));
        }
        return commits;
    }

    Optional<StreamHead> head(Connection connection, String stream) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT name, version, hash FROM streams WHERE name=?")) {
            statement.setString(1, stream);
            return heads(statement).stream().findFirst();
        }
    }

    List<StreamHead> heads(Connection connection, @Nullable String after, String prefix, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT name, version, hash FROM streams WHERE name>? AND name>=? AND name<? ORDER BY name LIMIT ?")) {
            statement.setString(1, after == null ? "" : after);
            statement.setString(2, prefix);
            statement.setString(3, prefix + Character.MAX_VALUE);
            statement.setInt(4, limit);
            return heads(statement);
        }
    }

    private static List<StreamHead> heads(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<StreamHead> found = new ArrayList<>();
            while (rows.next()) {
                found.add(new StreamHead(rows.getString(1), rows.getLong(2), rows.getBytes(3)));
            }
            return found;
        }
    }
}
