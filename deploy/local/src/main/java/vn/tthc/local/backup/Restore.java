package vn.tthc.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.Failure;
import vn.tthc.local.Home;
import vn.tthc.local.aot.Folders;
import vn.tthc.local.books.Site;

/** Puts a backup in the place of what is there and starts on it, back at one moment (phục hồi). */
public final class Restore {
    private static final String ERASED = "erased-persons";
    private static final long ROOM_BYTES = 200L << 20;

    private final Home home;
    private final String stamp;
    private final Consumer<String> say;

    /**
     * Prepares it.
     *
     * @param now names what is put aside
     * @param say takes lines of progress
     */
    public Restore(Home home, Instant now, Consumer<String> say) {
        this.home = home;
        this.stamp = Stamp.of(now);
        this.say = say;
    }

    /**
     * A backup that has been checked, and the moment to go back to.
     *
     * @param folder the backup
     * @param moment what was recorded before it will be there, and nothing else
     * @param bytes size of the backup
     */
    public record Plan(Path folder, Instant moment, long bytes) {}

    /** Stopping or starting everything. */
    @FunctionalInterface
    public interface Step {
        void run() throws InterruptedException;
    }

    /**
     * What was put aside.
     *
     * @param data the data that were there before, null when there were none
     * @param keys the keys that were there before, null when they are the same
     */
    public record Kept(@Nullable Path data, @Nullable Path keys) {}

    /**
     * Checks a backup and the moment.
     *
     * @param moment an instant such as {@code 2026-03-02T01:00:00Z}; the backup's own when null
     * @throws Failure when the backup is not whole or does not reach to the moment
     */
    public static Plan plan(Path folder, @Nullable String moment) {
        Manifest manifest = Manifest.read(folder);
        Instant back = manifest.moment();
        if (moment != null) {
            try {
                back = Instant.parse(moment);
            } catch (DateTimeParseException e) {
                throw new Failure(Failure.USAGE, "'" + moment + "' is not a moment such as 2026-03-02T08:00:00Z.");
            }
        }
        if (back.isAfter(manifest.moment())) {
            throw new Failure(
                    "the backup in " + folder + " reaches only to " + manifest.moment() + ", not to " + back + ".");
        }
        manifest.check(folder);
        for (Site site : Site.values()) {
            if (manifest.files().stream().noneMatch(file -> file.name().equals(site.shortName() + ".db"))) {
                throw new Failure("the backup in " + folder + " has nothing of " + site.process() + ".");
            }
        }
        return new Plan(folder, back, manifest.bytes());
    }

    /**
     * Does it. What was there is kept beside; when the start fails it is put back.
     *
     * @throws Failure when something is in the way; then the data are those from before
     */
    public Kept run(Plan plan, Step stop, Step start) throws InterruptedException {
        Path data = home.data().resolve("data");
        try {
            room(plan);
            try (Draft newData = new Draft(beside("data", "restoring"));
                    Draft newKeys = new Draft(beside("keys", "restoring"))) {
                say.accept("Copying the backup ...");
                fill(plan, newData.folder(), newKeys.folder());
                stop.run();
                carryOver(data, newData.folder());
                Swap swap = new Swap(data, beside("data", "before-restore"));
                Swap keys = new Swap(home.keys(), beside("keys", "before-restore"));
                try {
                    swap.in(newData);
                    if (!same(newKeys.folder(), home.keys())) {
                        keys.in(newKeys);
                    }
                    start.run();
                } catch (Failure | IOException e) {
                    keys.back();
                    swap.back();
                    throw new Failure("the restore did not work and the data from before are in their place again,"
                            + " ./tthc up starts them: " + (e instanceof Failure f ? f.sentence() : e.toString()));
                }
                return new Kept(swap.kept(), keys.kept());
            }
        } catch (IOException e) {
            throw new Failure("the backup cannot be restored (" + e + "); " + data + " is as it was.");
        }
    }

    private Path beside(String what, String why) {
        return home.data().resolve(what + "." + why + "-" + stamp);
    }

    private void room(Plan plan) throws IOException {
        Files.createDirectories(home.data());
        long free = Files.getFileStore(home.data()).getUsableSpace();
        // Once for the copy, once for what the broker and the views grow to again.
        if (free < 2 * plan.bytes() + ROOM_BYTES) {
            throw new Failure("the disk of " + home.data() + " has not enough room: " + (free >> 20)
                    + " MB are free and " + ((2 * plan.bytes() + ROOM_BYTES) >> 20) + " MB are needed.");
        }
    }

    private static void fill(Plan plan, Path data, Path keys) throws IOException {
        Manifest manifest = Manifest.read(plan.folder());
        for (Manifest.Item item : manifest.files()) {
            Path target = item.name().startsWith("keys/")
                    ? keys.resolve(Path.of(item.name()).getFileName())
                    : place(data, item.name());
            if (!Durable.copy(plan.folder().resolve(item.name()), target).equals(item.sha256())) {
                throw new IOException(item.name() + " changed while it was copied");
            }
        }
        new RestoreMark(data).write(plan.moment());
    }

    /** Whoever was erased since the backup stays erased: the list goes into no backup. */
    private static void carryOver(Path from, Path to) throws IOException {
        for (Site site : Site.values()) {
            Path list = from.resolve(site.process()).resolve(ERASED);
            if (Files.exists(list)) {
                Durable.makeFolder(to.resolve(site.process()));
                Durable.copy(list, to.resolve(site.process()).resolve(ERASED));
            }
        }
    }

    private static Path place(Path data, String name) throws IOException {
        for (Site site : Site.values()) {
            if (name.equals(site.shortName() + ".db")) {
                Path folder = data.resolve(site.process());
                Durable.makeFolder(folder);
                return folder.resolve(name);
            }
        }
        Path blob = BlobCopies.place(data, name);
        if (blob != null) {
            return blob;
        }
        throw new IOException("nobody knows where " + name + " belongs");
    }

    private static boolean same(Path left, Path right) throws IOException {
        if (!Files.isDirectory(right)) {
            return false;
        }
        var here = Durable.filesOf(left);
        var there = Durable.filesOf(right);
        if (here.size() != there.size()) {
            return false;
        }
        for (int i = 0; i < here.size(); i++) {
            if (!here.get(i).getFileName().equals(there.get(i).getFileName())
                    || Files.mismatch(here.get(i), there.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** One folder taking the place of another, which is kept. */
    private static final class Swap {
        private final Path place;
        private final Path aside;
        private boolean done;
        private boolean had;

        Swap(Path place, Path aside) {
            this.place = place;
            this.aside = aside;
        }

        void in(Draft draft) throws IOException {
            if (Files.exists(place)) {
                Files.move(place, aside);
                had = true;
            }
            done = true;
            draft.become(place);
        }

        void back() throws IOException {
            if (done) {
                Folders.delete(place);
            }
            if (had) {
                Files.move(aside, place);
            }
        }

        @Nullable
        Path kept() {
            return had ? aside : null;
        }
    }
}
