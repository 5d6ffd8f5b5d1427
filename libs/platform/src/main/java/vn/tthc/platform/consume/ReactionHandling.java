package vn.tthc.platform.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.control.RepublishRequested;
import vn.tthc.platform.relay.ControlPublisher;

/**
 * A reaction: commands outside any transaction, then the position. Dossiers do not wait for each other, so several are
 * worked on at once and share the log's group commits; within a dossier everything stays in order.
 */
final class ReactionHandling extends Handling {
    /**
     * Where to go on need not be stored with every batch: what is read once more after a crash is known by its version. Others
     * who may go on in a partition at any time are told at once.
     */
    private static final long OFFSETS_NANOS = Duration.ofMillis(500).toNanos();

    private final int parallel;
    private final Map<TopicPartition, NextOffset> unstored = new HashMap<>();
    private long storedNanos = System.nanoTime();

    ReactionHandling(
            String consumer,
            ConsumerStore store,
            Steps steps,
            RecentRecords records,
            ControlPublisher control,
            int parallel) {
        super(consumer, store, steps, records, control);
        this.parallel = parallel;
    }

    @Override
    void batch(List<Located> records, Map<TopicPartition, NextOffset> next) throws InterruptedException {
        Map<String, List<Located>> dossiers = new LinkedHashMap<>();
        records.forEach(record -> dossiers.computeIfAbsent(record.dossier(), key -> new ArrayList<>())
                .add(record));
        List<Callable<Boolean>> work = new ArrayList<>();
        dossiers.forEach((dossier, list) -> work.add(() -> {
            Unit unit = unit(dossier, false);
            list.forEach(record -> steps.take(unit, record));
            return true;
        }));
        RuntimeException trouble = null;
        for (Future<Boolean> done : all(work)) {
            RuntimeException failure = failure(done);
            trouble = trouble == null ? failure : trouble;
        }
        if (trouble != null) {
            throw trouble;
        }
        if (store.lanes() > 1) {
            Lanes.offsets(store, consumer, next);
            return;
        }
        unstored.putAll(next);
        if (System.nanoTime() - storedNanos > OFFSETS_NANOS) {
            storeOffsets();
        }
    }

    @Override
    void storeOffsets() {
        if (!unstored.isEmpty()) {
            Lanes.offsets(store, consumer, unstored);
            unstored.clear();
        }
        storedNanos = System.nanoTime();
    }

    private Unit unit(String dossier, boolean durable) {
        return Unit.each(store, consumer, dossier, durable);
    }

    private List<Future<Boolean>> all(List<Callable<Boolean>> work) throws InterruptedException {
        try (ExecutorService hands = Executors.newFixedThreadPool(
                Math.min(parallel, work.size()),
                Thread.ofVirtual().name(consumer + "-", 0).factory())) {
            return hands.invokeAll(work);
        }
    }

    private static @Nullable RuntimeException failure(Future<Boolean> done) throws InterruptedException {
        try {
            done.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof RuntimeException runtime ? runtime : new IllegalStateException(e.getCause());
        }
    }

    @Override
    Optional<RepublishRequested> again(Waiting waiting) {
        return steps.again(unit(waiting.dossier(), false), waiting);
    }

    @Override
    Optional<String> retry(ParkedRecord parked) {
        return steps.retry(unit(parked.dossier(), true), parked);
    }
}
