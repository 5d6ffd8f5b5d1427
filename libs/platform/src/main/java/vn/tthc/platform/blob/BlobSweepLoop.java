package vn.tthc.platform.blob;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.tthc.platform.relay.Duties;
import vn.tthc.platform.relay.FlowPhases;
import vn.tthc.platform.relay.Threads;

/** The thread that sweeps files, in one process of a service at a time; two at once do no harm. */
final class BlobSweepLoop implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BlobSweepLoop.class);
    private static final String DUTY = "blobs";
    private static final Duration STOP = Duration.ofSeconds(5);

    private final BlobSweep sweep;
    private final boolean removes;
    private final Duration every;
    private final Duties duties;
    private final Counter unnamed;
    private final Counter erasures;
    private final Counter failures;
    private final AtomicLong marked = new AtomicLong();
    private final AtomicLong resting = new AtomicLong();
    private volatile @Nullable Thread thread;

    BlobSweepLoop(BlobSweep sweep, BlobSweepSettings settings, Duties duties, MeterRegistry registry) {
        this.sweep = sweep;
        this.removes = settings.removes();
        this.every = settings.every();
        this.duties = duties;
        this.unnamed = swept(registry, "unnamed");
        this.erasures = swept(registry, "erased");
        this.failures = Counter.builder("tthc.blobs.sweep.failures")
                .description("Runs of the sweep that failed; each is gone on with later")
                .register(registry);
        Gauge.builder("tthc.blobs.marked", marked, AtomicLong::get)
                .description("Files that are to be removed, unless somebody names them within the hour")
                .register(registry);
        Gauge.builder("tthc.blobs.sweep.resting", resting, AtomicLong::get)
                .description("1 while nothing is swept, since the view of names may lack something")
                .register(registry);
    }

    private static Counter swept(MeterRegistry registry, String why) {
        return Counter.builder("tthc.blobs.swept")
                .description("Files that were removed")
                .tag("why", why)
                .register(registry);
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.MILLISECONDS.sleep(every.toMillis());
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One run, where it is this process's duty. */
    void look() {
        try {
            if (!duties.isMine(DUTY)) {
                resting.set(0);
                return;
            }
            BlobSweep.Run run = sweep.run();
            resting.set(run.rested() ? 1 : 0);
            marked.set(run.marked());
            unnamed.increment(run.unnamed());
            erasures.increment(run.erasures());
        } catch (IOException | RuntimeException e) {
            failures.increment();
            LOG.warn("Files nobody names are removed later: {}", e.toString());
        }
    }

    @Override
    public synchronized void start() {
        if (removes && thread == null) {
            thread = Thread.ofPlatform().name("blobs-sweep").start(this::run);
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
