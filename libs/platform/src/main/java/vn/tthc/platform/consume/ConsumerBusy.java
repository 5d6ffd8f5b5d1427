package vn.tthc.platform.consume;

/** The consumer is at work; trying later is right. */
public final class ConsumerBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConsumerBusy(String consumer) {
        super("consumer " + consumer + " is busy");
    }
}
