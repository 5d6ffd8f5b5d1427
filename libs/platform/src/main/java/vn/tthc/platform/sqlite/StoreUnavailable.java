package vn.tthc.platform.sqlite;

import org.jspecify.annotations.Nullable;

/** The file cannot take a write now (queue full, disk full, closed); nothing was stored. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
