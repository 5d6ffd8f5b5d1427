package vn.tthc.platform.blob;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A folder of sealed files that are not finished yet; what a crash left of them goes at a start. */
final class Drafts {
    private final Path folder;

    /**
     * The folder, made when it is not there; drafts that a crash left are deleted.
     *
     * @param leftBefore drafts that nobody has written to since may go; another process on the folder may be at work on
     *     younger ones
     * @throws UncheckedIOException when it cannot be written to
     */
    Drafts(Path folder, Instant leftBefore) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            List<Path> left;
            try (Stream<Path> files = Files.list(folder)) {
                left = files.toList();
            }
            for (Path draft : left) {
                deleteIfLeft(draft, leftBefore);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of blobs " + folder + " cannot be written to.", e);
        }
    }

    private static void deleteIfLeft(Path draft, Instant leftBefore) throws IOException {
        try {
            if (Files.getLastModifiedTime(draft).toInstant().isBefore(leftBefore)) {
                Files.delete(draft);
            }
        } catch (NoSuchFileException e) {
            // Another process has finished it, or cleared it away itself.
        }
    }

    /** A new one, empty. */
    Path draft() throws IOException {
        return Files.createTempFile(folder, "blob", ".draft");
    }
}
