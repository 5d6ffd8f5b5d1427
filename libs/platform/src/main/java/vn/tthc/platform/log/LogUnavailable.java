package vn.tthc.platform.log;

import org.jspecify.annotations.Nullable;

/** The log cannot take a commit now; nothing was stored, and trying later is right. */
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LogUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
