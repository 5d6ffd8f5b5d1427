package vn.tthc.platform.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and answers as they go over the line, and who sends them. */
public final class Exchange {
    private Exchange() {}

    /**
     * A request.
     *
     * @param method HTTP method
     * @param target path and query, encoded
     * @param headers by name
     * @param body null for none
     */
    public record Request(String method, String target, Map<String, String> headers, byte @Nullable [] body) {}

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param headers by name in lower case
     * @param body empty for none
     */
    public record Reply(int status, Map<String, String> headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }

    /** A way to a service. */
    @FunctionalInterface
    public interface Line {
        Reply send(Request request);
    }
}
