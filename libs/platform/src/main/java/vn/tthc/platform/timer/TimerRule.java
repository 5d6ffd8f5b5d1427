package vn.tthc.platform.timer;

import java.time.Instant;
import java.util.List;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;

/**
 * Which timers a kind of stream has, and what wakes it. A timer is there because the stream's events say so: it is set,
 * moved and cancelled by being in the answer of {@link #timers} or not, and rebuilt from the log like every view. After
 * a change of the rule itself the view {@code timers} is rebuilt, or a quiet stream keeps the timers of the old rule.
 */
public interface TimerRule {
    /** Whose timers. A service has at most one rule for a kind of stream. */
    StreamType streams();

    /**
     * All timers of a stream as it was at a version, and no others; an imported one has none. Each key at most once.
     *
     * @param stream the stream
     * @param version how much of it counts
     */
    List<Timer> timers(StreamId stream, long version);

    /**
     * The command for a timer that is due. Its decision must end the timer, by an event after which {@link #timers} does
     * not hold it any more, or accept without an event when the stream has gone on and the timer is not there any more.
     *
     * @param timer the timer
     * @param now the present, never before {@link Timer#due()}
     */
    Object command(Timer timer, Instant now);
}
