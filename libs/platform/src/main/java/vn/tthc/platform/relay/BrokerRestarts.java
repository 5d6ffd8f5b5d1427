package vn.tthc.platform.relay;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.platform.log.EventLog;

/**
 * Publishes again what a broker may have lost although it had acknowledged it. Kafka answers from the page cache, and
 * the operating system writes that to the disk within 35 seconds (Linux: {@code dirty_expire_centisecs} 30 s and
 * {@code dirty_writeback_centisecs} 5 s); so what was recorded more than {@link #MARGIN} before the last checkpoint is
 * safe. A restart of a broker always closes connections, which is how it is noticed; a connection closed for another
 * reason costs duplicates, which are legal.
 */
final class BrokerRestarts {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerRestarts.class);

    static final Duration MARGIN = Duration.ofSeconds(60);

    private final EventLog log;
    private final Checkpoints checkpoints;
    private final boolean enabled;
    private double closedBefore;

    BrokerRestarts(EventLog log, Checkpoints checkpoints, boolean enabled) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.enabled = enabled;
    }

    /** Broker and service may have lost power together, so a start of the service counts as one of the broker. */
    void started() {
        if (enabled) {
            publishAgain("this service has started");
        }
    }

    /**
     * Called after the broker took something, or while there is nothing to send.
     *
     * @param closedConnections all that were closed so far
     * @return whether there is something to publish again
     */
    boolean answered(double closedConnections) {
        boolean again = false;
        if (enabled && closedConnections > closedBefore) {
            again = publishAgain("a connection to the broker was closed in between") > 0;
        }
        // Only now: a failure above must be tried again at the next answer.
        closedBefore = closedConnections;
        return again;
    }

    private long publishAgain(String why) {
        Instant since = checkpoints.last().map(last -> last.minus(MARGIN)).orElse(Instant.EPOCH);
        long commits = log.publishAgainSince(since);
        if (commits > 0) {
            LOG.info("Publishing {} commits recorded since {} again, because {}", commits, since, why);
        }
        return commits;
    }
}
