package vn.tthc.local.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.local.Json;

/**
 * A request.
 *
 * @param service name of the service, for people
 * @param method HTTP method
 * @param uri where it goes
 * @param headers what it carries
 * @param body JSON, null for none
 */
public record Call(
        String service,
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable String body) {
    public Call {
        headers = Map.copyOf(headers);
    }

    /** The same with a header; an empty value adds nothing. */
    public Call with(String header, String value) {
        if (value.isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(service, method, uri, more, body);
    }

    /** The same with a JSON body, to be posted. */
    public Call posting(Object value) {
        return new Call(service, "POST", uri, headers, Json.write(value)).with("Content-Type", "application/json");
    }

    /** The request, to be given a time limit and sent. */
    public HttpRequest.Builder request() {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(builder::header);
        return builder;
    }
}
