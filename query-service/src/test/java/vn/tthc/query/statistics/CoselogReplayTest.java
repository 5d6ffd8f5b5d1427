package vn.tthc.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.law.Channel;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.sqlite.SqliteDocuments;
import vn.tthc.query.Interleavings;
import vn.tthc.query.projection.DossierProjection;

/** The imported Dutch log comes out with exactly the figures that can be counted in the file itself. */
class CoselogReplayTest {
    private static final int BATCH = 500;

    @TempDir
    Path folder;

    @Test
    void dossierByDossier() throws IOException {
        List<ReceivedEvent> events = new ArrayList<>();
        CoselogStreams.read().forEach(streams -> streams.forEach(events::addAll));
        assertFigures(replayed(events));
    }

    @Test
    void everyCaseBeforeItsDossier() throws IOException {
        List<ReceivedEvent> events = new ArrayList<>();
        CoselogStreams.read().forEach(streams -> streams.reversed().forEach(events::addAll));
        assertFigures(replayed(events));
    }

    @Test
    void inAnyOrderWithRepeats() throws IOException {
        Random random = new Random(717);
        List<List<ReceivedEvent>> all = new ArrayList<>();
        CoselogStreams.read().forEach(all::addAll);
        assertFigures(replayed(Interleavings.withRepeats(Interleavings.random(all, random), random)));
    }

    private StatisticsAnswer replayed(List<ReceivedEvent> events) {
        DossierProjection projection = new DossierProjection();
        try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("query.db"), 100)) {
            SqliteDocuments documents = new SqliteDocuments(database);
            documents.declare(projection.collections());
            for (int from = 0; from < events.size(); from += BATCH) {
                List<ReceivedEvent> batch = events.subList(from, Math.min(from + BATCH, events.size()));
                documents.write(writer -> {
                    batch.forEach(event -> projection.apply(event, writer));
                    return true;
                });
            }
            assertThat(Counters.sources(documents, CounterKey.ALL)).containsExactly("coselog");
            return StatisticsAnswer.of("coselog", null, Counters.sums(documents, "coselog", CounterKey.ALL), null);
        }
    }

    private static void assertFigures(StatisticsAnswer figures) {
        assertThat(figures.dossiers()).isEqualTo(717);
        assertThat(figures.received()).isEqualTo(717);
        assertThat(figures.recordedSteps()).isEqualTo(3604);
        assertThat(figures.finished()).isEqualTo(661);
        assertThat(figures.onTime()).isEqualTo(468);
        assertThat(figures.late()).isEqualTo(193);
        assertThat(figures.open()).isEqualTo(56);
        assertThat(figures.channels()).isEqualTo(Map.of(Channel.ONLINE, 637L, Channel.COUNTER, 53L, Channel.POST, 27L));
        assertThat(figures.byStatus()).isEqualTo(Map.of(2, 56L, 9, 661L));
        assertThat(figures.byAgency()).isEqualTo(Map.of(CoselogStreams.ONE_STOP.id(), 717L));
        assertThat(figures.byLevel())
                .isEqualTo(Map.of(CoselogStreams.ONE_STOP.level().name(), 717L));
        assertThat(figures.anomalies()).isEqualTo(new StatisticsAnswer.Anomalies(50, 26, 16, 29));
        assertThat(figures.returned()).isZero();
    }
}
