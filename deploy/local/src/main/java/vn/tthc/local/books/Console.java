package vn.tthc.local.books;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;
import vn.tthc.local.http.Services;

/**
 * Asks the services' own administration, which may think for minutes. A question is put again only when it was not
 * taken: while nobody listens for a short time, while a service says "later" for a longer one.
 */
public final class Console implements AutoCloseable {
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);
    private static final Duration NOBODY_THERE = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Services services;
    private final String token;
    private final Duration nobodyThere;
    private final Duration later;

    /**
     * A console.
     *
     * @param token token of an administrator
     */
    public Console(Services services, String token) {
        this(services, token, NOBODY_THERE, LATER);
    }

    Console(Services services, String token, Duration nobodyThere, Duration later) {
        this.services = services;
        this.token = token;
        this.nobodyThere = nobodyThere;
        this.later = later;
    }

    /**
     * Reads something.
     *
     * @throws Failure when it cannot be asked, or is refused
     */
    public JsonNode get(Site site, String path) throws InterruptedException {
        return accepted(site, send(site, site.call(services, path, token)));
    }

    /**
     * Has something done.
     *
     * @throws Failure when it cannot be asked, or is refused
     */
    public JsonNode post(Site site, String path, Object body) throws InterruptedException {
        return accepted(site, ask(site, path, body));
    }

    /**
     * Has something done, and leaves a refusal to the caller.
     *
     * @throws Failure when it cannot be asked
     */
    Answer ask(Site site, String path, Object body) throws InterruptedException {
        return send(site, site.call(services, path, token).posting(body));
    }

    private static JsonNode accepted(Site site, Answer answer) {
        if (!answer.ok()) {
            throw new Failure(Failure.TRY_AGAIN, site.process() + " refused: " + sentence(answer.complaint()));
        }
        return answer.json();
    }

    static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private Answer send(Site site, Call call) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            Duration patience;
            String trouble;
            try {
                HttpResponse<String> response =
                        http.send(call.request().timeout(LONGEST_ANSWER).build(), HttpResponse.BodyHandlers.ofString());
                Answer answer = new Answer(response.statusCode(), response.body(), response.headers());
                if (answer.status() != 503 && answer.status() != 429) {
                    return answer;
                }
                patience = later;
                trouble = answer.complaint();
            } catch (ConnectException | HttpConnectTimeoutException e) {
                patience = nobodyThere;
                trouble = "nobody listens on port " + call.uri().getPort() + "; ./tthc up starts it";
            } catch (HttpTimeoutException e) {
                throw away(site, "no answer within " + LONGEST_ANSWER.toMinutes() + " minutes");
            } catch (IOException e) {
                throw away(site, "the connection broke off: " + e.getMessage());
            }
            if (System.nanoTime() - start > patience.toNanos()) {
                throw away(site, trouble);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static Failure away(Site site, String trouble) {
        return new Failure(Failure.TRY_AGAIN, site.process() + " cannot be asked: " + sentence(trouble));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
