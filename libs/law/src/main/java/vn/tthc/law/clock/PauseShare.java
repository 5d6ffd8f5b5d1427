package vn.tthc.law.clock;

import java.time.Duration;
import java.time.Instant;

/**
 * What one pause did to the clock.
 *
 * @param pause the pause
 * @param effect what became of it
 * @param from from where it counted, after what earlier pauses already cover
 * @param to to where it counted
 * @param extension by how much it extends the term: working time, or elapsed time for calendar terms
 */
record PauseShare(Pause pause, Effect effect, Instant from, Instant to, Duration extension) {
    /** What became of a pause. */
    enum Effect {
        EXTENDS,
        COVERED_BY_ANOTHER,
        BEFORE_RECEPTION,
        AFTER_DUE
    }

    static PauseShare without(Pause pause, Effect effect) {
        return new PauseShare(pause, effect, pause.from(), pause.from(), Duration.ZERO);
    }
}
