package vn.tthc.platform.log.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Cause;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.AppendResult;
import vn.tthc.platform.log.Backlog;
import vn.tthc.platform.log.Commit;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.log.OutcomeUnknown;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.log.StreamHead;
import vn.tthc.platform.log.VersionConflict;
import vn.tthc.platform.sqlite.Database;
import vn.tthc.platform.sqlite.OutcomePending;
import vn.tthc.platform.sqlite.StoreUnavailable;

/** The event log in a service's SQLite file. */
public final class SqliteEventLog implements EventLog {
    private final Database database;
    private final InstantSource clock;
    private final LogReads reads;
    private final LogWrites writes;
    private final RecentHeads heads = new RecentHeads();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** When something was last recorded; touched by the writer thread alone. */
    private Instant last = Instant.EPOCH;

    public SqliteEventLog(Database database, InstantSource clock, EventJson json) {
        this.database = database;
        this.clock = clock;
        this.reads = new LogReads(json);
        this.writes = new LogWrites(json, reads);
        this.last = database.write(connection -> {
            LogTables.create(connection);
            try (PreparedStatement newest = connection.prepareStatement("SELECT MAX(recorded_at) FROM commits");
                    ResultSet rows = newest.executeQuery()) {
                return rows.next() ? Instant.ofEpochMilli(rows.getLong(1)) : Instant.EPOCH;
            }
        });
    }

    /** Now, but never before what was recorded last: a clock that is set back must not put a commit before a watermark. */
    private Instant tick() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (now.isAfter(last)) {
            last = now;
        }
        return last;
    }

    @Override
    public AppendResult append(Commit commit) {
        String stream = commit.stream().toString();
        AtomicBoolean begun = new AtomicBoolean();
        try {
            AppendResult result = database.write(connection -> {
                heads.begun(stream);
                begun.set(true);
                return writes.append(connection, commit, tick());
            });
            heads.ended(
                    stream,
                    result instanceof AppendResult.Appended appended
                            ? appended.commit().version()
                            : 0);
            if (result instanceof AppendResult.Appended) {
                listeners.forEach(Runnable::run);
            }
            return result;
        } catch (OutcomePending e) {
            // How far the stream comes is not known from here on.
            throw new OutcomeUnknown(String.valueOf(e.getMessage()), e);
        } catch (StoreUnavailable e) {
            ended(stream, begun);
            throw new LogUnavailable(String.valueOf(e.getMessage()), e);
        } catch (VersionConflict e) {
            ended(stream, begun);
            throw e;
        }
    }

    private void ended(String stream, AtomicBoolean begun) {
        if (begun.get()) {
            heads.ended(stream, 0);
        }
    }

    @Override
    public List<RecordedEvent> read(String stream, long fromVersion, int limit) {
        if (heads.endsBefore(stream, fromVersion)) {
            return List.of();
        }
        return database.read(connection -> reads.events(connection, stream, fromVersion, Long.MAX_VALUE, limit));
    }

    @Override
    public Optional<RecordedCommit> byCommand(String stream, String commandId) {
        return database.read(connection -> reads.byCommand(connection, stream, commandId));
    }

    @Override
    public Optional<RecordedCommit> byCause(String stream, Cause cause) {
        return database.read(connection -> reads.byCause(connection, stream, cause));
    }

    @Override
    public Optional<StreamHead> head(String stream) {
        return database.read(connection -> reads.head(connection, stream));
    }

    @Override
    public List<StreamHead> heads(@Nullable String after, String prefix, int limit) {
        return database.read(connection -> reads.heads(connection, after, prefix, limit));
    }

    @Override
    public List<RecordedCommit> unpublished(int limit) {
        return database.read(connection -> reads.unpublished(connection, limit));
    }

    @Override
    public void markPublished(Collection<Long> commits) {
        // A mark that is lost is one more publication.
        database.writeRepeatable(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("UPDATE commits SET published=1 WHERE number=?")) {
                for (long number : commits) {
                    statement.setLong(1, number);
                    statement.executeUpdate();
                }
            }
            return commits.size();
        });
    }

    @Override
    public long publishAgainSince(Instant recordedAt) {
        return database.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "UPDATE commits SET published=0 WHERE recorded_at>=? AND published=1")) {
                statement.setLong(1, recordedAt.toEpochMilli());
                return (long) statement.executeUpdate();
            }
        });
    }

    @Override
    public Backlog backlog() {
        return database.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                            "SELECT COUNT(*), MIN(recorded_at) FROM commits WHERE published=0");
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                long commits = rows.getLong(1);
                return new Backlog(commits, commits == 0 ? null : Instant.ofEpochMilli(rows.getLong(2)));
            }
        });
    }

    @Override
    public Instant settledBefore() {
        return database.write(connection -> tick());
    }

    @Override
    public void onCommit(Runnable listener) {
        listeners.add(listener);
    }

    /** Does nothing: the file belongs to the service, which closes it. */
    @Override
    public void close() {}
}
