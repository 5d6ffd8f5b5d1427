package vn.tthc.platform.person;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.tthc.platform.relay.Backoff;
import vn.tthc.platform.relay.Threads;

/**
 * After a new master key: wraps with it what older ones wrap, beside the work, from the start until nothing is left. Then
 * the older ones can be taken out of the file, and with them every old copy of a key becomes unreadable.
 */
final class Rewrapping implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rewrapping.class);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final List<OldKeys> holders;
    private volatile @Nullable Thread thread;

    Rewrapping(List<OldKeys> holders) {
        this.holders = List.copyOf(holders);
    }

    /** How many keys an older master key wraps. */
    long old() {
        return holders.stream().mapToLong(OldKeys::old).sum();
    }

    private void run() {
        int failures = 0;
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            try {
                more = false;
                for (OldKeys holder : holders) {
                    more |= holder.rewrapSome();
                }
                failures = 0;
            } catch (RuntimeException e) {
                failures++;
                more = true;
                LOG.warn("Wrapping keys anew failed, attempt {}: {}", failures, e.toString());
                pause(failures);
            }
        }
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
            thread = Thread.ofPlatform().name("rewrap-keys").start(this::run);
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
