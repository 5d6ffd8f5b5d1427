package vn.tthc.local.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Sends requests, and again while a service is away, for two minutes each. Send only what may be sent twice. */
public final class Api implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration ATTEMPT = Duration.ofSeconds(20);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Duration patience;

    public Api() {
        this(PATIENCE);
    }

    Api(Duration patience) {
        this.patience = patience;
    }

    /**
     * The answer, whatever it says, unless it says "later".
     *
     * @throws ServiceAway when there was no other answer in two minutes
     */
    public Answer send(Call call) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        String trouble;
        do {
            try {
                Answer answer = once(call, deadline - System.nanoTime());
                if (!later(answer.status())) {
                    return answer;
                }
                trouble = answer.complaint();
            } catch (IOException e) {
                trouble = e.toString();
            }
            TimeUnit.MILLISECONDS.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        } while (System.nanoTime() < deadline);
        throw new ServiceAway(call.service(), trouble);
    }

    private Answer once(Call call, long nanosLeft) throws IOException, InterruptedException {
        Duration bound = Duration.ofNanos(Math.clamp(nanosLeft, 1_000_000, ATTEMPT.toNanos()));
        HttpResponse<String> response =
                http.send(call.request().timeout(bound).build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body(), response.headers());
    }

    private static boolean later(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
