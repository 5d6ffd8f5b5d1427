package vn.tthc.processing.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the service over HTTP as somebody. */
record Api(
        int port,
        String token,
        @Nullable String ifMatch,
        @Nullable String key,
        @Nullable String delegation) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    Api(int port, String token) {
        this(port, token, null, null, null);
    }

    /** The same caller, having seen a version of the case. */
    Api seen(long version) {
        return new Api(port, token, "\"case-" + version + "\"", key, delegation);
    }

    /** The same caller, naming the request. */
    Api named(String idempotencyKey) {
        return new Api(port, token, ifMatch, idempotencyKey, delegation);
    }

    /** The same caller in somebody else's place. */
    Api by(String id) {
        return new Api(port, token, ifMatch, key, id);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String json) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (delegation != null) {
            request.header("Tthc-Delegation", delegation);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(http.body());
        }

        String code() {
            return json().path("code").asString("");
        }

        String field() {
            return json().path("field").asString("");
        }

        @Override
        public String toString() {
            return status() + " " + http.body();
        }
    }
}
