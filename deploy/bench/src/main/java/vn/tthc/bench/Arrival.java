package vn.tthc.bench;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.Failure;

/**
 * Open arrival: requests come when their time has come, however slow the answers are, a random (exponential) time apart.
 * A request's latency counts from the moment it was due, so that a system that stalls is not measured by the few
 * requests it let through (coordinated omission).
 */
final class Arrival {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(60);

    private final double perSecond;
    private final Duration warmUp;
    private final Duration measured;
    private final SplittableRandom random;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final AtomicLong begun = new AtomicLong();

    /** What arrives. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Does what is due.
         *
         * @param number 0 for the first
         * @param dueNanos when it was due, as {@link System#nanoTime()}
         * @param counts whether it belongs to the measurement, and not to the warm-up
         */
        void visit(long number, long dueNanos, boolean counts) throws InterruptedException;
    }

    Arrival(double perSecond, Duration warmUp, Duration measured, long seed) {
        this.perSecond = perSecond;
        this.warmUp = warmUp;
        this.measured = measured;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Lets them come; returns when the last one has its answer.
     *
     * @throws Failure the first trouble of any of them
     */
    void run(Visitor visitor) throws InterruptedException {
        long start = System.nanoTime();
        long counting = start + warmUp.toNanos();
        long end = counting + measured.toNanos();
        try (ExecutorService visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            long due = start;
            while (due < end && failure.get() == null) {
                awaitNanos(due);
                long number = begun.getAndIncrement();
                long at = due;
                visitors.execute(() -> guard(() -> visitor.visit(number, at, at >= counting)));
                due += gap();
            }
            visitors.shutdown();
            if (!visitors.awaitTermination(LAST_ANSWERS.toSeconds(), TimeUnit.SECONDS)) {
                visitors.shutdownNow();
                throw new Failure(Failure.TRY_AGAIN, "the system is overloaded: answers are more than a minute late.");
            }
        }
        Throwable trouble = failure.get();
        if (trouble != null) {
            throw trouble instanceof Failure known ? known : new Failure("a request failed: " + trouble);
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void guard(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        }
    }

    private long gap() {
        return Math.max(1, Math.round(-Math.log(1 - random.nextDouble()) / perSecond * 1e9));
    }

    /** Waits for a moment of {@link System#nanoTime()}; returns at once when it has passed. */
    static void awaitNanos(long moment) throws InterruptedException {
        long left = moment - System.nanoTime();
        if (left > 0) {
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }
}
