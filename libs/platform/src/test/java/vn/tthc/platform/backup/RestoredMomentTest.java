package vn.tthc.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.Commits;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.HashChain;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.log.StreamHead;
import vn.tthc.platform.log.sqlite.SqliteEventLog;
import vn.tthc.platform.sqlite.SqliteDatabase;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.sqlite.SqliteDocuments;

class RestoredMomentTest {
    private static final CollectionSpec VIEW = new CollectionSpec("view", List.of());
    private static final CollectionSpec KEPT = new CollectionSpec("kept_facts", List.of());

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T01:00:00Z"));

    private EventLog log(SqliteDatabase database) {
        return new SqliteEventLog(database, now::get, new EventJson());
    }

    @Test
    void a_snapshot_taken_while_in_use_can_be_taken_back_to_a_moment_before_it() throws Exception {
        StreamId stream = Commits.aStream();
        StreamId later = Commits.aStream();
        Instant moment;
        Snapshot snapshot;
        try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("intake.db"), 100)) {
            EventLog log = log(database);
            SqliteDocuments documents = new SqliteDocuments(database);
            documents.declare(List.of(VIEW, KEPT));
            documents.write(writer -> {
                writer.put("kept_facts", "x", 0, "{}", Map.of());
                writer.put("view", "x", 0, "{}", Map.of());
                return 1;
            });
            log.append(Commits.of(stream, 0, "a", "b"));
            now.updateAndGet(t -> t.plusSeconds(10));
            moment = log.settledBefore();
            log.append(Commits.of(stream, 2, "c"));
            log.append(Commits.of(later, 0, "d"));
            log.markPublished(
                    log.unpublished(10).stream().map(RecordedCommit::number).toList());
            Backups backups = new Backups("intake", database, log);
            snapshot = backups.take("first");
            log.append(Commits.of(stream, 3, "after the snapshot"));
            assertThatThrownBy(() -> backups.take("first")).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(snapshot.moment()).isAfterOrEqualTo(moment);

        try (SqliteDatabase restored = SqliteDatabase.open(Path.of(snapshot.file()), 100)) {
            assertThat(log(restored).head(stream.toString()).orElseThrow().version())
                    .isEqualTo(3);
            RestoredMoment.apply(restored, moment);
            EventLog log = log(restored);

            StreamHead head = log.head(stream.toString()).orElseThrow();
            assertThat(head.version()).isEqualTo(2);
            byte[] hash = HashChain.start();
            for (RecordedEvent event : log.read(stream.toString(), 1, 10)) {
                hash = HashChain.next(hash, event.meta(), event.data());
            }
            assertThat(head.hash()).isEqualTo(hash);
            assertThat(log.head(later.toString())).isEmpty();
            assertThat(log.unpublished(10)).hasSize(1);
            SqliteDocuments documents = new SqliteDocuments(restored);
            documents.declare(List.of(VIEW, KEPT));
            assertThat(documents.get("view", "x")).isEmpty();
            assertThat(documents.get("kept_facts", "x")).isPresent();

            log.append(Commits.of(stream, 2, "another third"));
            RestoredMoment.apply(restored, moment);
            assertThat(log.head(stream.toString()).orElseThrow().version())
                    .as("a second start with the same moment cuts nothing")
                    .isEqualTo(3);
        }
    }
}
