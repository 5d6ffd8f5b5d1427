package vn.tthc.local.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.Failure;
import vn.tthc.local.Home;

/** Lets one launcher at a time start and stop things. */
public final class Lock implements AutoCloseable {
    private final FileChannel channel;

    private Lock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws Failure when another launcher has it, or the folder cannot be written to
     */
    public static Lock take(Home home) {
        Path file = home.run().resolve("launcher.lock");
        try {
            Files.createDirectories(home.run());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tried(channel) != null) {
                return new Lock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new Failure("the folder " + home.run() + " cannot be written to (" + e + ").");
        }
        throw new Failure("another ./tthc is starting or stopping things in " + home.data() + "; wait for it.");
    }

    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Failure("the lock of " + channel + " cannot be given back: " + e.getMessage());
        }
    }
}
