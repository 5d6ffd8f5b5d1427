package vn.tthc.e2e.plug;

/**
 * Something that does not balance.
 *
 * @param kind what is wrong
 * @param text where, in plain words
 */
record Finding(Kind kind, String text) {
    /** What can be wrong. */
    enum Kind {
        /** Acknowledged, and not in the log. */
        LOST,
        /** Done more than once. */
        DOUBLED,
        /** In the log at another place than was acknowledged. */
        MISPLACED,
        /** In the log, and nobody we know of did it. */
        UNKNOWN,
        /** Refused, and in the log all the same. */
        REFUSED_BUT_DONE,
        /** The same request again was not answered as the first time. */
        REPEAT_NOT_RECOGNISED,
        /** An answer that a client must never see. */
        WRONG_ANSWER,
        /** The topic has a stream's events in another order than the log. */
        OUT_OF_ORDER,
        /** The status shown does not follow from what was done. */
        STATUS,
        /** The figures shown do not follow from what was done. */
        FIGURES,
        /** {@code ./tthc verify} found a difference. */
        BOOKS
    }

    @Override
    public String toString() {
        return kind + ": " + text;
    }
}
