package vn.tthc.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.Home;
import vn.tthc.local.books.Site;

/**
 * The files of dossiers, as their services keep them: encrypted, named by their content, never changed. Copied after the
 * snapshot of the service that refers to them, so that none it refers to is missing.
 */
final class BlobCopies {
    private static final Pattern KEPT = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{64}");
    private static final Pattern COPIED = Pattern.compile("([a-z]+)\\.blobs/([0-9a-f]{2}/[0-9a-f]{64})");

    private BlobCopies() {}

    /** Copies those of a service; {@code intake.blobs/ab/abcdef…} in the backup. */
    static List<Manifest.Item> of(Home home, Site site, Path backup) throws IOException {
        Path folder = folder(home.dataOf(site.process()));
        List<Manifest.Item> copied = new ArrayList<>();
        for (Path blob : kept(folder)) {
            String name = site.shortName() + ".blobs/" + relative(folder, blob);
            Path copy = backup.resolve(name);
            Path row = copy.resolveSibling(".").normalize();
            if (!Files.isDirectory(row)) {
                Durable.makeFolder(row);
            }
            copied(name, blob, copy).ifPresent(copied::add);
        }
        return copied;
    }

    /** Copies one; empty when the service has swept it since it was seen: nobody named it, or all it is about are erased. */
    static Optional<Manifest.Item> copied(String name, Path blob, Path copy) throws IOException {
        try {
            String sum = Durable.copy(blob, copy);
            return Optional.of(new Manifest.Item(name, Files.size(copy), sum));
        } catch (NoSuchFileException e) {
            if (Files.exists(blob)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Where a file of a backup belongs among all data; null when it is none of these. */
    static @Nullable Path place(Path data, String name) throws IOException {
        Matcher matcher = COPIED.matcher(name);
        if (!matcher.matches()) {
            return null;
        }
        Path place =
                folder(data.resolve(Site.named(matcher.group(1)).process())).resolve(matcher.group(2));
        Path row = place.resolveSibling(".").normalize();
        if (!Files.isDirectory(row)) {
            Durable.makeFolder(row);
        }
        return place;
    }

    private static Path folder(Path ofProcess) {
        return ofProcess.resolve("blobs");
    }

    private static List<Path> kept(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> KEPT.matcher(relative(folder, file)).matches())
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
