package vn.tthc.platform.consume;

/** Something an event needs has not arrived yet; it is tried again, a bounded number of times, before it is parked. */
public final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotYet(String message) {
        super(message);
    }
}
