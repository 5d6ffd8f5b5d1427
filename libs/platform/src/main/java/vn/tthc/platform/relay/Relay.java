package vn.tthc.platform.relay;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedCommit;

/**
 * From the log to Kafka: in the process that has the duty, on one thread, in the order of the log, each commit marked only after the broker has all of it
 * and all before it. It goes on for ever; while the broker is away it tries again after 100 ms to 5 s.
 */
public final class Relay implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int BATCH = 500;
    private static final Duration SWEEP = Duration.ofSeconds(5);
    /** Nobody wakes this process when another one has recorded something. */
    private static final Duration LOOK = Duration.ofMillis(100);

    /** What is recorded within this time is sent together; the first after a quiet time at once. */
    private static final Duration GATHER = Duration.ofMillis(10);

    /** So many are worth a request of their own. */
    private static final int MANY = 50;

    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    private final String service;
    private final EventLog log;
    private final KafkaSender sender;
    private final EventRecords records;
    private final BrokerRestarts restarts;
    private final Readiness topics;
    private final Duties duties;
    private final Counter sent;
    private final Counter failures;
    private final Semaphore wakes = new Semaphore(0);
    private volatile @Nullable Thread thread;

    Relay(
            String service,
            EventLog log,
            KafkaSender sender,
            EventRecords records,
            BrokerRestarts restarts,
            Readiness topics,
            Duties duties,
            MeterRegistry meters) {
        this.service = service;
        this.log = log;
        this.sender = sender;
        this.records = records;
        this.restarts = restarts;
        this.topics = topics;
        this.duties = duties;
        this.sent = meters.counter("tthc.relay.sent");
        this.failures = meters.counter("tthc.relay.failures");
        log.onCommit(this::wake);
    }

    /** Makes it look into the log at once; never waits. */
    public void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    private void run() {
        boolean started = false;
        int failed = 0;
        try {
            topics.await();
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    if (!duties.isMine(Duties.RELAY)) {
                        started = false;
                        failed = 0;
                        awaitWork();
                        continue;
                    }
                    if (!started) {
                        restarts.started();
                        started = true;
                    }
                    boolean stuck = !publishAll();
                    failed = stuck ? failed + 1 : 0;
                    // Watermarks use the same connection, so a restart is noticed here even when nothing happens.
                    if (!stuck && restarts.answered(sender.closedConnections())) {
                        wake();
                    }
                } catch (RuntimeException e) {
                    failed++;
                    LOG.warn("The relay cannot work off the log; it will try again", e);
                }
                if (failed > 0) {
                    failures.increment();
                    TimeUnit.MILLISECONDS.sleep(BACKOFF.after(failed).toMillis());
                } else {
                    awaitWork();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitWork() throws InterruptedException {
        Duration wait = duties.areShared() ? LOOK : SWEEP;
        if (wakes.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            wakes.drainPermits();
        }
    }

    /** Whether everything that was in the log is out. */
    private boolean publishAll() throws InterruptedException {
        while (true) {
            List<RecordedCommit> batch = log.unpublished(BATCH);
            if (batch.isEmpty()) {
                return true;
            }
            if (!publish(batch)) {
                return false;
            }
            if (batch.size() < MANY) {
                TimeUnit.MILLISECONDS.sleep(GATHER.toMillis());
            }
        }
    }

    private boolean publish(List<RecordedCommit> batch) throws InterruptedException {
        List<ProducerRecord<String, byte[]>> out = new ArrayList<>();
        batch.forEach(commit -> commit.events().forEach(event -> out.add(records.write(service, event))));
        KafkaSender.Sent result = sender.send(out);
        sent.increment(result.acknowledged());
        List<Long> done = complete(batch, result.acknowledged());
        if (!done.isEmpty()) {
            log.markPublished(done);
            restarts.answered(sender.closedConnections());
        }
        if (result.failure() != null) {
            LOG.warn(
                    "The broker did not take {} of {} events, the first of stream {}; they will be sent again: {}",
                    out.size() - result.acknowledged(),
                    out.size(),
                    batch.get(done.size()).stream(),
                    result.failure().toString());
        }
        return result.failure() == null;
    }

    /** Numbers of the commits from the start of the batch of which the broker has every event. */
    static List<Long> complete(List<RecordedCommit> batch, int acknowledged) {
        List<Long> done = new ArrayList<>();
        int events = 0;
        for (RecordedCommit commit : batch) {
            events += commit.events().size();
            if (events > acknowledged) {
                break;
            }
            done.add(commit.number());
        }
        return done;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("relay").start(this::run);
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
