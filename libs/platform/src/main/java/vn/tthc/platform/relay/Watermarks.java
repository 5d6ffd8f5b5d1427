package vn.tthc.platform.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.tthc.contracts.control.Watermark;
import vn.tthc.platform.log.Backlog;
import vn.tthc.platform.log.EventLog;

/**
 * Says every two seconds up to when everything this service has recorded is on the topics. First the moment, then the
 * proof that nothing recorded before it is left, then the ends of the topics: in this order it can only say too little.
 */
public final class Watermarks implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Watermarks.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final String service;
    private final EventLog log;
    private final OwnTopics ownTopics;
    private final ControlPublisher control;
    private final Checkpoints checkpoints;
    private final Readiness topics;
    private final Duties duties;
    private volatile Backlog backlog = new Backlog(0, null);
    private volatile @Nullable Thread thread;
    private @Nullable Instant moment;
    private Map<String, Map<Integer, Long>> checkpointed = Map.of();

    Watermarks(
            String service,
            EventLog log,
            OwnTopics ownTopics,
            ControlPublisher control,
            Checkpoints checkpoints,
            Readiness topics,
            Duties duties) {
        this.service = service;
        this.log = log;
        this.ownTopics = ownTopics;
        this.control = control;
        this.checkpoints = checkpoints;
        this.topics = topics;
        this.duties = duties;
    }

    /** What was unpublished when last looked at, at most about two seconds ago. */
    Backlog backlog() {
        return backlog;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    tell();
                } catch (RuntimeException e) {
                    LOG.warn("No watermark this time: {}", e.toString());
                }
                TimeUnit.MILLISECONDS.sleep(EVERY.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() throws InterruptedException {
        if (!duties.isMine(Duties.RELAY)) {
            // Asked all the same: where several processes record, each says by this how far it is itself.
            log.settledBefore();
            moment = null;
            backlog = log.backlog();
            return;
        }
        // A moment that is not yet covered is kept: under constant load there is always something newer unpublished.
        Instant before = moment != null ? moment : log.settledBefore();
        moment = before;
        backlog = log.backlog();
        Instant oldest = backlog.oldest();
        if (!topics.isReady() || (oldest != null && oldest.isBefore(before))) {
            return;
        }
        Map<String, Map<Integer, Long>> ends = ownTopics.ends();
        if (control.publish(new Watermark(service, before, ends))) {
            moment = null;
            if (!ends.equals(checkpointed)) {
                checkpoints.save(before);
                checkpointed = ends;
            }
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("watermarks").start(this::run);
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
