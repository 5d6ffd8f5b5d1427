package vn.tthc.platform.consume;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.tthc.platform.relay.FlowPhases;
import vn.tthc.platform.relay.Threads;
import vn.tthc.platform.store.RebuildableDocuments;

/**
 * Where processes share a store: follows the generation that serves, ends what a process left that died while it built,
 * and removes generations that nobody reads any more.
 */
final class GenerationWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationWatch.class);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final ConsumerLoops loops;
    private final ConsumerStore store;
    private final RebuildableDocuments documents;
    private final Generations generations;
    private final GenerationTimes times;
    private final Map<String, Seen> building = new HashMap<>();
    private final Map<String, Long> leavingSince = new HashMap<>();
    private final Map<String, Long> served = new HashMap<>();
    private final Map<String, Set<Long>> left = new HashMap<>();
    private volatile @Nullable Thread thread;

    GenerationWatch(
            ConsumerLoops loops,
            ConsumerStore store,
            RebuildableDocuments documents,
            Generations generations,
            GenerationTimes times) {
        this.loops = loops;
        this.store = store;
        this.documents = documents;
        this.generations = generations;
        this.times = times;
    }

    /** A version of what is stored of a view, and since when it has been so for us. */
    private record Seen(long version, long sinceNanos) {}

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.NANOSECONDS.sleep(times.look().toNanos());
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once. */
    void look() {
        for (Projection view : loops.views()) {
            try {
                look(view);
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                LOG.warn("The generations of {} are looked at again in a moment: {}", view.name(), Reasons.of(e));
            }
        }
    }

    private void look(Projection view) {
        served.putIfAbsent(view.name(), generations.serving(view.name()));
        String mine = loops.loop(view.name()).name();
        // Read first: who holds it has said before that he builds.
        Optional<String> holder = store.holder(mine);
        Generations.Stored stored = generations.look(view.name());
        String building = Long.toString(stored.generation().building());
        if (!Generations.consumer(view.name(), generations.serving(view.name())).equals(mine)) {
            loops.follow(view);
        } else if (holder.isPresent() && !holder.get().equals(building)) {
            LOG.info("{} goes on; who held it is gone", mine);
            store.letGo(mine, holder.get());
        }
        giveUp(view, stored);
        clear(view, stored);
        clearLeft(view, stored.generation());
    }

    /** Ends what somebody built who has not said for long that he does. */
    private void giveUp(Projection view, Generations.Stored stored) {
        if (stored.generation().building() == 0) {
            building.remove(view.name());
            return;
        }
        Seen seen = building.get(view.name());
        if (seen == null || seen.version() != stored.version()) {
            building.put(view.name(), new Seen(stored.version(), System.nanoTime()));
        } else if (System.nanoTime() - seen.sinceNanos() > times.patience().toNanos()) {
            LOG.info(
                    "Generation {} of {} is given up: nobody builds it",
                    stored.generation().building(),
                    view.name());
            generations.change(view.name(), stored, stored.generation().givesUp());
        }
    }

    /** Removes what nobody can be reading any more. */
    private void clear(Projection view, Generations.Stored stored) {
        Set<String> here = new HashSet<>();
        List<Long> gone = new ArrayList<>();
        for (long leaving : stored.generation().leaving()) {
            String name = Generations.consumer(view.name(), leaving);
            here.add(name);
            Long since = leavingSince.putIfAbsent(name, System.nanoTime());
            if (since != null && System.nanoTime() - since > times.grace().toNanos()) {
                store.end(name);
                documents.drop(Attempt.names(view, leaving));
                gone.add(leaving);
            }
        }
        leavingSince.keySet().removeIf(name -> isOf(view, name) && !here.contains(name));
        Generations.Stored now = stored;
        for (long one : gone) {
            Optional<Generations.Stored> changed =
                    generations.change(view.name(), now, now.generation().without(one));
            if (changed.isEmpty()) {
                return;
            }
            now = changed.get();
        }
    }

    /**
     * Who stood still while a generation was removed may have carried out the end of a unit in it afterwards, which would
     * stay for ever and which no erasure would reach. So each removes once more what it wrote into itself.
     */
    private void clearLeft(Projection view, StoredGeneration stored) {
        long now = generations.serving(view.name());
        Set<Long> mine = left.computeIfAbsent(view.name(), name -> new HashSet<>());
        long before = Objects.requireNonNull(served.put(view.name(), now));
        if (before != now) {
            mine.add(before);
        }
        if (stored.serving() != now) {
            return;
        }
        for (long one : List.copyOf(mine)) {
            if (!stored.leaving().contains(one)) {
                documents.drop(Attempt.names(view, one));
                mine.remove(one);
            }
        }
    }

    private static boolean isOf(Projection view, String consumer) {
        return consumer.equals(view.name()) || consumer.startsWith(view.name() + "-g");
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("generations").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        Threads.stop(thread, STOP);
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return FlowPhases.CONSUMERS + 1;
    }
}
