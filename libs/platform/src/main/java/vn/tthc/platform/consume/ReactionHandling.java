package vn.tthc.platform.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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
        if (store.lanes() > 1) {
            sideBySide(dossiers, this::takeEach);
            Lanes.offsets(store, consumer, next);
            return;
        }
        together(dossiers);
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

    private void takeEach(Unit unit, List<Located> records) {
        records.forEach(record -> steps.take(unit, record));
    }

    /** A record that could not be handled, and those of its dossier that come after it. */
    private record Failed(Located record, RuntimeException failure, List<Located> behind) {}

    /**
     * Where nobody else moves places: they are read once before the batch and stored once after it. What is done again
     * after a crash in between changes nothing, since its cause is in the log.
     */
    private void together(Map<String, List<Located>> dossiers) throws InterruptedException {
        InTurn turn = store.read(consumer, reads -> InTurn.of(reads, dossiers));
        steps.past(turn.past());
        Map<String, Long> reached = new ConcurrentHashMap<>();
        Map<String, Failed> failed = new ConcurrentHashMap<>();
        sideBySide(turn.dossiers(), (unit, records) -> {
            for (int i = 0; i < records.size(); i++) {
                Located record = records.get(i);
                RuntimeException failure = steps.attempt(unit, record);
                if (failure != null) {
                    failed.put(record.dossier(), new Failed(record, failure, records.subList(i + 1, records.size())));
                    return;
                }
                reached.put(record.stream(), record.version());
            }
        });
        if (!reached.isEmpty()) {
            store.writeRepeatable(consumer, 0, tx -> {
                reached.forEach(tx::advance);
                return true;
            });
        }
        Map<String, Consumer<Unit>> oneByOne = new HashMap<>();
        failed.forEach((dossier, one) -> oneByOne.put(dossier, unit -> {
            steps.failed(unit, one.record(), one.failure());
            takeEach(unit, one.behind());
        }));
        turn.others().forEach((dossier, list) -> oneByOne.put(dossier, unit -> takeEach(unit, list)));
        sideBySide(oneByOne, (unit, work) -> work.accept(unit));
    }

    /** Works on all dossiers; throws what went wrong first, after all of it is over. */
    private <T> void sideBySide(Map<String, T> dossiers, BiConsumer<Unit, T> work) throws InterruptedException {
        if (dossiers.isEmpty()) {
            return;
        }
        Semaphore places = new Semaphore(parallel);
        List<Callable<Boolean>> all = new ArrayList<>();
        dossiers.forEach((dossier, what) -> all.add(() -> {
            places.acquire();
            try {
                work.accept(unit(dossier, false), what);
                return true;
            } finally {
                places.release();
            }
        }));
        RuntimeException trouble = null;
        try (ExecutorService hands = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(consumer + "-", 0).factory())) {
            for (Future<Boolean> done : hands.invokeAll(all)) {
                RuntimeException failure = failure(done);
                trouble = trouble == null ? failure : trouble;
            }
        }
        if (trouble != null) {
            throw trouble;
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

    private Unit unit(String dossier, boolean durable) {
        return Unit.each(store, consumer, dossier, durable);
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
