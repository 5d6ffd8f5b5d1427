package vn.tthc.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.tthc.platform.testing.Facts.aDossier;
import static vn.tthc.platform.testing.Facts.append;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.control.RepublishRequested;
import vn.tthc.contracts.control.Watermark;
import vn.tthc.platform.log.HashChain;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.testing.TestBroker;
import vn.tthc.platform.testing.Topic;

class RelayTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static TestBroker broker;

    @TempDir
    Path folder;

    private RelayStack stack;

    @BeforeAll
    static void startBroker() {
        broker = TestBroker.start();
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void open() {
        stack = new RelayStack("intake", broker.bootstrap(), folder.resolve("intake.db"), List.of());
    }

    @AfterEach
    void close() {
        stack.close();
        broker.comeBack();
    }

    @Test
    void every_event_of_every_stream_is_published_in_version_order() {
        stack.start();
        List<StreamId> streams =
                IntStream.range(0, 20).mapToObj(i -> aDossier()).toList();
        for (int round = 0; round < 10; round++) {
            for (StreamId stream : streams) {
                append(stack.log, stream, round * 2, "a" + round, "b" + round);
            }
        }

        awaitAllPublished();

        for (StreamId stream : streams) {
            assertThat(firstTimes(versions(stream)))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList());
        }
    }

    @Test
    void the_chain_can_be_checked_on_the_topic() {
        stack.start();
        StreamId stream = aDossier();
        append(stack.log, stream, 0, "một", "hai", "ba");
        awaitAllPublished();

        byte[] previous = HashChain.start();
        long expected = 1;
        for (PublishedEvent event : published(stream)) {
            if (event.envelope().version() == expected) {
                previous = HashChain.next(previous, stack.json.writeEnvelope(event.envelope()), event.data());
                assertThat(event.hash()).isEqualTo(previous);
                expected++;
            }
        }
        assertThat(expected).isEqualTo(4);
    }

    @Test
    void nothing_is_marked_before_the_broker_has_answered_and_nothing_is_lost_while_it_is_away() {
        stack.start();
        StreamId stream = aDossier();
        append(stack.log, stream, 0, "before");
        awaitAllPublished();

        broker.goAway();
        append(stack.log, stream, 1, "during");
        append(stack.log, stream, 2, "during too");
        await().atMost(SOON)
                .until(() -> stack.meters.counter("tthc.relay.failures").count() > 0);
        assertThat(stack.log.unpublished(10)).hasSizeGreaterThanOrEqualTo(2);

        broker.comeBack();
        append(stack.log, stream, 3, "after");
        awaitAllPublished();
        assertThat(firstTimes(versions(stream))).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void after_a_restart_of_the_broker_what_it_may_have_lost_is_published_again() {
        stack.start();
        StreamId stream = aDossier();
        append(stack.log, stream, 0, "once");
        awaitAllPublished();
        await().atMost(SOON)
                .until(() -> new SqliteCheckpoints(stack.database).last().isPresent());
        int before = versions(stream).size();

        broker.goAway();
        broker.comeBack();

        await().atMost(SOON).untilAsserted(() -> assertThat(versions(stream)).hasSizeGreaterThan(before));
        awaitAllPublished();
    }

    @Test
    void a_service_that_starts_again_publishes_what_it_had_not_marked() {
        StreamId stream = aDossier();
        append(stack.log, stream, 0, "recorded before a kill");
        stack.close();

        stack = new RelayStack("intake", broker.bootstrap(), folder.resolve("intake.db"), List.of()).start();

        awaitAllPublished();
        assertThat(versions(stream)).contains(1L);
    }

    @Test
    void only_whole_commits_from_the_start_of_a_batch_count_as_published() {
        RecordedCommit first = append(stack.log, aDossier(), 0, "1", "2");
        RecordedCommit second = append(stack.log, aDossier(), 0, "3", "4", "5");
        List<RecordedCommit> batch = List.of(first, second);

        assertThat(Relay.complete(batch, 0)).isEmpty();
        assertThat(Relay.complete(batch, 1)).isEmpty();
        assertThat(Relay.complete(batch, 2)).containsExactly(first.number());
        assertThat(Relay.complete(batch, 4)).containsExactly(first.number());
        assertThat(Relay.complete(batch, 5)).containsExactly(first.number(), second.number());
    }

    @Test
    void a_stream_that_somebody_misses_is_published_again_from_that_version() throws Exception {
        stack.start();
        StreamId stream = aDossier();
        append(stack.log, stream, 0, "1", "2", "3");
        awaitAllPublished();
        int before = versions(stream).size();

        stack.control.publish(new RepublishRequested(stream.toString(), 2, "somebody"));
        stack.control.publish(new RepublishRequested(aDossier().toString(), 1, "somebody else's stream"));

        await().atMost(SOON).untilAsserted(() -> assertThat(versions(stream)).hasSizeGreaterThan(before));
        assertThat(versions(stream).subList(before, before + 2)).containsExactly(2L, 3L);
    }

    @Test
    void watermarks_rise_and_cover_what_was_recorded_before_them() {
        stack.start();
        StreamId stream = aDossier();
        RecordedCommit commit = append(stack.log, stream, 0, "x");
        Instant recorded = commit.events().getFirst().envelope().recordedAt();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(watermarks())
                        .anySatisfy(mark -> assertThat(mark.recordedBefore()).isAfter(recorded)));

        ConsumerRecord<String, byte[]> record = records(stream).getFirst();
        List<Watermark> marks = watermarks();
        assertThat(marks.stream().map(Watermark::recordedBefore)).isSorted();
        assertThat(marks.stream().filter(mark -> mark.recordedBefore().isAfter(recorded)))
                .allSatisfy(mark -> assertThat(mark.ends().get(Topics.DOSSIER).get(record.partition()))
                        .isGreaterThan(record.offset()));
    }

    private List<Watermark> watermarks() {
        ControlMessages messages = new ControlMessages(stack.json.mapper());
        String since = stack.log
                .read(stack.log.heads(null, "", 1).getFirst().stream(), 1, 1)
                .getFirst()
                .envelope()
                .recordedAt()
                .toString();
        return Topic.everything(broker.bootstrap(), Topics.CONTROL).stream()
                .filter(record -> ControlMessages.WATERMARK.equals(ControlMessages.type(record.headers())))
                .map(record -> messages.watermark(record.value()))
                // Other tests of this class told some before this log existed.
                .filter(mark -> !mark.recordedBefore().isBefore(Instant.parse(since)))
                .toList();
    }

    private void awaitAllPublished() {
        await().atMost(SOON).until(() -> stack.log.unpublished(1).isEmpty());
    }

    private List<ConsumerRecord<String, byte[]>> records(StreamId stream) {
        return Topic.everything(broker.bootstrap(), Topics.DOSSIER).stream()
                .filter(record -> record.key().equals(stream.id()))
                .toList();
    }

    private List<PublishedEvent> published(StreamId stream) {
        return records(stream).stream()
                .map(record -> stack.records.read(record.headers(), record.value()))
                .toList();
    }

    private List<Long> versions(StreamId stream) {
        return published(stream).stream()
                .map(event -> event.envelope().version())
                .toList();
    }

    /** Versions in the order in which each came for the first time: what a consumer that drops duplicates sees. */
    private static List<Long> firstTimes(List<Long> versions) {
        List<Long> seen = new ArrayList<>();
        versions.stream().filter(version -> !seen.contains(version)).forEach(seen::add);
        return seen;
    }
}
