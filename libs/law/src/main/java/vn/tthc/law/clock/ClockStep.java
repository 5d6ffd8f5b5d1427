package vn.tthc.law.clock;

/** The outcome of a step of the clock. */
public sealed interface ClockStep {
    /** The step was taken. */
    record Taken(LegalClock clock) implements ClockStep {}

    /** A rule refused it; the clock is as it was. */
    record Refused(ClockRefusal refusal) implements ClockStep {}
}
