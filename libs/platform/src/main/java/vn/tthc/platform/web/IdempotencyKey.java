package vn.tthc.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header by which a caller names a request, so that it can be sent again. */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,126}[\\x21-\\x7E])?");

    private IdempotencyKey() {}

    /** 1 to 128 printable ASCII characters, or null when there is none. */
    static @Nullable String of(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return null;
        }
        String stripped = key.strip();
        if (!KEY.matcher(stripped).matches()) {
            throw Requests.malformed(HEADER);
        }
        return stripped;
    }
}
