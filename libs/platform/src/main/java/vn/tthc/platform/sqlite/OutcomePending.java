package vn.tthc.platform.sqlite;

/** A write was taken but did not become durable in time; it may still. */
public final class OutcomePending extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutcomePending(String message) {
        super(message);
    }
}
