package vn.tthc.postal.reference;

/**
 * How far a range of identifiers is used.
 *
 * @param range the range
 * @param used how many of its identifiers were given
 */
public record RangeUse(S10Range range, long used) {
    /** A range is near its end when no more than a tenth of it is left (unsourced). */
    private static final int TENTH = 10;

    /** How a range stands. */
    public enum State {
        /** Enough are left. */
        OPEN,
        /** It is near its end: order the next one. */
        LOW,
        /** Used up; the unit is served from the reserve, and once that is used up too, not at all. */
        EXHAUSTED
    }

    /** How many are left. */
    public long left() {
        return range.size() - used;
    }

    /** How it stands. */
    public State state() {
        if (left() == 0) {
            return State.EXHAUSTED;
        }
        return left() * TENTH <= range.size() ? State.LOW : State.OPEN;
    }

    /** Whether the last identifier given has changed how it stands. */
    boolean isNews() {
        return used > 0 && state() != new RangeUse(range, used - 1).state();
    }
}
