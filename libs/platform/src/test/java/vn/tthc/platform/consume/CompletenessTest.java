package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.control.Watermark;
import vn.tthc.platform.store.RebuildableDocuments;

/** A view that may have a hole is never called complete. */
class CompletenessTest {
    private static final Instant T1 = Instant.parse("2026-03-02T05:00:00Z");
    private static final RawRecord RAW = new RawRecord(Topics.DOSSIER, 0, 7, "d", new RecordHeaders(), new byte[] {1});

    @TempDir
    Path folder;

    private ConsumeStack stack;
    private ViewRebuilds rebuilds;
    private Completeness completeness;

    @BeforeEach
    void open() {
        // Nothing listens there: these tests tell the view's offsets themselves.
        stack = new ConsumeStack("127.0.0.1:9", folder.resolve("query.db"), List.of(new WordsView()), List.of());
        rebuilds =
                new ViewRebuilds(stack.loops, stack.store, (RebuildableDocuments) stack.documents, stack.generations);
        completeness = new Completeness(stack.freshness, stack.loops, stack.store, rebuilds);
    }

    @AfterEach
    void close() {
        stack.close();
    }

    private void hasReadAll() {
        stack.loops.loop(WordsView.NAME).offsets().put(new TopicPartition(Topics.DOSSIER, 0), 10L);
        stack.freshness.watermark(new Watermark("intake", T1, Map.of(Topics.DOSSIER, Map.of(0, 10L))));
    }

    private ParkedRecord parked(String stream) {
        stack.store.write(WordsView.NAME, tx -> {
            tx.park("d", stream, 1, RAW, "poison", 1, T1);
            return true;
        });
        return stack.store.parked(0, 10).getLast();
    }

    private void passOver(ParkedRecord record) {
        stack.store.write(WordsView.NAME, tx -> {
            tx.unpark(record.id());
            tx.skipped(record, "agreed", "admin-1", T1);
            return true;
        });
    }

    @Test
    void it_is_unknown_until_the_view_has_read_what_was_recorded() {
        assertThat(completeness.until(WordsView.NAME)).isEmpty();
        hasReadAll();
        assertThat(completeness.until(WordsView.NAME)).contains(T1);
    }

    @Test
    void what_is_held_or_parked_is_a_hole_while_it_is() {
        hasReadAll();
        stack.store.write(WordsView.NAME, tx -> {
            tx.hold("d", "dossier-d", 2, RAW, T1);
            return true;
        });
        assertThat(completeness.until(WordsView.NAME)).isEmpty();
        stack.store.write(WordsView.NAME, tx -> {
            tx.parkHeld("d", "poison", T1);
            return true;
        });
        assertThat(completeness.until(WordsView.NAME)).isEmpty();
        ParkedRecord record = stack.store.parked(0, 10).getFirst();
        stack.store.write(WordsView.NAME, tx -> {
            tx.unpark(record.id());
            return true;
        });
        assertThat(completeness.until(WordsView.NAME)).contains(T1);
    }

    @Test
    void an_event_that_was_passed_over_is_a_hole_for_ever_and_what_is_no_event_is_none() {
        hasReadAll();
        passOver(parked("unreadable:tthc.dossier-0@3"));
        assertThat(completeness.until(WordsView.NAME)).contains(T1);
        passOver(parked("dossier-d"));
        assertThat(completeness.until(WordsView.NAME)).isEmpty();
    }

    @Test
    void while_a_view_is_being_rebuilt_it_is_not_relied_on() throws Exception {
        hasReadAll();
        AtomicReference<Thread> rebuild = new AtomicReference<>();
        // The rebuild waits for the view to rest, and it rests with us.
        stack.loops.loop(WordsView.NAME).handling().whileResting(() -> {
            rebuild.set(Thread.ofPlatform().start(this::rebuild));
            await().atMost(Duration.ofSeconds(10)).until(rebuilds::isUnderWay);
            assertThat(completeness.until(WordsView.NAME)).isEmpty();
        });
        assertThat(rebuild.get().join(Duration.ofSeconds(30))).isTrue();
        assertThat(completeness.until(WordsView.NAME)).contains(T1);
    }

    private void rebuild() {
        try {
            rebuilds.run(WordsView.NAME, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
