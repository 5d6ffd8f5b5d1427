package vn.tthc.platform.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Topics;

/**
 * Reads the topics from their first record into another generation of a view, up to exactly given offsets. While one batch
 * is being stored the next one is read and, where the store can show one moment, folded.
 */
final class Rebuild implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final Consumer<String, byte[]> consumer;
    private final Handling handling;
    private final Map<TopicPartition, Long> reached = new HashMap<>();
    private final ExecutorService hand = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("rebuild-", 0).factory());
    private @Nullable Future<Boolean> inHand;
    /** What is in hand, when it was folded before; null when it is taken the usual way. */
    private @Nullable FoldedBatch storing;

    private long events;
    private @Nullable Long deadline;

    Rebuild(Consumer<String, byte[]> consumer, Handling handling) {
        this.consumer = consumer;
        this.handling = handling;
    }

    long events() {
        return events;
    }

    /** From now on reading ends in vain at that moment of {@link System#nanoTime()}. */
    void endBy(long nanos) {
        deadline = nanos;
    }

    private void checkTime() {
        Long end = deadline;
        if (end != null && System.nanoTime() - end > 0) {
            throw new IllegalStateException("the last stretch could not be read in time");
        }
    }

    /** Where the next generation's own consumer goes on. */
    Map<TopicPartition, Long> reached() {
        return Map.copyOf(reached);
    }

    /**
     * Reads until just before the offsets.
     *
     * @throws IllegalStateException when the broker sends nothing for half a minute, or the time is over
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
            checkTime();
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

    /**
     * Reads on from there to what is at the end now, takes only what is wanted, and says of no offset that it has been read.
     * Several processes store what a batch did before they store how far it went.
     *
     * @throws IllegalStateException when the broker sends nothing for half a minute, or the time is over
     */
    void readBeyond(Set<String> topics, Predicate<Located> wanted) throws InterruptedException {
        Set<TopicPartition> partitions = new HashSet<>();
        for (String topic : topics) {
            for (int number = 0; number < Topics.PARTITIONS; number++) {
                partitions.add(new TopicPartition(topic, number));
            }
        }
        Map<TopicPartition, Long> open = new HashMap<>(consumer.endOffsets(partitions));
        open.entrySet().removeIf(end -> reached.getOrDefault(end.getKey(), 0L) >= end.getValue());
        consumer.assign(open.keySet());
        consumer.resume(open.keySet());
        open.keySet().forEach(partition -> consumer.seek(partition, reached.getOrDefault(partition, 0L)));
        long lastProgress = System.nanoTime();
        while (!open.isEmpty()) {
            checkTime();
            ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
            if (!polled.isEmpty()) {
                lastProgress = System.nanoTime();
                List<RawRecord> batch = new ArrayList<>();
                polled.forEach(record -> batch.add(raw(record)));
                List<Located> records =
                        handling.locate(batch).stream().filter(wanted).toList();
                handling.handleLocated(records, Map.of());
            } else if (System.nanoTime() - lastProgress > STALLED.toNanos()) {
                throw new IllegalStateException(
                        "the broker sent nothing for " + STALLED.toSeconds() + " s, missing up to " + open);
            }
            open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            Set<TopicPartition> done = new HashSet<>(consumer.assignment());
            done.removeAll(open.keySet());
            consumer.pause(done);
        }
    }

    private static RawRecord raw(ConsumerRecord<String, byte[]> record) {
        return new RawRecord(
                record.topic(), record.partition(), record.offset(), record.key(), record.headers(), record.value());
    }

    /** Waits until what is being stored is stored; answers whether it was stored as it had been folded. */
    private boolean finish() throws InterruptedException {
        Future<Boolean> last = inHand;
        inHand = null;
        storing = null;
        if (last == null) {
            return true;
        }
        try {
            return last.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(e.getCause());
        }
    }

    /** Folds while the batch before is being stored, if it is known what that one will leave. */
    private Optional<FoldedBatch> fold(List<Located> records) throws InterruptedException {
        FoldedBatch before = storing;
        if (before == null) {
            finish();
            return handling.fold(records, FoldedBatch.NONE);
        }
        Optional<FoldedBatch> folded = handling.fold(records, before);
        return finish() ? folded : Optional.empty();
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
            batch.add(raw(record));
            next.put(
                    partition,
                    new NextOffset(record.offset() + 1, record.leaderEpoch().orElse(null)));
        }
        List<Located> records = handling.locate(batch);
        Optional<FoldedBatch> folded = fold(records);
        storing = folded.orElse(null);
        inHand = hand.submit(() -> {
            if (folded.isPresent()) {
                return handling.handleFolded(folded.get(), records, next);
            }
            handling.handleLocated(records, next);
            return true;
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
