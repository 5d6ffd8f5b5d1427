package vn.tthc.platform.access.matrix;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;

/**
 * Sends to a service that listens on a port of this machine.
 *
 * @param port that port
 * @param pages reads what a PDF says
 */
public record HttpExchange(int port, Function<byte[], String> pages) implements Probe.Exchange {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration BOUND = Duration.ofSeconds(30);

    /** For a service whose pages say nothing that anybody compares. */
    public HttpExchange(int port) {
        this(port, pdf -> "a page");
    }

    @Override
    public Probe.Answer send(Probe probe, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + probe.path()))
                .timeout(BOUND)
                .method(probe.method(), HttpRequest.BodyPublishers.ofByteArray(probe.body()));
        probe.headers().forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return new Probe.Answer(
                answer.statusCode(),
                type,
                type.startsWith("application/pdf")
                        ? pages.apply(answer.body())
                        : new String(answer.body(), StandardCharsets.UTF_8));
    }
}
