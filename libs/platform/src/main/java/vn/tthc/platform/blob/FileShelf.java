package vn.tthc.platform.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sealed files in a folder: {@code ab/abcdef…}. Drafts lie beside them; what a crash left of them goes at a start. */
final class FileShelf implements Shelf {
    private static final int SPREAD = 2;

    private final Path folder;
    private final Drafts drafts;

    /**
     * The folder, made when it is not there; drafts that a crash left are deleted.
     *
     * @param leftBefore drafts that nobody has written to since may go
     * @throws java.io.UncheckedIOException when it cannot be written to
     */
    FileShelf(Path folder, Instant leftBefore) {
        this.folder = folder;
        this.drafts = new Drafts(folder.resolve("drafts"), leftBefore);
    }

    @Override
    public Path draft() throws IOException {
        return drafts.draft();
    }

    @Override
    public void keep(Path draft, String name) throws IOException {
        try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Path row = row(name);
        if (!Files.isDirectory(row)) {
            Files.createDirectories(row);
            lasting(folder);
        }
        Files.move(draft, row.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        lasting(row);
    }

    @Override
    public List<Entry> entries(String beginning) throws IOException {
        Path place = row(beginning);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.startsWith(beginning)) {
                    since(name).ifPresent(since -> entries.add(new Entry(name, since)));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return entries;
    }

    @Override
    public Optional<Instant> since(String name) throws IOException {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(row(name).resolve(name)).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean renew(String name) throws IOException {
        try {
            Files.setLastModifiedTime(row(name).resolve(name), FileTime.fromMillis(System.currentTimeMillis()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Override
    public void remove(String name) throws IOException {
        if (Files.deleteIfExists(row(name).resolve(name))) {
            lasting(row(name));
        }
    }

    @Override
    public Optional<Standing> take(String name) throws IOException {
        Path place = row(name).resolve(name);
        try {
            InputStream stream = Files.newInputStream(place);
            try {
                return Optional.of(new Standing(Files.size(place), stream));
            } catch (IOException e) {
                stream.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path row(String name) {
        return folder.resolve(name.substring(0, SPREAD));
    }

    /** Has the names in a folder on the disk, where the system knows how to do that. */
    private static void lasting(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
