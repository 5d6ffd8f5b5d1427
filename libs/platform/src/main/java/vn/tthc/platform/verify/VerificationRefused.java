package vn.tthc.platform.verify;

import org.jspecify.annotations.Nullable;

/** The books cannot be balanced now; trying later is right. */
public final class VerificationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VerificationRefused(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
