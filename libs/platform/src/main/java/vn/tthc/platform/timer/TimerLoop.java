package vn.tthc.platform.timer;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.tthc.platform.relay.Duties;
import vn.tthc.platform.relay.FlowPhases;
import vn.tthc.platform.relay.Threads;

/** The one thread of a process that looks after its timers. */
final class TimerLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TimerLoop.class);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final TimerPoller poller;
    private final Duration every;
    private final Duties duties;
    private volatile @Nullable Thread thread;

    TimerLoop(TimerPoller poller, Duration every, Duties duties) {
        this.poller = poller;
        this.every = every;
        this.duties = duties;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                TimeUnit.MILLISECONDS.sleep(every.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            if (duties.isMine(Duties.TIMERS)) {
                poller.look();
            }
        } catch (RuntimeException e) {
            LOG.warn("Timers are looked after again in a moment: {}", e.toString());
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("timers").start(this::run);
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
        return FlowPhases.TIMERS;
    }
}
