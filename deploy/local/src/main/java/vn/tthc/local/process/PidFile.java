package vn.tthc.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Remembers which process was started under a name. A pid alone would one day name a stranger, so the moment of the
 * process's start is kept with it.
 */
public final class PidFile {
    private final Path file;

    public PidFile(Path folder, String name) {
        this.file = folder.resolve(name + ".pid");
    }

    /** The process, if it still runs and is the one that was started. */
    public Optional<ProcessHandle> live() {
        List<String> lines;
        try {
            lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (lines.size() < 2) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(lines.get(0));
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> ProcFiles.startMark(process).equals(lines.get(1)));
        } catch (NumberFormatException e) {
            // Half a file, from a machine that lost its power: it names nothing that can still run.
            return Optional.empty();
        }
    }

    /** Remembers a process. */
    public void write(ProcessHandle process) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, process.pid() + "\n" + ProcFiles.startMark(process) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets it. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
