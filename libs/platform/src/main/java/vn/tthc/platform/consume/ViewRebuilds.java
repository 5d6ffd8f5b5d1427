package vn.tthc.platform.consume;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.TopicPartition;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.sqlite.Comparison;
import vn.tthc.platform.store.sqlite.SqliteDocuments;

/**
 * Builds a view once more from the first event on, beside the one that serves, and compares the two byte for byte at the
 * same offsets; then they change places, or the new one is thrown away again. The serving view rests only for the last
 * stretch and until the snapshot for the comparison stands.
 */
public final class ViewRebuilds {
    private static final long SNAPSHOT_SECONDS = 30;
    private static final long COMPARE_MINUTES = 30;

    /** A view rests meanwhile; fewer tries than make a record that waits in vain parked. */
    private static final long OTHERS_SECONDS = 2;

    private static final long OTHERS_POLL_MILLIS = 500;

    private final ConsumerLoops loops;
    private final ConsumerStore store;
    private final SqliteDocuments documents;
    private final Generations generations;
    private final ReentrantLock one = new ReentrantLock();

    ViewRebuilds(ConsumerLoops loops, ConsumerStore store, SqliteDocuments documents, Generations generations) {
        this.loops = loops;
        this.store = store;
        this.documents = documents;
        this.generations = generations;
    }

    /** Names of all views of this service. */
    public List<String> views() {
        return loops.views().stream().map(Projection::name).sorted().toList();
    }

    /**
     * Builds a view anew and compares.
     *
     * @param swap whether the new one serves afterwards
     * @throws IllegalArgumentException when there is no such view
     * @throws ConsumerBusy when another rebuild is under way, or the consumer is at work for long
     * @throws IllegalStateException when the topics cannot be read
     */
    public RebuildReport run(String name, boolean swap) throws InterruptedException {
        Projection view = loops.view(name);
        if (!one.tryLock()) {
            throw new ConsumerBusy(name);
        }
        try {
            return build(view, generations.serving(name) + 1, swap);
        } finally {
            one.unlock();
        }
    }

    private RebuildReport build(Projection view, long generation, boolean swap) throws InterruptedException {
        long started = System.nanoTime();
        String consumer = Generations.consumer(view.name(), generation);
        List<CollectionSpec> collections = Generations.collections(view, generation);
        List<String> names = collections.stream().map(CollectionSpec::name).toList();
        ConsumerLoop serving = loops.loop(view.name());
        documents.drop(names);
        store.forget(consumer);
        documents.declare(collections);
        ConsumerLoop next = loops.next(view, generation, serving);
        boolean swapped = false;
        try (Rebuild rebuild = new Rebuild(loops.kafka(consumer), next.handling())) {
            rebuild.readUntil(offsets(serving));
            Finish finish = new Finish(serving, next, rebuild, pairs(view, generation));
            serving.handling()
                    .whileResting(() -> finish.run(swap ? () -> takeOver(view, generation, serving) : () -> {}));
            swapped = swap;
            if (swap) {
                loops.replace(view.name(), serving, next);
                documents.drop(namesOf(view, generation - 1));
                store.retire(Generations.consumer(view.name(), generation - 1), consumer);
            }
            Comparison compared = finish.comparison();
            return new RebuildReport(
                    view.name(),
                    generation,
                    rebuild.events(),
                    compared.documents(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
                    swap,
                    compared.differenceCount(),
                    compared.differences());
        } finally {
            if (!swapped && !generations.isStored(view.name(), generation)) {
                documents.drop(names);
                store.forget(consumer);
            }
        }
    }

    private void takeOver(Projection view, long generation, ConsumerLoop serving) {
        generations.serve(view.name(), generation);
        serving.interrupt();
    }

    private Map<TopicPartition, NextOffset> offsets(ConsumerLoop loop) {
        return store.read(loop.name(), ConsumerReads::offsets);
    }

    private Map<String, String> pairs(Projection view, long generation) {
        Map<String, String> pairs = new TreeMap<>();
        for (CollectionSpec spec : view.collections()) {
            pairs.put(
                    Generations.collection(spec.name(), generations.serving(view.name())),
                    Generations.collection(spec.name(), generation));
        }
        return pairs;
    }

    private static List<String> namesOf(Projection view, long generation) {
        return Generations.collections(view, generation).stream()
                .map(CollectionSpec::name)
                .toList();
    }

    /** The last stretch, while the serving view rests. */
    private final class Finish {
        private final ConsumerLoop serving;
        private final ConsumerLoop next;
        private final Rebuild rebuild;
        private final Map<String, String> pairs;
        private final CompletableFuture<Comparison> compared = new CompletableFuture<>();

        Finish(ConsumerLoop serving, ConsumerLoop next, Rebuild rebuild, Map<String, String> pairs) {
            this.serving = serving;
            this.next = next;
            this.rebuild = rebuild;
            this.pairs = pairs;
        }

        void run(Runnable takeOver) {
            try {
                rebuild.readUntil(offsets(serving));
                untilNobodyWaits();
                CountDownLatch snapshot = new CountDownLatch(1);
                Thread.ofPlatform().name("compare-" + serving.name()).start(() -> compare(snapshot));
                if (!snapshot.await(SNAPSHOT_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("no snapshot for the comparison within " + SNAPSHOT_SECONDS + " s");
                }
                takeOver.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a view was being rebuilt", e);
            }
        }

        /**
         * What the one met before a person's key was there, and the other after it, is no difference: both get what they
         * wait for, as far as it comes now.
         */
        private void untilNobodyWaits() throws InterruptedException {
            long start = System.nanoTime();
            while (true) {
                boolean waiting = !serving.handling().tryWaiting().isEmpty();
                waiting |= !next.handling().tryWaiting().isEmpty();
                if (!waiting || System.nanoTime() - start > TimeUnit.SECONDS.toNanos(OTHERS_SECONDS)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(OTHERS_POLL_MILLIS);
            }
        }

        private void compare(CountDownLatch snapshot) {
            try {
                compared.complete(documents.compare(pairs, snapshot::countDown));
            } catch (RuntimeException e) {
                compared.completeExceptionally(e);
            }
        }

        Comparison comparison() throws InterruptedException {
            try {
                return compared.get(COMPARE_MINUTES, TimeUnit.MINUTES);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the generations could not be compared", e.getCause());
            } catch (TimeoutException e) {
                throw new IllegalStateException("comparing took longer than " + COMPARE_MINUTES + " minutes", e);
            }
        }
    }
}
