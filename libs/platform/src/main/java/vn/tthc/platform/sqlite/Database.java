package vn.tthc.platform.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One SQLite file: one writer thread behind a bounded queue, group commit with fsync, readers beside it. */
public interface Database extends AutoCloseable {

    /**
     * Queues a piece of work for the writer; completes when it is durable. Each piece stands or falls alone.
     *
     * @throws StoreUnavailable when the queue is full
     */
    <T extends @Nullable Object> CompletableFuture<T> submit(Work<T> work);

    /**
     * Does a piece of work on the writer and waits until it is durable, for a bounded time.
     *
     * @throws StoreUnavailable when it cannot be taken or stored; nothing was stored
     * @throws OutcomePending when the time ran out before it was durable
     */
    <T extends @Nullable Object> T write(Work<T> work);

    /**
     * The same for work that is done again when it is lost: it does not wait for the disk. A process that dies loses
     * nothing of it; a machine that loses power may lose the last of it, never one piece from the middle, and nothing that
     * stands before a durable write.
     *
     * @throws StoreUnavailable when it cannot be taken or stored; nothing was stored
     * @throws OutcomePending when the time ran out before it was done
     */
    <T extends @Nullable Object> T writeRepeatable(Work<T> work);

    /** Reads beside the writer; sees everything that was written when it began. */
    <T extends @Nullable Object> T read(Work<T> work);

    @Override
    void close();

    /** Some SQL on a connection; must not commit, roll back or close. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T run(Connection connection) throws SQLException;
    }
}
