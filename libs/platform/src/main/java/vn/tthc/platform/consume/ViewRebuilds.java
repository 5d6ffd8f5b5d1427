package vn.tthc.platform.consume;

import java.util.HashMap;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.platform.store.CollectionSpec;
import vn.tthc.platform.store.Comparison;
import vn.tthc.platform.store.RebuildableDocuments;

/**
 * Builds a view once more from the first event on, beside the one that serves, and compares the two byte for byte at the
 * same offsets; then they change places, or the new one is thrown away again. The serving view rests only for the last
 * stretch and until the snapshot for the comparison stands; where the store has no snapshots, until they are compared.
 */
public final class ViewRebuilds {
    private static final Logger LOG = LoggerFactory.getLogger(ViewRebuilds.class);
    private static final long SNAPSHOT_SECONDS = 30;
    private static final long COMPARE_MINUTES = 30;

    /** For so long a view may rest for the last stretch and the comparison where there is no snapshot. */
    private static final long REST_SECONDS = 300;

    /** A view rests meanwhile; fewer tries than make a record that waits in vain parked. */
    private static final long OTHERS_SECONDS = 2;

    private static final long OTHERS_POLL_MILLIS = 500;

    private final ConsumerLoops loops;
    private final ConsumerStore store;
    private final RebuildableDocuments documents;
    private final Generations generations;
    private final ReentrantLock one = new ReentrantLock();

    ViewRebuilds(ConsumerLoops loops, ConsumerStore store, RebuildableDocuments documents, Generations generations) {
        this.loops = loops;
        this.store = store;
        this.documents = documents;
        this.generations = generations;
    }

    /** Names of all views of this service. */
    public List<String> views() {
        return loops.views().stream().map(Projection::name).sorted().toList();
    }

    /** Whether this process is building a view anew. */
    boolean isUnderWay() {
        return one.isLocked();
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
            return build(view, swap);
        } finally {
            one.unlock();
        }
    }

    private RebuildReport build(Projection view, boolean swap) throws InterruptedException {
        long started = System.nanoTime();
        try (Attempt attempt = attempt(view)) {
            long generation = attempt.generation();
            ConsumerLoop serving = serving(view, attempt);
            Map<String, String> pairs = pairs(view, attempt.serving(), generation);
            documents.declare(Generations.collections(view, generation));
            ConsumerLoop next = loops.next(view, generation, serving);
            try (Rebuild rebuild =
                    new Rebuild(loops.kafka(Generations.consumer(view.name(), generation)), next.handling())) {
                rebuild.readUntil(offsets(serving));
                Finish finish = new Finish(serving, next, rebuild, pairs);
                serving.handling()
                        .whileResting(() ->
                                attempt.whileNobodyWrites(() -> finish.run(() -> conclude(attempt, swap, serving))));
                if (!swap) {
                    return report(view, rebuild, finish.comparison(), started, generation, false);
                }
                loops.replace(view.name(), serving, next);
                try {
                    return report(view, rebuild, finish.comparison(), started, generation, true);
                } finally {
                    // Not before the comparison, whose time is told: the old one goes piece by piece.
                    attempt.retireOld();
                }
            }
        }
    }

    private static RebuildReport report(
            Projection view, Rebuild rebuild, Comparison compared, long started, long generation, boolean swap) {
        if (compared.differenceCount() > 0) {
            LOG.error(
                    "View {} built anew differs from what was served in {} of {} documents",
                    view.name(),
                    compared.differenceCount(),
                    compared.documents());
        }
        return new RebuildReport(
                view.name(),
                generation,
                rebuild.events(),
                compared.documents(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
                swap,
                compared.differenceCount(),
                compared.differences());
    }

    private Attempt attempt(Projection view) throws InterruptedException {
        return generations.shared() == null
                ? new Attempt.Alone(view, generations, documents, store)
                : new Attempt.Together(view, generations, store);
    }

    /** The consumer of what serves since the attempt began; this process may not have heard of it yet. */
    private ConsumerLoop serving(Projection view, Attempt attempt) {
        if (generations.shared() != null) {
            generations.look(view.name());
            loops.follow(view);
        }
        ConsumerLoop serving = loops.loop(view.name());
        if (!serving.name().equals(Generations.consumer(view.name(), attempt.serving()))) {
            throw new ConsumerBusy(view.name());
        }
        return serving;
    }

    private static void conclude(Attempt attempt, boolean swap, ConsumerLoop serving) {
        attempt.checkHeld();
        if (swap) {
            attempt.serve();
            serving.interrupt();
        }
    }

    private Map<TopicPartition, NextOffset> offsets(ConsumerLoop loop) {
        return store.read(loop.name(), ConsumerReads::offsets);
    }

    private Map<String, String> pairs(Projection view, long serving, long generation) {
        Map<String, String> pairs = new TreeMap<>();
        for (CollectionSpec spec : view.collections()) {
            pairs.put(Generations.collection(spec.name(), serving), Generations.collection(spec.name(), generation));
        }
        return pairs;
    }

    /** The last stretch, while the serving view rests. */
    private final class Finish {
        private final ConsumerLoop serving;
        private final ConsumerLoop next;
        private final Rebuild rebuild;
        private final Map<String, String> pairs;
        private final Map<String, Long> positions = new HashMap<>();
        private final CompletableFuture<Comparison> compared = new CompletableFuture<>();

        Finish(ConsumerLoop serving, ConsumerLoop next, Rebuild rebuild, Map<String, String> pairs) {
            this.serving = serving;
            this.next = next;
            this.rebuild = rebuild;
            this.pairs = pairs;
        }

        void run(Runnable conclude) {
            try {
                long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(REST_SECONDS);
                if (store.lanes() > 1) {
                    rebuild.endBy(deadline);
                }
                rebuild.readUntil(offsets(serving));
                if (store.lanes() > 1) {
                    rebuild.readBeyond(serving.topics(), record -> position(record.stream()) >= record.version());
                }
                untilNobodyWaits();
                CountDownLatch snapshot = new CountDownLatch(1);
                Thread.ofPlatform().name("compare-" + serving.name()).start(() -> compare(snapshot));
                long bound = documents.comparesSnapshots()
                        ? TimeUnit.SECONDS.toNanos(SNAPSHOT_SECONDS)
                        : deadline - System.nanoTime();
                if (!snapshot.await(bound, TimeUnit.NANOSECONDS) || compared.isCompletedExceptionally()) {
                    throw new IllegalStateException("the comparison did not begin or end in time");
                }
                conclude.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a view was being rebuilt", e);
            }
        }

        private long position(String stream) {
            return positions.computeIfAbsent(stream, one -> store.read(serving.name(), reads -> reads.position(one)));
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
            } finally {
                snapshot.countDown();
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
