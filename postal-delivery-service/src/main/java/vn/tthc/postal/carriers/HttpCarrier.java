package vn.tthc.postal.carriers;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a carrier over HTTP in the protocol of docs/carriers.md: JSON, signed in both directions. Every wait is bounded. */
final class HttpCarrier implements Carrier {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final int LONGEST_NUMBER = 60;

    private final String url;
    private final Duration longest;
    private final Signatures signatures;
    private final JsonMapper json;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    HttpCarrier(String url, Signatures signatures, JsonMapper json, InstantSource clock) {
        this(url, ANSWER, signatures, json, clock);
    }

    /** One that is waited for so long, from the question to the last byte of the answer. */
    HttpCarrier(String url, Duration longest, Signatures signatures, JsonMapper json, InstantSource clock) {
        this.longest = longest;
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.signatures = signatures;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public boolean takesOrders() {
        return !url.isBlank();
    }

    @Override
    public String order(CarrierOrder order) throws InterruptedException {
        String number = ask("PUT", "/orders/" + order.orderId(), json.writeValueAsBytes(order))
                .path("number")
                .asString("");
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            throw new CarrierAway("the order was answered without a number");
        }
        return number;
    }

    @Override
    public List<JsonNode> told(String orderId) throws InterruptedException {
        JsonNode events =
                ask("GET", "/orders/" + orderId + "/events", new byte[0]).path("events");
        if (!events.isArray()) {
            throw new CarrierAway("the question was answered without events");
        }
        return events.valueStream().toList();
    }

    private JsonNode ask(String method, String path, byte[] body) throws InterruptedException {
        String id = UUID.randomUUID().toString();
        long timestamp = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .header(Signatures.ID, id)
                .header(Signatures.TIMESTAMP, Long.toString(timestamp))
                .header(Signatures.SIGNATURE, signatures.sign(id, timestamp, body))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        // One bound for all of it: a request's own would be over with the first line of the answer.
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, about -> new Bounded());
        try {
            HttpResponse<byte[]> response = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            return read(response.statusCode(), response.body());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CarrierAway(cause.getClass().getSimpleName());
        } catch (TimeoutException e) {
            throw new CarrierAway("no whole answer in time");
        } finally {
            answer.cancel(true);
        }
    }

    /** Takes an answer up to a length; of what is longer the rest is not waited for, and all of it refused. */
    private static final class Bounded implements HttpResponse.BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private Flow.@Nullable Subscription source;

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            source = subscription;
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> pieces) {
            for (ByteBuffer piece : pieces) {
                byte[] bytes = new byte[Math.min(piece.remaining(), LONGEST_ANSWER + 1 - taken.size())];
                piece.get(bytes);
                taken.writeBytes(bytes);
            }
            if (taken.size() > LONGEST_ANSWER) {
                Objects.requireNonNull(source).cancel();
                whole.complete(taken.toByteArray());
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            whole.complete(taken.toByteArray());
        }
    }

    private JsonNode read(int status, byte[] body) {
        // 401: it does not have our secret yet, or not any more, which says nothing of what was asked.
        if (status == 401 || status == 408 || status == 425 || status == 429 || status >= 500) {
            throw new CarrierAway("status " + status);
        }
        if (status / 100 != 2) {
            throw new CarrierRefused(status);
        }
        if (body.length > LONGEST_ANSWER) {
            throw new CarrierAway("the answer is too long");
        }
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new CarrierAway("the answer cannot be read");
        }
    }
}
