package vn.tthc.intake.reference;

import org.jspecify.annotations.Nullable;

/** Reference data that cannot be used; the service does not start with it. */
final class InvalidReference extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidReference(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
