package vn.tthc.platform.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The random ids of those who were erased, in a file of its own beside the data. It goes into no backup and is carried
 * over when one is restored, so that going back to a moment before an erasure does not bring the person back.
 */
final class ErasedPersons {
    private final Path file;

    ErasedPersons(Path file) {
        this.file = file;
    }

    /**
     * Adds one; durable when this returns.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    synchronized void add(String person) {
        if (all().contains(person)) {
            return;
        }
        try (FileChannel out = open()) {
            // A line that a crash cut off stays a line of its own, and names nobody.
            ByteBuffer line = ByteBuffer.wrap(("\n" + person + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                out.write(line);
            }
            out.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of erased persons cannot be written.", e);
        }
    }

    /** Where the store is not a file, nobody else has made the folder. */
    private FileChannel open() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    /**
     * All of them.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    synchronized List<String> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of erased persons cannot be read.", e);
        }
    }
}
