package vn.tthc.platform.mongo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives commits the moment at which they are recorded and knows which of them are still under way, so that a moment can
 * be told before which nothing can be recorded any more. It never goes back, whatever the machine's clock does.
 */
final class RecordingClock {
    /** How long a commit whose outcome is unknown may still appear: longer than any server works on one insert. */
    private static final Duration UNCLEAR = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Set<Moment> underWay = new HashSet<>();
    private final List<Unclear> unclear = new ArrayList<>();
    private Instant last;

    RecordingClock(InstantSource clock, Instant last) {
        this.clock = clock;
        this.last = last;
    }

    /** The moment of one commit; compared by identity. */
    static final class Moment {
        private final Instant at;

        private Moment(Instant at) {
            this.at = at;
        }

        Instant at() {
            return at;
        }
    }

    private record Unclear(Moment moment, long sinceNanos) {}

    /**
     * The moment for a commit that begins now.
     *
     * @param notBefore the moment of the commit before it in its stream
     */
    synchronized Moment begin(Instant notBefore) {
        notBefore(notBefore);
        Moment moment = new Moment(tick());
        underWay.add(moment);
        return moment;
    }

    /** It is stored, or will never be. */
    synchronized void ended(Moment moment) {
        underWay.remove(moment);
    }

    /** Nobody can tell; it counts as under way for a while. */
    synchronized void unclear(Moment moment) {
        if (underWay.remove(moment)) {
            unclear.add(new Unclear(moment, System.nanoTime()));
        }
    }

    /** Nothing is recorded before that from now on. */
    synchronized void notBefore(Instant moment) {
        if (moment.isAfter(last)) {
            last = moment;
        }
    }

    /** Before it nothing can be recorded here any more. */
    synchronized Instant settledBefore() {
        long now = System.nanoTime();
        unclear.removeIf(each -> now - each.sinceNanos() > UNCLEAR.toNanos());
        Instant settled = tick();
        for (Moment moment : underWay) {
            settled = earlier(settled, moment.at);
        }
        for (Unclear each : unclear) {
            settled = earlier(settled, each.moment().at);
        }
        return settled;
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }

    private Instant tick() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (now.isAfter(last)) {
            last = now;
        }
        return last;
    }
}
