package vn.tthc.platform.consume;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.platform.relay.Threads;
import vn.tthc.platform.sqlite.OutcomePending;

/**
 * The right to build a view on a shared store, kept by a beat: one process at a time has it, and who does not beat is
 * given up by those who see it stand still, by their own clocks.
 */
final class BuildingClaim {
    private static final Logger LOG = LoggerFactory.getLogger(BuildingClaim.class);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 200;
    private static final int TRIES = 5;

    private final Generations generations;
    private final String view;
    private final long generation;
    private final long serving;
    private final Thread heart;
    private Generations.Stored last;

    private BuildingClaim(Generations generations, String view, Generations.Stored taken, Duration every) {
        this.generations = generations;
        this.view = view;
        this.generation = taken.generation().building();
        this.serving = taken.generation().serving();
        this.last = taken;
        this.heart = Thread.ofPlatform().name("builds-" + view).daemon().start(() -> beat(every));
    }

    /**
     * Takes it; waits for a moment to see whether somebody who has it is still at work.
     *
     * @throws ConsumerBusy when somebody is
     */
    static BuildingClaim take(Generations generations, String view) throws InterruptedException {
        GenerationTimes times = Objects.requireNonNull(generations.shared());
        Generations.Stored found = generations.stored(view);
        long since = System.nanoTime();
        while (found.generation().building() != 0) {
            if (System.nanoTime() - since > times.patience().toNanos()) {
                found = generations
                        .change(view, found, found.generation().givesUp())
                        .orElseThrow(() -> new ConsumerBusy(view));
            } else {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
                Generations.Stored now = generations.stored(view);
                if (now.version() != found.version() && now.generation().building() != 0) {
                    throw new ConsumerBusy(view);
                }
                found = now;
            }
        }
        for (int i = 0; i < TRIES && found.generation().building() == 0; i++) {
            Optional<Generations.Stored> taken =
                    generations.change(view, found, found.generation().builds());
            if (taken.isPresent()) {
                return new BuildingClaim(
                        generations, view, taken.get(), times.patience().dividedBy(6));
            }
            found = generations.stored(view);
        }
        throw new ConsumerBusy(view);
    }

    long generation() {
        return generation;
    }

    /** The generation that served when it was taken. */
    long serving() {
        return serving;
    }

    private void beat(Duration every) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.NANOSECONDS.sleep(every.toNanos());
                beatOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void beatOnce() {
        try {
            if (last.generation().building() == generation) {
                last = generations
                        .change(view, last, last.generation().beats())
                        .orElseGet(() -> generations.stored(view));
            }
        } catch (RuntimeException e) {
            LOG.warn("The building of {} could not be kept up: {}", view, Reasons.of(e));
        }
    }

    /** Whether it is stored that this process builds. */
    synchronized boolean isOurs() {
        last = generations.stored(view);
        return last.generation().building() == generation;
    }

    /** What is being built serves from now on; an answer that did not come is looked up. */
    synchronized void swap() {
        try {
            if (!change(StoredGeneration::swaps)) {
                throw new ConsumerBusy(view);
            }
        } catch (OutcomePending e) {
            // What is read need not be what is going to be: a change through the lane carries out or keeps out this
            // one.
            if (change(StoredGeneration::beats) || last.generation().serving() != generation) {
                throw e;
            }
        }
    }

    /**
     * This process does not build any more, and what it built leaves. An earlier change whose outcome is not known is
     * carried out or can come no more when this returns.
     *
     * @return false when it was not this process's any more: somebody has given it up, or it serves
     */
    synchronized boolean giveUp() {
        return change(StoredGeneration::givesUp);
    }

    /** Changes what is stored while this process builds; false when it does not, as {@link #last} then tells. */
    private boolean change(UnaryOperator<StoredGeneration> to) {
        for (int i = 0; i < TRIES; i++) {
            if (!isOurs()) {
                return false;
            }
            Optional<Generations.Stored> changed = generations.change(view, last, to.apply(last.generation()));
            if (changed.isPresent()) {
                last = changed.get();
                return true;
            }
        }
        throw new ConsumerBusy(view);
    }

    /** Beats no more. */
    void stop() {
        Threads.stop(heart, STOP);
    }
}
