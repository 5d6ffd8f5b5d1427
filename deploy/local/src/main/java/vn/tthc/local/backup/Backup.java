package vn.tthc.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Failure;
import vn.tthc.local.Home;
import vn.tthc.local.books.Console;
import vn.tthc.local.books.Site;

/** Copies everything into one folder while the services run (sao lưu). */
public final class Backup {
    private final Home home;
    private final Console console;
    private final InstantSource clock;
    private final Consumer<String> say;

    /**
     * Prepares it.
     *
     * @param say takes lines of progress
     */
    public Backup(Home home, Console console, InstantSource clock, Consumer<String> say) {
        this.home = home;
        this.console = console;
        this.clock = clock;
        this.say = say;
    }

    /**
     * What was made.
     *
     * @param folder where it is
     * @param moment everything recorded before it is in the backup
     * @param bytes size of all files
     */
    public record Made(Path folder, Instant moment, long bytes) {}

    /**
     * Makes a backup, whole or not at all.
     *
     * @param target its folder, which must not hold anything
     * @throws Failure when it cannot be made
     */
    public Made run(Path target) throws InterruptedException {
        try {
            if (Files.exists(target) && !empty(target)) {
                throw new Failure(target + " holds something already; give the backup a folder of its own.");
            }
            String unfinished = "." + target.getFileName() + ".unfinished-"
                    + ProcessHandle.current().pid();
            try (Draft draft = new Draft(target.resolveSibling(unfinished))) {
                Manifest manifest = fill(draft.folder());
                draft.become(target);
                return new Made(target, manifest.moment(), manifest.bytes());
            }
        } catch (IOException e) {
            throw new Failure("the backup cannot be written to " + target + " (" + e + "); nothing of it is kept.");
        }
    }

    private Manifest fill(Path folder) throws IOException, InterruptedException {
        String name = "backup-" + Stamp.of(clock.instant()).toLowerCase(Locale.ROOT) + "-"
                + ProcessHandle.current().pid();
        List<Manifest.Item> files = new ArrayList<>();
        Instant earliest = Instant.MAX;
        for (Site site : Site.values()) {
            Instant moment = snapshot(site, name, folder, files);
            earliest = moment.isBefore(earliest) ? moment : earliest;
        }
        for (Site site : Site.values()) {
            List<Manifest.Item> blobs = BlobCopies.of(home, site, folder);
            files.addAll(blobs);
            if (!blobs.isEmpty()) {
                say.accept(String.format("  %-24s %,d files of dossiers", site.process(), blobs.size()));
            }
        }
        Path keys = folder.resolve("keys");
        Durable.makeFolder(keys);
        for (Path key : Durable.filesOf(home.keys())) {
            Path copy = keys.resolve(key.getFileName());
            String sum = Durable.copy(key, copy);
            files.add(new Manifest.Item("keys/" + key.getFileName(), Files.size(copy), sum));
        }
        Durable.folder(keys);
        Manifest manifest = new Manifest(earliest, clock.instant(), files);
        manifest.write(folder);
        return manifest;
    }

    private Instant snapshot(Site site, String name, Path folder, List<Manifest.Item> files)
            throws IOException, InterruptedException {
        JsonNode answer = console.post(site, "/internal/backups", Map.of("name", name));
        Path taken = Path.of(answer.path("file").asString(""));
        Path place = folder.resolve(site.shortName() + ".db");
        if (!Files.isRegularFile(taken)) {
            throw new Failure(site.process() + " says its snapshot is in '" + taken + "', but it is not there.");
        }
        try {
            Files.move(taken, place);
        } finally {
            Files.deleteIfExists(taken);
        }
        Durable.file(place);
        long bytes = Files.size(place);
        if (bytes != answer.path("bytes").asLong(-1)) {
            throw new Failure("the snapshot of " + site.process() + " is not as long as it should be.");
        }
        files.add(new Manifest.Item(site.shortName() + ".db", bytes, Durable.sha256(place)));
        say.accept(String.format("  %-24s %,d bytes", site.process(), bytes));
        try {
            return Instant.parse(answer.path("moment").asString(""));
        } catch (DateTimeException e) {
            throw new Failure(site.process() + " does not tell the moment of its snapshot.");
        }
    }

    private static boolean empty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
