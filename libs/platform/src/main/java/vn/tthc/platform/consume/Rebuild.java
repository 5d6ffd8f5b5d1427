package vn.tthc.platform.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topics from their first record into another generation of a view, up to exactly given offsets. While one batch
 * is being stored the next one is read.
 */
final class Rebuild implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final Consumer<String, byte[]> consumer;
    private final Handling handling;
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private final ExecutorService hand = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rebuild-", 0).factory());
    private @Nullable Future<?> inHand;
    private long events;

    Rebuild(Consumer<String, byte[]> consumer, Handling handling) {
        this.consumer = consumer;
        this.handling = handling;
    }

    long events() {
        return events;
    }

    /** Where the next generation's own consumer goes on. */
    Map<TopicPartition, Long> reached() {
        return Map.copyOf(reached);
    }

    /**
     * Reads until just before the offsets.
     *
     * @throws IllegalStateException when the broker sends nothing for half a minute
     */
    void readUntil(Map<TopicPartition, NextOffset> ends) throws InterruptedException {
        Map<TopicPartition, Long> open = new HashMap<>();
        ends.forEach((partition, end) -> {
            if (reached.getOrDefault(partition, 0L) < end.offset()) {
                open.put(partition, end.offset());
            }
        });
        if (open.isEmpty()) {
            return;
        }
        consumer.assign(open.keySet());
        // Assigning anew does not undo the pauses of an earlier stretch.
        consumer.resume(open.keySet());
        open.keySet().forEach(partition -> consumer.seek(partition, reached.getOrDefault(partition, 0L)));
        long lastProgress = System.nanoTime();
        while (!open.isEmpty()) {
            ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
            if (!polled.isEmpty()) {
                lastProgress = System.nanoTime();
                take(polled, open);
            } else if (System.nanoTime() - lastProgress > STALLED.toNanos()) {
                throw new IllegalStateException(
                        "the broker sent nothing for " + STALLED.toSeconds() + " s, missing up to " + open);
            }
            Set<TopicPartition> done = new HashSet<>();
            open.forEach((partition, end) -> {
                if (consumer.position(partition) >= end) {
                    reached.put(partition, end);
                    done.add(partition);
                }
            });
            done.forEach(open::remove);
            consumer.pause(done);
        }
        finish();
    }

    /** Waits until what is being stored is stored. */
    private void finish() throws InterruptedException {
        Future<?> last = inHand;
        inHand = null;
        if (last == null) {
            return;
        }
        try {
            last.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(e.getCause());
        }
    }

    private void take(ConsumerRecords<String, byte[]> polled, Map<TopicPartition, Long> open)
            throws InterruptedException {
        List<RawRecord> batch = new ArrayList<>(polled.count());
        Map<TopicPartition, NextOffset> next = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : polled) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() >= open.getOrDefault(partition, 0L)) {
                continue;
            }
            batch.add(new RawRecord(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.key(),
                    record.headers(),
                    record.value()));
            next.put(
                    partition,
                    new NextOffset(record.offset() + 1, record.leaderEpoch().orElse(null)));
        }
        List<Located> records = handling.locate(batch);
        finish();
        inHand = hand.submit(() -> {
            handling.handleLocated(records, next);
            return null;
        });
        events += batch.size();
    }

    @Override
    public void close() {
        hand.shutdownNow();
        try {
            // What is still at work would write into collections that the caller is about to drop.
            if (!hand.awaitTermination(STALLED.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("a batch of the rebuild does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            consumer.close();
        }
    }
}
