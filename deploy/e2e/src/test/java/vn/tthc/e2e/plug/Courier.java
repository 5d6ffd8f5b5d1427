package vn.tthc.e2e.plug;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;

/** Sends a request once and says what came of it. */
final class Courier implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int LATER = 503;
    private static final Duration BOUND = Duration.ofSeconds(90);

    private final UnaryOperator<Call> way;
    private final Duration patience;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /**
     * A courier.
     *
     * @param way decides anew each time it is sent where a request goes, where several processes could answer it
     */
    Courier(UnaryOperator<Call> way) {
        this(way, PATIENCE);
    }

    /**
     * A courier of what takes long.
     *
     * @param patience for so long an answer is waited for before the request is sent again
     */
    Courier(UnaryOperator<Call> way, Duration patience) {
        this.way = way;
        this.patience = patience;
    }

    /** What came of a request. */
    sealed interface Reply {}

    /** An answer that settles it. */
    record Settled(Answer answer) implements Reply {}

    /** "Later", or nothing at all: it may have been done or not. */
    record Open(String trouble) implements Reply {}

    Reply send(Call call) throws InterruptedException {
        try {
            Answer answer = ask(call);
            return answer.status() == LATER ? new Open(answer.problem()) : new Settled(answer);
        } catch (IOException e) {
            return new Open(e.getClass().getSimpleName());
        }
    }

    /** The answer as it came, "later" included. */
    Answer ask(Call call) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(way.apply(call).request().timeout(patience).build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response.headers());
    }

    /** The answer that settles it, however often it has to be asked for. */
    Answer insist(Call call) {
        AtomicReference<Answer> got = new AtomicReference<>();
        Awaitility.await(call.method() + " " + call.uri() + " is answered")
                .atMost(BOUND)
                .until(() -> {
                    if (send(call) instanceof Settled settled) {
                        got.set(settled.answer());
                    }
                    return got.get() != null;
                });
        return got.get();
    }

    /** The same, when only a good one will do. */
    Answer good(Call call) {
        Answer answer = insist(call);
        if (!answer.ok()) {
            throw new AssertionError(call.method() + " " + call.uri() + ": " + answer.complaint());
        }
        return answer;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
