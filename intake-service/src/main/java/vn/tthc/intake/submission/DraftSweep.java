package vn.tthc.intake.submission;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import vn.tthc.intake.IntakeProperties;
import vn.tthc.platform.relay.Threads;

/** The thread that removes drafts whose time is over, a bounded number at a time. Two processes may, and do no harm. */
@Component
class DraftSweep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DraftSweep.class);
    private static final Duration STOP = Duration.ofSeconds(5);
    /** Between two bounded lots, so that commands come in between. */
    private static final Duration BREATH = Duration.ofMillis(100);

    private final Drafts drafts;
    private final DraftFiles files;
    private final IntakeProperties properties;
    private boolean noted;
    private volatile @Nullable Thread thread;

    DraftSweep(Drafts drafts, DraftFiles files, IntakeProperties properties) {
        this.drafts = drafts;
        this.files = files;
        this.properties = properties;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Duration pause = sweep() ? BREATH : properties.draftsSwept();
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean sweep() {
        try {
            boolean more = drafts.sweep();
            note();
            return more;
        } catch (RuntimeException e) {
            LOG.warn("Drafts that are over are removed later: {}", e.toString());
            return false;
        }
    }

    /** A draft that cannot be read holds up no other one's end, and keeps every file. */
    private void note() {
        if (noted) {
            return;
        }
        try {
            drafts.noteOlder();
            files.whole();
            noted = true;
        } catch (RuntimeException e) {
            LOG.warn("Files of older drafts are noted later: {}", e.toString());
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("drafts-sweep").start(this::run);
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
}
