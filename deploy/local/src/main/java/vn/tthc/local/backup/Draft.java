package vn.tthc.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import vn.tthc.local.aot.Folders;

/** A folder that becomes what it is meant to be in one step, or leaves nothing behind, even after Ctrl-C. */
final class Draft implements AutoCloseable {
    private final Path folder;
    private final Thread interrupted = new Thread(this::delete, "delete draft");

    /**
     * A new, empty one.
     *
     * @param folder where it lies until it is whole, on the same disk as its last place
     */
    Draft(Path folder) throws IOException {
        this.folder = folder;
        Folders.delete(folder);
        Durable.makeFolder(folder);
        Runtime.getRuntime().addShutdownHook(interrupted);
    }

    Path folder() {
        return folder;
    }

    /** Puts it in its place, where there is nothing or an empty folder. */
    void become(Path target) throws IOException {
        Durable.folder(folder);
        Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        Durable.folder(target.resolveSibling(".").normalize());
    }

    private void delete() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("tthc: the unfinished folder " + folder + " cannot be deleted (" + e + "); delete it.");
        }
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException alreadyEnding) {
            // Ctrl-C came at this moment: the hook runs, and finds nothing to delete.
        }
    }
}
