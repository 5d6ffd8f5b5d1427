package vn.tthc.platform.blob;

/** A content that is not taken, whatever the state of the store; nothing of it is kept. */
public final class BlobRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final BlobProblem reason;

    BlobRefused(BlobProblem reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public BlobProblem reason() {
        return reason;
    }
}
