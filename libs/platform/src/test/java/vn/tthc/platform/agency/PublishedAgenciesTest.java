package vn.tthc.platform.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.access.matrix.World;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.sqlite.SqliteDocuments;

class PublishedAgenciesTest {
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void a_change_is_seen_by_the_first_who_asks_however_long_after_it_that_is() {
        AtomicReference<Instant> now = new AtomicReference<>(START);
        try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("a.db"), 1_000)) {
            SqliteDocuments documents = new SqliteDocuments(database);
            PublishedAgencies agencies = new PublishedAgencies(documents, new EventJson(), now::get);
            documents.declare(agencies.collections());
            World world = World.invented();
            assertThat(agencies.now().find(world.id("ward"))).isEmpty();

            world.publish(agencies, documents);
            now.set(START.plus(Duration.ofSeconds(20)));

            assertThat(agencies.now().find(world.id("ward"))).isPresent();
            assertThat(agencies.now()).isSameAs(agencies.now());
        }
    }
}
