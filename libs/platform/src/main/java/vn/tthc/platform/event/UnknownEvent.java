package vn.tthc.platform.event;

/** An event of a type or revision that this version of the software does not know. */
public final class UnknownEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownEvent(String type, int revision) {
        super("unknown event " + type + " revision " + revision);
    }
}
