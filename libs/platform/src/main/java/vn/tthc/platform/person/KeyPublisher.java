package vn.tthc.platform.person;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.person.PersonKey;
import vn.tthc.platform.relay.Backoff;
import vn.tthc.platform.relay.FlowPhases;
import vn.tthc.platform.relay.Threads;

/**
 * Brings new persons' keys, and the tombstones of forgotten ones, to the compacted topic, beside the command thread: at once when woken, swept every five
 * seconds, again after a growing pause while the broker is away. A key may be published twice, which changes nothing.
 */
final class KeyPublisher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KeyPublisher.class);
    private static final int BATCH = 500;
    private static final long ANSWER_MILLIS = 15_000;
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(5);

    /** A broker's machine writes to disk what it acknowledged within 35 s; see the relay. */
    private static final Duration MAY_BE_LOST = Duration.ofSeconds(60);

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private final HeldKeys keys;
    private final Supplier<Producer<String, byte[]>> connect;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Semaphore work = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private boolean answered;
    private boolean repeated;

    /**
     * A publisher.
     *
     * @param connect makes a producer whose every wait is bounded
     */
    KeyPublisher(HeldKeys keys, Supplier<Producer<String, byte[]>> connect, JsonMapper json, InstantSource clock) {
        this.keys = keys;
        this.connect = connect;
        this.json = json;
        this.clock = clock;
    }

    /** Says that there is a new key; never waits. */
    void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    private void run() {
        int failures = 0;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Producer<String, byte[]> producer = connect.get();
                try {
                    publishUntilItFails(producer);
                } finally {
                    producer.close(CLOSE);
                }
            } catch (InterruptedException | InterruptException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException | RuntimeException e) {
                failures = answered ? 1 : failures + 1;
                answered = false;
                LOG.warn("Persons' keys wait for the broker, attempt {}: {}", failures, e.toString());
                pause(failures);
            }
        }
    }

    private void publishUntilItFails(Producer<String, byte[]> producer)
            throws InterruptedException, ExecutionException, TimeoutException {
        publishLastAgain();
        double closed = 0;
        while (true) {
            double closedNow = closedConnections(producer);
            if (closedNow > closed) {
                closed = closedNow;
                publishLastAgain();
            }
            if (publishBatch(producer) < BATCH && work.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        }
    }

    /** Once for every time the broker was lost, however often it was not found since: each time reaches further back. */
    private void publishLastAgain() {
        if (!repeated) {
            keys.publishLastAgain(MAY_BE_LOST.toMillis());
            repeated = true;
        }
    }

    private int publishBatch(Producer<String, byte[]> producer)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<PersonKey> batch = keys.unpublished(BATCH);
        List<String> forgotten = keys.untold(BATCH);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        batch.forEach(key ->
                records.add(new ProducerRecord<>(Topics.PERSON_KEYS, key.person(), json.writeValueAsBytes(key))));
        forgotten.forEach(person -> records.add(new ProducerRecord<>(Topics.PERSON_KEYS, person, null)));
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        for (ProducerRecord<String, byte[]> record : records) {
            answers.add(producer.send(record));
            if (answers.getLast().state() == Future.State.FAILED) {
                break;
            }
        }
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_MILLIS);
        for (Future<RecordMetadata> answer : answers) {
            answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
        if (!records.isEmpty()) {
            keys.markPublished(batch, clock.millis());
            keys.markTold(forgotten, clock.millis());
            answered = true;
            repeated = false;
        }
        return Math.max(batch.size(), forgotten.size());
    }

    /** A broker that restarts closes its connections; this side never closes one for being idle. */
    private static double closedConnections(Producer<String, byte[]> producer) {
        return producer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("connection-close-total")
                        && metric.getKey().group().equals("producer-metrics"))
                .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
                .sum();
    }

    private static void pause(int failures) {
        try {
            TimeUnit.MILLISECONDS.sleep(BACKOFF.after(failures).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("person-keys-out").start(this::run);
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
        return FlowPhases.RELAY;
    }
}
