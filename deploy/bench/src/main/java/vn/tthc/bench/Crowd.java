package vn.tthc.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.Failure;

/** Closed loop: so many clients, each with one request at a time and no pause. It finds the highest rate, no latency. */
final class Crowd {
    private final int clients;
    private final Duration warmUp;
    private final Duration measured;

    /** A client; asked again and again. */
    @FunctionalInterface
    interface Client {
        /** Sends one request and waits for its answer. */
        void once() throws Exception;
    }

    /** Makes a client. */
    @FunctionalInterface
    interface Maker {
        Client client(int number);
    }

    Crowd(int clients, Duration warmUp, Duration measured) {
        this.clients = clients;
        this.warmUp = warmUp;
        this.measured = measured;
    }

    /**
     * Requests a second, counted over the measured time.
     *
     * @throws Failure the first trouble of any client
     */
    double perSecond(Maker maker) throws InterruptedException {
        LongAdder done = new LongAdder();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        long counting = System.nanoTime() + warmUp.toNanos();
        long end = counting + measured.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                Client client = maker.client(i);
                threads.execute(() -> loop(client, counting, end, done, failure));
            }
            threads.shutdown();
            if (!threads.awaitTermination(warmUp.plus(measured).plusSeconds(60).toSeconds(), TimeUnit.SECONDS)) {
                threads.shutdownNow();
                throw new Failure(Failure.TRY_AGAIN, "the system is overloaded: answers are more than a minute late.");
            }
        }
        Exception trouble = failure.get();
        if (trouble != null) {
            throw trouble instanceof Failure known ? known : new Failure("a request failed: " + trouble);
        }
        return Latency.round(done.sum() / (measured.toNanos() / 1e9));
    }

    private static void loop(
            Client client, long counting, long end, LongAdder done, AtomicReference<@Nullable Exception> failure) {
        try {
            while (System.nanoTime() < end && failure.get() == null) {
                client.once();
                long now = System.nanoTime();
                if (now >= counting && now < end) {
                    done.increment();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failure.compareAndSet(null, e);
        }
    }
}
