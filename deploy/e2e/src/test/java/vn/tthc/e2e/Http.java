package vn.tthc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the services as their users do. */
final class Http {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Tthc tthc;
    private final Map<String, String> tokens = new HashMap<>();

    Http(Tthc tthc) {
        this.tthc = tthc;
    }

    /** An answer. */
    record Answer(int status, JsonNode body, String etag, String position) {}

    /** A service by the distance of its port. */
    enum Service {
        INTAKE(1),
        PROCESSING(2),
        POSTAL(3),
        QUERY(4);

        private final int offset;

        Service(int offset) {
            this.offset = offset;
        }
    }

    Answer get(Service service, String path, String who, String position) throws Exception {
        return until(service, path, who, Map.of("Tthc-Position", position), null);
    }

    Answer post(Service service, String path, String who, Map<String, String> headers, Object body) throws Exception {
        return until(service, path, who, headers, JSON.writeValueAsString(body));
    }

    /** What is no JSON; it must be there. */
    String text(Service service, String path, String who) throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (tthc.portBase() + service.offset) + path))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + token(who))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    /** A decision on what was read, which must be accepted. */
    Answer decide(Service service, String path, String who, Answer seen, Object body) throws Exception {
        Answer answer = post(service, path, who, Map.of("If-Match", seen.etag()), body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer;
    }

    /** Asks again for a while when the service says "not yet". */
    private Answer until(Service service, String path, String who, Map<String, String> headers, @Nullable String body)
            throws Exception {
        AtomicReference<Answer> last = new AtomicReference<>();
        Awaitility.await(path)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .pollInSameThread()
                .ignoreException(IOException.class)
                .until(() -> {
                    last.set(once(service, path, who, headers, body));
                    return last.get().status() != 503;
                });
        return last.get();
    }

    private Answer once(Service service, String path, String who, Map<String, String> headers, @Nullable String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + (tthc.portBase() + service.offset) + path))
                .timeout(Duration.ofSeconds(20));
        headers.forEach((name, value) -> {
            if (!value.isEmpty()) {
                request.header(name, value);
            }
        });
        if (!who.isEmpty()) {
            request.header("Authorization", "Bearer " + token(who));
        }
        if (body != null) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                JSON.readTree(response.body().isBlank() ? "{}" : response.body()),
                response.headers().firstValue("ETag").orElse(""),
                response.headers().firstValue("Tthc-Position").orElse(""));
    }

    private String token(String who) throws Exception {
        String token = tokens.get(who);
        if (token == null) {
            token = tthc.ok(30, "token", who).out().strip();
            tokens.put(who, token);
        }
        return token;
    }
}
