package vn.tthc.postal.carriers;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a carrier over HTTP in the protocol of docs/carriers.md: JSON, signed in both directions. Every wait is bounded. */
final class HttpCarrier implements Carrier {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final int LONGEST_NUMBER = 60;

    private final String url;
    private final Signatures signatures;
    private final JsonMapper json;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    HttpCarrier(String url, Signatures signatures, JsonMapper json, InstantSource clock) {
        this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        this.signatures = signatures;
        this.json = json;
        this.clock = clock;
    }

    /** What it answers to an order. */
    record Placed(@Nullable String number) {}

    /** What it answers to a question. */
    record Told(@Nullable List<CarrierEvent> events) {}

    @Override
    public boolean takesOrders() {
        return !url.isBlank();
    }

    @Override
    public String order(CarrierOrder order) throws InterruptedException {
        Placed placed = ask("PUT", "/orders/" + order.orderId(), json.writeValueAsBytes(order), Placed.class);
        String number = placed.number();
        if (number == null || number.isBlank() || number.length() > LONGEST_NUMBER) {
            throw new CarrierAway("the order was answered without a number");
        }
        return number;
    }

    @Override
    public List<CarrierEvent> told(String orderId) throws InterruptedException {
        List<CarrierEvent> events = ask("GET", "/orders/" + orderId + "/events", new byte[0], Told.class)
                .events();
        return events == null ? List.of() : events;
    }

    private <T> T ask(String method, String path, byte[] body, Class<T> type) throws InterruptedException {
        String id = UUID.randomUUID().toString();
        long timestamp = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header(Signatures.ID, id)
                .header(Signatures.TIMESTAMP, Long.toString(timestamp))
                .header(Signatures.SIGNATURE, signatures.sign(id, timestamp, body))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        // The request's own bound is over with the first line of the answer: this one holds for all of it.
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, about -> BodySubscribers.fromSubscriber(new Bounded(), Bounded::bytes));
        try {
            HttpResponse<byte[]> response = answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return read(response.statusCode(), response.body(), type);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CarrierAway(cause.getClass().getSimpleName());
        } catch (TimeoutException e) {
            throw new CarrierAway("no whole answer in time");
        } finally {
            answer.cancel(true);
        }
    }

    /** Takes an answer up to a length; what is longer is cut off, and refused as too long. */
    private static final class Bounded implements Flow.Subscriber<List<ByteBuffer>> {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> pieces) {
            for (ByteBuffer piece : pieces) {
                byte[] bytes = new byte[Math.min(piece.remaining(), LONGEST_ANSWER + 1 - taken.size())];
                piece.get(bytes);
                taken.writeBytes(bytes);
            }
        }

        @Override
        public void onError(Throwable failure) {
            // The answer tells it.
        }

        @Override
        public void onComplete() {
            // The answer tells it.
        }

        byte[] bytes() {
            return taken.toByteArray();
        }
    }

    private <T> T read(int status, byte[] body, Class<T> type) {
        if (status == 408 || status == 425 || status == 429 || status >= 500) {
            throw new CarrierAway("status " + status);
        }
        if (status / 100 != 2) {
            throw new CarrierRefused(status);
        }
        if (body.length > LONGEST_ANSWER) {
            throw new CarrierAway("the answer is too long");
        }
        try {
            return json.readValue(body, type);
        } catch (JacksonException e) {
            throw new CarrierAway("the answer cannot be read");
        }
    }
}
