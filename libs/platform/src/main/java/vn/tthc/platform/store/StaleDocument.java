package vn.tthc.platform.store;

/** A document changed between reading and writing it. */
public final class StaleDocument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StaleDocument(String collection, String id, long expected) {
        super("document " + collection + "/" + id + " is not at version " + expected);
    }
}
