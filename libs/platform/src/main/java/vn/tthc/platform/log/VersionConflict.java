package vn.tthc.platform.log;

/** The stream moved on while a command was being decided. */
public final class VersionConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VersionConflict(String stream, long expected, long actual) {
        super("stream " + stream + " is at version " + actual + ", not " + expected);
    }
}
