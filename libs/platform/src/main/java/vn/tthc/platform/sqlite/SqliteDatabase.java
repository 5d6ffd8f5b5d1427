package vn.tthc.platform.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@link Database} on a file. */
public final class SqliteDatabase implements Database {
    private static final long WRITE_MILLIS = 10_000;

    private final Path path;
    private final FileLock lock;
    private final WriteQueue writer;
    private final Readers readers;

    private SqliteDatabase(Path path, FileLock lock, WriteQueue writer, Readers readers) {
        this.path = path;
        this.lock = lock;
        this.writer = writer;
        this.readers = readers;
    }

    /**
     * Opens or creates a file.
     *
     * @param path the file; its folder is created
     * @param queue how many writes may wait
     * @throws StoreUnavailable when another process has it, or it is not a sound SQLite file
     */
    public static SqliteDatabase open(Path path, int queue) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileLock lock = FileLock.take(path);
            SqliteFile file = new SqliteFile(path);
            try {
                Connection connection = file.connectWriter();
                WriteQueue writer = new WriteQueue(connection, queue, String.valueOf(path.getFileName()));
                return new SqliteDatabase(path, lock, writer, new Readers(file));
            } catch (SQLException e) {
                lock.close();
                throw new StoreUnavailable("The data file " + path + " cannot be opened: " + e.getMessage(), e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder of " + path + " cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public <T extends @Nullable Object> CompletableFuture<T> submit(Work<T> work) {
        return writer.submit(work, true);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return await(submit(work));
    }

    @Override
    public <T extends @Nullable Object> T writeRepeatable(Work<T> work) {
        return await(writer.submit(work, false));
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> result) {
        return await(result, WRITE_MILLIS);
    }

    /** Who does not wait any longer takes the work back, unless it is being done: whoever repeats it adds no second one. */
    static <T extends @Nullable Object> T await(CompletableFuture<T> result, long millis) {
        try {
            return result.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw asUnchecked(e.getCause() != null ? e.getCause() : e);
        } catch (TimeoutException e) {
            result.cancel(false);
            throw new OutcomePending("A write was not done after " + millis + " ms; it may still be.");
        } catch (InterruptedException e) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new OutcomePending("Interrupted while a write was under way; it may still be done.");
        }
    }

    private static RuntimeException asUnchecked(Throwable cause) {
        return switch (cause) {
            case RuntimeException runtime -> runtime;
            case SQLException sql -> new StoreUnavailable("The data file refused a write: " + sql.getMessage(), sql);
            default -> new StoreUnavailable("A write failed.", cause);
        };
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return readers.read(work);
    }

    /**
     * Copies the whole file, as it stands at one moment, into a new one while writes go on.
     *
     * @throws StoreUnavailable when the copy cannot be written
     */
    public void snapshot(Path target) {
        try (Connection connection = new SqliteFile(path).connect();
                PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
            copy.setString(1, target.toString());
            copy.execute();
        } catch (SQLException e) {
            throw new StoreUnavailable("The data file cannot be copied: " + e.getMessage(), e);
        }
    }

    /** How many writes wait for the writer. */
    public int waiting() {
        return writer.waiting();
    }

    /** How many groups of writes were committed with an fsync. */
    public long synced() {
        return writer.synced();
    }

    /** How many writes waited for one of those: divided by them, how many share an fsync. */
    public long durable() {
        return writer.durable();
    }

    /** Why nothing can be written until a restart, or null while all is well. */
    public @Nullable String broken() {
        return writer.broken();
    }

    /** The file. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            writer.close();
            readers.close();
            lock.close();
        } catch (SQLException e) {
            throw new StoreUnavailable("Closing the data file failed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
