package vn.tthc.local.replay;

/**
 * Something in the file that was not taken over.
 *
 * @param line line of the file, the header being 1
 * @param kind what is wrong with it
 * @param what in words
 */
record Complaint(int line, Kind kind, String what) {
    enum Kind {
        /** The row cannot be understood. */
        MALFORMED,
        /** The service holds something else under the same name. */
        CONFLICT,
        /** The service does not accept it. */
        REFUSED
    }

    static Complaint malformed(int line, String what) {
        return new Complaint(line, Kind.MALFORMED, what);
    }
}
