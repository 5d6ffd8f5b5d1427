package vn.tthc.platform.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second process away from a data file: SQLite would let it in, and two writers would fight. */
final class FileLock implements AutoCloseable {
    private final FileChannel channel;

    private FileLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws StoreUnavailable when another process, or another part of this one, has it
     */
    static FileLock take(Path file) throws IOException {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new FileLock(channel);
            }
        } catch (OverlappingFileLockException alreadyOurs) {
            channel.close();
            throw new StoreUnavailable("The data file " + file + " is already open in this process.", alreadyOurs);
        }
        channel.close();
        throw new StoreUnavailable(
                "The data file " + file + " is in use by another process; stop that one first.", null);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
