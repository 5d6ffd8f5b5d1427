package vn.tthc.local.http;

import java.net.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import vn.tthc.local.Json;

/**
 * What a service answered.
 *
 * @param status HTTP status
 * @param text body as it came
 * @param headers headers as they came
 */
public record Answer(int status, String text, HttpHeaders headers) {

    /** Whether it was done. */
    public boolean ok() {
        return status / 100 == 2;
    }

    /** The body as JSON; a missing node when it is none. */
    public JsonNode json() {
        try {
            return text.isBlank() ? MissingNode.getInstance() : Json.mapper().readTree(text);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /** Version of what was read or changed, for the next {@code If-Match}; empty when there is none. */
    public String etag() {
        return headers.firstValue("ETag").orElse("");
    }

    /** Where the change can be found, for the next {@code Tthc-Position}; empty when there is none. */
    public String position() {
        return headers.firstValue("Tthc-Position").orElse("");
    }

    /** Whether the service had done this before and only said so again. */
    public boolean repeated() {
        return headers.firstValue("Idempotency-Replayed").isPresent();
    }

    /** Code of a problem, or the bare status. */
    public String problem() {
        String code = json().path("code").asString("");
        return code.isEmpty() ? "HTTP " + status : code;
    }

    /** Problem with its words. */
    public String complaint() {
        String detail = json().path("messages")
                .path("en")
                .asString(json().path("detail").asString(""));
        return problem() + (detail.isEmpty() ? "" : ": " + detail);
    }
}
