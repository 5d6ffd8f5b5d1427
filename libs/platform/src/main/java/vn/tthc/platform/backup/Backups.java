package vn.tthc.platform.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.sqlite.SqliteDatabase;

/** Takes snapshots into a folder beside the service's file. */
final class Backups {
    private final String service;
    private final SqliteDatabase database;
    private final EventLog log;

    Backups(String service, SqliteDatabase database, EventLog log) {
        this.service = service;
        this.database = database;
        this.log = log;
    }

    /**
     * Takes one.
     *
     * @param name names it
     * @throws FileAlreadyExistsException when there is one of that name
     */
    Snapshot take(String name) throws FileAlreadyExistsException {
        Path folder = database.path().toAbsolutePath().resolveSibling("backups");
        Path file = folder.resolve(name + ".db");
        try {
            Files.createDirectories(folder);
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Instant moment = log.settledBefore();
            database.snapshot(file);
            try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            return new Snapshot(service, file.toString(), moment, Files.size(file));
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("The snapshot cannot be written: " + e.getMessage(), e);
        }
    }
}
