package vn.tthc.e2e.plug;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;

/** Sends a request once and says what came of it. */
final class Courier implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /** What came of a request. */
    sealed interface Reply {}

    /** An answer that settles it. */
    record Settled(Answer answer) implements Reply {}

    /** "Later", or nothing at all: it may have been done or not. */
    record Open(String trouble) implements Reply {}

    Reply send(Call call) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    http.send(call.request().timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            Answer answer = new Answer(response.statusCode(), response.body(), response.headers());
            return answer.status() == 503 ? new Open(answer.problem()) : new Settled(answer);
        } catch (IOException e) {
            return new Open(e.getClass().getSimpleName());
        }
    }

    /** The answer, when there was one and it was good. */
    Answer good(Call call) throws InterruptedException {
        return switch (send(call)) {
            case Settled settled when settled.answer().ok() -> settled.answer();
            case Settled settled ->
                throw new AssertionError(call.method() + " " + call.uri() + ": "
                        + settled.answer().complaint());
            case Open open -> throw new AssertionError(call.method() + " " + call.uri() + ": " + open.trouble());
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
