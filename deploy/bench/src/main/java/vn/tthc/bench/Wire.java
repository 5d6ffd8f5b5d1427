package vn.tthc.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;

/** Sends a request once; a measurement hides no second try. */
final class Wire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * The answer, whatever it says.
     *
     * @throws Failure when there is none in 20 s
     */
    Answer send(Call call) throws InterruptedException {
        return send(call, PATIENCE);
    }

    /** The same with another bound. */
    Answer send(Call call, Duration patience) throws InterruptedException {
        try {
            HttpResponse<String> response =
                    http.send(call.request().timeout(patience).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new Failure(
                    Failure.UNAVAILABLE, call.service() + " does not answer (" + e + "); ./tthc up starts the system.");
        }
    }

    /**
     * The answer when it is a good one.
     *
     * @throws Failure otherwise
     */
    Answer good(Call call) throws InterruptedException {
        Answer answer = send(call);
        if (!answer.ok()) {
            throw new Failure(call.service() + " did not accept " + call.method() + " "
                    + call.uri().getPath() + ": " + answer.complaint() + ".");
        }
        return answer;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
