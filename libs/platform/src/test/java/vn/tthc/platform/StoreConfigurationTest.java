package vn.tthc.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.sqlite.SqliteEventLog;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.testing.Facts;

class StoreConfigurationTest {
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");

    @TempDir
    private Path folder;

    private SqliteDatabase start(@Nullable Instant restoreMoment) {
        return new StoreConfiguration()
                .database(new TthcProperties("intake", folder, "127.0.0.1:9092", 100, restoreMoment));
    }

    private static EventLog log(SqliteDatabase database, InstantSource clock) {
        return new SqliteEventLog(database, clock, new EventJson());
    }

    @Test
    void a_service_that_is_told_a_moment_starts_on_its_file_as_it_was_then() {
        StreamId stream = Facts.aDossier();
        try (SqliteDatabase database = start(null)) {
            Facts.append(log(database, () -> NOON), stream, 0, "before");
            Facts.append(log(database, () -> NOON.plusSeconds(2)), stream, 1, "after");
        }

        try (SqliteDatabase database = start(NOON.plusSeconds(1))) {
            EventLog log = log(database, () -> NOON.plusSeconds(3));
            assertThat(log.head(stream.toString()).orElseThrow().version()).isEqualTo(1);
        }
    }
}
