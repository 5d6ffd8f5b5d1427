package vn.tthc.platform.log;

import org.jspecify.annotations.Nullable;

/** The log cannot tell whether a commit was stored; sending the same command id again resolves it. */
public final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
