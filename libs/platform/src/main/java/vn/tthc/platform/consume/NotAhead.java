package vn.tthc.platform.consume;

/** A batch cannot be folded before the one before it has been stored. Whoever tried takes it the usual way. */
final class NotAhead extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAhead(String reason) {
        // Used to say so and nothing else: where it was thrown does not matter.
        super(reason, null, false, false);
    }
}
