package vn.tthc.local;

/** A command that cannot go on, told to a person in one sentence. */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The command line makes no sense. */
    public static final int USAGE = 64;
    /** A file that should be read is not there or not readable. */
    public static final int NO_INPUT = 66;
    /** Something the command needs is not running. */
    public static final int UNAVAILABLE = 69;
    /** A service stayed away; trying again later may help. */
    public static final int TRY_AGAIN = 75;

    private final int code;

    /**
     * With its own exit code.
     *
     * @param code exit code of the launcher, never zero
     * @param sentence what is wrong and what to do about it
     */
    public Failure(int code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** With exit code 1: it was tried and it did not work. */
    public Failure(String sentence) {
        this(1, sentence);
    }

    /** Exit code of the launcher. */
    public int code() {
        return code;
    }

    /** The sentence. */
    public String sentence() {
        String message = getMessage();
        return message == null ? "something went wrong" : message;
    }
}
