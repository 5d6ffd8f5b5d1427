package vn.tthc.e2e.broken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder in which faults are turned on and off, from outside of the process that has them.
 *
 * @param folder the folder
 */
public record Faults(Path folder) {
    private static final String SEEN = ".seen";

    public boolean on(Fault fault) {
        return Files.exists(folder.resolve(fault.name()));
    }

    /** Turns it on for every process that has the agent. */
    public void turnOn(Fault fault) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(fault.name() + SEEN));
        touch(folder.resolve(fault.name()));
    }

    public void turnOff(Fault fault) throws IOException {
        Files.deleteIfExists(folder.resolve(fault.name()));
    }

    /** Whether a process has done the wrong thing since the fault was turned on. */
    public boolean seen(Fault fault) {
        return Files.exists(folder.resolve(fault.name() + SEEN));
    }

    /** Says that the wrong thing was done. */
    void see(Fault fault) {
        try {
            touch(folder.resolve(fault.name() + SEEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void touch(Path file) throws IOException {
        Files.write(file, new byte[0]);
    }
}
