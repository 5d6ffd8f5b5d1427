package vn.tthc.platform.relay;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ending threads and their consumers within a bound. */
public final class Threads {
    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);
    private static final Duration CLOSE = Duration.ofSeconds(3);

    private Threads() {}

    /** What a thread does with its consumer over and over, until it is interrupted. */
    @FunctionalInterface
    public interface Cycle {
        void run() throws InterruptedException;
    }

    /**
     * Prepares a consumer and runs cycles until the thread is interrupted, then closes the consumer in good order and
     * returns interrupted. A failure closes it too and is thrown on.
     */
    public static void untilInterrupted(Consumer<?, ?> consumer, Cycle prepare, Cycle cycle) {
        boolean interrupted = false;
        try {
            prepare.run();
            while (!Thread.currentThread().isInterrupted()) {
                cycle.run();
            }
            interrupted = true;
        } catch (InterruptException | InterruptedException e) {
            interrupted = true;
        } finally {
            // Kafka's client cannot close in good order on an interrupted thread.
            boolean cleared = Thread.interrupted();
            consumer.close(CloseOptions.timeout(CLOSE));
            if (interrupted || cleared) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Interrupts a thread and waits until it has ended, for a bounded time. */
    public static void stop(@Nullable Thread thread, Duration bound) {
        if (thread != null) {
            thread.interrupt();
            join(thread, bound);
        }
    }

    /** Waits until a thread has ended, for a bounded time. */
    public static void join(@Nullable Thread thread, Duration bound) {
        if (thread == null) {
            return;
        }
        try {
            if (!thread.join(bound)) {
                LOG.warn("Thread {} did not end within {}", thread.getName(), bound);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
