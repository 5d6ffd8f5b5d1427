package vn.tthc.platform.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The one writer. It takes what is waiting as a group, gives each piece of several a savepoint of its own, commits the
 * group with one fsync and only then answers; a group in which everything can be done again is committed without. A full
 * disk fails the group and nothing else; a commit or a checkpoint whose outcome cannot be known stops the writer for good, because
 * after a failed fsync nobody can say what is on the disk.
 */
final class WriteQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteQueue.class);
    private static final int GROUP = 256;
    private static final long CLOSE_MILLIS = 10_000;

    private final Connection connection;
    private final WriteAheadLog log;
    private final BlockingQueue<Job<?>> queue;
    private final Thread thread;
    /** As the connection was opened. */
    private boolean syncing = true;

    private final LongAdder synced = new LongAdder();
    private final LongAdder durable = new LongAdder();

    private volatile boolean closed;
    private volatile @Nullable String broken;

    WriteQueue(Connection connection, int capacity, String name) {
        this.connection = CachedStatements.around(connection);
        this.log = new WriteAheadLog(this.connection);
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.thread = Thread.ofPlatform().name("writer-" + name).start(this::run);
    }

    /**
     * Queues a piece of work.
     *
     * @param durable whether its answer has to wait for the disk
     * @return cancelled, it takes the work back as long as that has not begun
     */
    <T extends @Nullable Object> CompletableFuture<T> submit(Database.Work<T> work, boolean durable) {
        Job<T> job = new Job<>(work, durable);
        if (closed) {
            throw new StoreUnavailable("The data file is closed.", null);
        }
        if (broken != null) {
            throw new StoreUnavailable("The data file cannot be written: " + broken, null);
        }
        if (!queue.offer(job)) {
            throw new StoreUnavailable("Too many writes are waiting.", null);
        }
        return job.result;
    }

    int waiting() {
        return queue.size();
    }

    @Nullable
    String broken() {
        return broken;
    }

    private void run() {
        List<Job<?>> group = new ArrayList<>(GROUP);
        while (true) {
            try {
                Job<?> first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (closed) {
                        return;
                    }
                    continue;
                }
                group.add(first);
                queue.drainTo(group, GROUP - 1);
                group.removeIf(Job::isTakenBack);
                if (!group.isEmpty()) {
                    commit(group);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } finally {
                group.clear();
            }
        }
    }

    private void commit(List<Job<?>> group) {
        if (broken != null) {
            group.forEach(job -> job.fail(new StoreUnavailable("The data file cannot be written: " + broken, null)));
            return;
        }
        try {
            sync(group.stream().anyMatch(job -> job.durable));
            execute("BEGIN IMMEDIATE");
            if (group.size() == 1) {
                if (!attempt(group.getFirst())) {
                    rollBack();
                    group.getFirst().answer();
                    return;
                }
            } else {
                for (Job<?> job : group) {
                    runOne(job);
                }
            }
        } catch (SQLException e) {
            rollBack();
            LOG.warn("A group of writes was refused as a whole", e);
            // Without the cause: what became of the group (a savepoint that went with it) says nothing about one piece.
            StoreUnavailable refused =
                    new StoreUnavailable("The data file cannot take writes: " + e.getMessage(), null);
            group.forEach(job -> job.fail(refused));
            return;
        }
        try {
            execute("COMMIT");
        } catch (SQLException e) {
            rollBack();
            if (nothingStored(e)) {
                StoreUnavailable refused =
                        new StoreUnavailable("The data file cannot take writes: " + e.getMessage(), e);
                group.forEach(job -> job.fail(refused));
            } else {
                broken = e.getMessage();
                LOG.error("The outcome of a commit is unknown; no more writes until a restart", e);
                group.forEach(job -> job.fail(new OutcomePending("The outcome of a commit is unknown.")));
            }
            return;
        }
        group.forEach(Job::answer);
        count(group);
        checkpoint();
    }

    private void count(List<Job<?>> group) {
        long waited = group.stream().filter(job -> job.durable).count();
        if (waited > 0) {
            synced.increment();
            durable.add(waited);
        }
    }

    /** Groups that were committed with an fsync. */
    long synced() {
        return synced.sum();
    }

    /** Pieces that waited for one of those. */
    long durable() {
        return durable.sum();
    }

    /**
     * Copies the write-ahead log into the file when it has grown. What was committed without fsync is synced here: when
     * that fails, nobody can say what is on the disk, and a later fsync would not tell.
     */
    private void checkpoint() {
        try {
            log.keepShort();
        } catch (SQLException e) {
            if (nothingStored(e) || isLocked(e)) {
                LOG.warn("The write-ahead log could not be copied into the file now: {}", e.getMessage());
                return;
            }
            broken = e.getMessage();
            LOG.error("The write-ahead log could not be copied into the file; no more writes until a restart", e);
        }
    }

    /** In a write-ahead log a commit without fsync is whole or not there after a crash, and the next fsync covers it. */
    private void sync(boolean wanted) throws SQLException {
        if (wanted && !syncing) {
            execute("PRAGMA synchronous=FULL");
            syncing = true;
        } else if (!wanted && syncing) {
            // Said before it is done: when it goes wrong half way, the next durable group asks for FULL again.
            syncing = false;
            execute("PRAGMA synchronous=NORMAL");
        }
    }

    /** Runs a piece inside its savepoint; throws only when the whole group is lost. */
    private void runOne(Job<?> job) throws SQLException {
        if (job.isTakenBack()) {
            return;
        }
        execute("SAVEPOINT piece");
        if (!attempt(job)) {
            execute("ROLLBACK TO piece");
        }
        execute("RELEASE piece");
    }

    /**
     * Runs a piece and answers whether it was done. One that is alone in its group needs no savepoint, for which SQLite
     * keeps every page as it was before: of a view that is dropped that is the whole view, in memory.
     */
    private boolean attempt(Job<?> job) {
        try {
            job.run(connection);
            return true;
        } catch (SQLException e) {
            job.failure = nothingStored(e)
                    ? new StoreUnavailable("The data file cannot take writes: " + e.getMessage(), e)
                    : e;
        } catch (RuntimeException e) {
            job.failure = e;
        } catch (Error e) {
            // The writer outlives whatever a piece does; its caller gets to know.
            job.failure = new IllegalStateException("a write failed with an error of the program", e);
        }
        return false;
    }

    private static boolean nothingStored(SQLException e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return false;
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        return code == SQLiteErrorCode.SQLITE_FULL || code == SQLiteErrorCode.SQLITE_BUSY;
    }

    /** A statement of this connection is still open: nothing is wrong with the disk. */
    private static boolean isLocked(SQLException e) {
        return e instanceof SQLiteException sqlite
                && (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    private void rollBack() {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            // SQLite rolls back by itself on some errors; then there is no transaction left to end.
            LOG.debug("Nothing to roll back: {}", e.getMessage());
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Job<?> left;
        while ((left = queue.poll()) != null) {
            left.fail(new StoreUnavailable("The data file is closed.", null));
        }
        connection.close();
    }

    private static final class Job<T extends @Nullable Object> {
        private final Database.Work<T> work;
        private final boolean durable;
        private final CompletableFuture<T> result = new CompletableFuture<>();
        private @Nullable T value;
        private @Nullable Exception failure;

        Job(Database.Work<T> work, boolean durable) {
            this.work = work;
            this.durable = durable;
        }

        /** Nobody waits for it any more, and it has not begun. */
        boolean isTakenBack() {
            return result.isCancelled();
        }

        void run(Connection connection) throws SQLException {
            value = work.run(connection);
        }

        @SuppressWarnings("NullAway") // the value is T as soon as the work has run, and T may be nullable
        void answer() {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        }

        void fail(Exception reason) {
            result.completeExceptionally(failure != null ? failure : reason);
        }
    }
}
