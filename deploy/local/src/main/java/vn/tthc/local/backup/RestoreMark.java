package vn.tthc.local.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import vn.tthc.local.Failure;
import vn.tthc.local.process.Fleet;

/**
 * A note among restored data: the services have not yet been taken back to the moment. It is written before the data
 * take their place and deleted when everything is up, so that a restore that was cut off is finished by the next start.
 * A service that is told the same moment twice goes back once.
 */
public final class RestoreMark {
    private static final String VARIABLE = "TTHC_RESTORE_MOMENT";

    private final Path file;

    /**
     * The note in a folder.
     *
     * @param data folder of all processes' data
     */
    public RestoreMark(Path data) {
        this.file = data.resolve("restore-moment");
    }

    void write(Instant moment) throws IOException {
        Files.writeString(file, moment.toString());
        Durable.file(file);
    }

    /** The processes, the services told the moment while the note is there. */
    public Fleet told(Fleet fleet) {
        if (!Files.exists(file)) {
            return fleet;
        }
        try {
            return fleet.with(
                    VARIABLE, Instant.parse(Files.readString(file).strip()).toString());
        } catch (IOException | DateTimeParseException e) {
            throw new Failure("a restore was cut off and its note " + file
                    + " is broken; ./tthc restore does it once more from the backup.");
        }
    }

    /** Everything is up: there is nothing left to do. */
    public void done() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Failure("the note " + file + " of the restore cannot be deleted (" + e + "); delete it.");
        }
    }
}
