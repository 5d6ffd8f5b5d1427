package vn.tthc.platform.relay;

import org.jspecify.annotations.Nullable;

/** A record on a topic that is not an event as this system writes them. */
public final class UnreadableRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableRecord(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
