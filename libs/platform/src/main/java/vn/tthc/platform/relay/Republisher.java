package vn.tthc.platform.relay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.tthc.contracts.control.RepublishRequested;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedEvent;

/**
 * Publishes a stream of this log again when a consumer misses part of it: page by page, in version order, at most
 * {@link #PER_SECOND} events a second. Who still misses something asks again, so nothing is tried for ever here.
 */
public final class Republisher implements ControlHandler, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Republisher.class);
    private static final int PAGE = 200;
    private static final int PER_SECOND = 2_000;
    private static final int MAX_WAITING = 10_000;
    private static final Duration OLDEST = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final String service;
    private final EventLog log;
    private final KafkaSender sender;
    private final EventRecords records;
    private final InstantSource clock;
    private final Duties duties;
    /** Per stream the first version asked for; several askers become one. */
    private final Map<String, Long> waiting = new LinkedHashMap<>();

    private volatile @Nullable Thread thread;

    Republisher(
            String service,
            EventLog log,
            KafkaSender sender,
            EventRecords records,
            InstantSource clock,
            Duties duties) {
        this.service = service;
        this.log = log;
        this.sender = sender;
        this.records = records;
        this.clock = clock;
        this.duties = duties;
    }

    @Override
    public void republishRequested(RepublishRequested request, Instant sentAt) {
        if (!duties.isMine(Duties.RELAY)
                || sentAt.isBefore(clock.instant().minus(OLDEST))
                || log.head(request.stream()).isEmpty()) {
            return;
        }
        synchronized (waiting) {
            if (waiting.size() >= MAX_WAITING && !waiting.containsKey(request.stream())) {
                LOG.warn("Too many streams wait to be published again; {} has to ask later", request.consumer());
                return;
            }
            waiting.merge(request.stream(), Math.max(1, request.fromVersion()), Math::min);
            waiting.notifyAll();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                RepublishRequested next = take();
                try {
                    publish(next.stream(), next.fromVersion());
                } catch (RuntimeException e) {
                    LOG.warn("Stream {} could not be published again; its consumer will ask again", next.stream(), e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RepublishRequested take() throws InterruptedException {
        synchronized (waiting) {
            while (waiting.isEmpty()) {
                waiting.wait();
            }
            Map.Entry<String, Long> first = waiting.entrySet().iterator().next();
            RepublishRequested next = new RepublishRequested(first.getKey(), first.getValue(), service);
            waiting.remove(first.getKey());
            return next;
        }
    }

    private void publish(String stream, long fromVersion) throws InterruptedException {
        long from = fromVersion;
        while (true) {
            List<RecordedEvent> page = log.read(stream, from, PAGE);
            if (page.isEmpty()) {
                return;
            }
            KafkaSender.Sent sent = sender.send(
                    page.stream().map(event -> records.write(service, event)).toList());
            if (sent.failure() != null) {
                LOG.warn(
                        "Stream {} was published again only in part: {}",
                        stream,
                        sent.failure().toString());
                return;
            }
            from = page.getLast().envelope().version() + 1;
            TimeUnit.MILLISECONDS.sleep(page.size() * 1_000L / PER_SECOND);
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("republisher").start(this::run);
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
