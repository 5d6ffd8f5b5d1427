package vn.tthc.platform.log.sqlite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.Commits;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.sqlite.SqliteDatabase;

/** A process that appends from many threads and tells each acknowledged commit on its standard output. */
public final class AppendUntilKilled {
    private AppendUntilKilled() {}

    public static void main(String[] args) {
        SqliteDatabase database = SqliteDatabase.open(Path.of(args[0]), 10_000);
        EventLog log = new SqliteEventLog(database, InstantSource.system(), new EventJson());
        for (int thread = 0; thread < 24; thread++) {
            StreamId stream = StreamId.dossier(args[1] + "-" + thread);
            Thread.ofPlatform().start(() -> append(log, stream));
        }
    }

    private static void append(EventLog log, StreamId stream) {
        for (int version = 0; ; version += 3) {
            log.append(Commits.of(stream, version, "one", "two", "three"));
            acknowledge(stream + " " + (version + 3) + "\n");
        }
    }

    private static void acknowledge(String line) {
        OutputStream out = System.out;
        synchronized (out) {
            try {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
