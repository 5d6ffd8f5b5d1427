package vn.tthc.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.control.Watermark;
import vn.tthc.platform.relay.RelayStack;
import vn.tthc.platform.testing.Facts;
import vn.tthc.platform.testing.TestBroker;

class FreshnessTest {
    private static final Instant T1 = Instant.parse("2026-03-02T05:00:00Z");
    private static final Instant T2 = T1.plusSeconds(2);
    private static final Instant T3 = T1.plusSeconds(4);

    @TempDir
    Path folder;

    private ConsumeStack stack;
    private Freshness freshness;

    @BeforeEach
    void open() {
        // Nothing listens there: these tests tell the view's offsets themselves.
        stack = new ConsumeStack("127.0.0.1:9", folder.resolve("query.db"), List.of(new WordsView()), List.of());
        freshness = new Freshness(List.of("intake", "processing"), stack.loops);
    }

    @AfterEach
    void close() {
        stack.close();
    }

    private void read(String topic, int partition, long next) {
        stack.loops.loop(WordsView.NAME).offsets().put(new TopicPartition(topic, partition), next);
    }

    private static Watermark intake(Instant at, long end) {
        return new Watermark("intake", at, Map.of(Topics.DOSSIER, Map.of(0, end), Topics.REFERENCE, Map.of(0, 99L)));
    }

    private static Watermark processing(Instant at, long end) {
        return new Watermark("processing", at, Map.of(Topics.CASE, Map.of(3, end)));
    }

    @Test
    void it_is_the_oldest_moment_among_the_sources_and_unknown_until_all_were_heard() {
        read(Topics.DOSSIER, 0, 10);
        read(Topics.CASE, 3, 5);
        assertThat(freshness.asOf(WordsView.NAME)).isEmpty();
        freshness.watermark(intake(T2, 10));
        assertThat(freshness.asOf(WordsView.NAME)).isEmpty();
        freshness.watermark(processing(T1, 5));
        assertThat(freshness.asOf(WordsView.NAME)).contains(T1);
        freshness.watermark(processing(T3, 5));
        assertThat(freshness.asOf(WordsView.NAME)).contains(T2);
    }

    @Test
    void it_counts_only_what_the_view_has_read_and_never_goes_back() {
        freshness = new Freshness(List.of("intake"), stack.loops);
        read(Topics.DOSSIER, 0, 10);
        freshness.watermark(intake(T1, 10));
        freshness.watermark(intake(T2, 15));
        freshness.watermark(intake(T3, 20));
        assertThat(freshness.asOf(WordsView.NAME)).contains(T1);
        read(Topics.DOSSIER, 0, 19);
        assertThat(freshness.asOf(WordsView.NAME)).contains(T2);
        read(Topics.DOSSIER, 0, 20);
        assertThat(freshness.asOf(WordsView.NAME)).contains(T3);
        read(Topics.DOSSIER, 0, 3);
        assertThat(freshness.asOf(WordsView.NAME))
                .as("the consumer reads again from further back")
                .contains(T3);
        freshness.watermark(intake(T1, 0));
        assertThat(freshness.asOf(WordsView.NAME)).contains(T3);
    }

    @Test
    void it_stands_still_while_a_part_of_some_stream_is_missing() {
        freshness = new Freshness(List.of("intake"), stack.loops);
        read(Topics.DOSSIER, 0, 10);
        freshness.watermark(intake(T1, 10));
        assertThat(freshness.asOf(WordsView.NAME)).contains(T1);
        stack.loops.loop(WordsView.NAME).meters().shelves(1, 0);
        freshness.watermark(intake(T2, 10));
        assertThat(freshness.asOf(WordsView.NAME)).contains(T1);
        stack.loops.loop(WordsView.NAME).meters().shelves(0, 0);
        assertThat(freshness.asOf(WordsView.NAME)).contains(T2);
    }

    @Test
    void a_view_far_behind_still_finds_a_moment() {
        freshness = new Freshness(List.of("intake"), stack.loops);
        for (int i = 1; i <= 5_000; i++) {
            freshness.watermark(intake(T1.plusSeconds(i), i));
        }
        read(Topics.DOSSIER, 0, 2_500);
        Instant asOf = freshness.asOf(WordsView.NAME).orElseThrow();
        assertThat(asOf).isBetween(T1.plusSeconds(1), T1.plusSeconds(2_500));
        read(Topics.DOSSIER, 0, 5_000);
        assertThat(freshness.asOf(WordsView.NAME)).contains(T1.plusSeconds(5_000));
    }

    @Test
    void over_a_real_broker_it_rises_past_everything_that_was_recorded() {
        try (TestBroker broker = TestBroker.start();
                ConsumeStack query = new ConsumeStack(
                        broker.bootstrap(), folder.resolve("real.db"), List.of(new WordsView()), List.of());
                RelayStack owner = new RelayStack(
                        "intake", broker.bootstrap(), folder.resolve("intake.db"), List.of(query.freshness))) {
            owner.start();
            query.start();
            StreamId dossier = Facts.aDossier();
            Instant recorded = Facts.append(owner.log, dossier, 0, "1")
                    .events()
                    .getFirst()
                    .envelope()
                    .recordedAt();
            List<Instant> seen = new ArrayList<>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                query.freshness.asOf(WordsView.NAME).ifPresent(seen::add);
                return !seen.isEmpty() && seen.getLast().isAfter(recorded);
            });
            assertThat(seen).isSorted();
            assertThat(WordsView.words(query.documents, dossier.id())).containsExactly("1");
        }
    }
}
