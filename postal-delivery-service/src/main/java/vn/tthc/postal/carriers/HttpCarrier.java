package vn.tthc.postal.carriers;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
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
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                return read(response.statusCode(), in.readNBytes(LONGEST_ANSWER + 1), type);
            }
        } catch (IOException e) {
            throw new CarrierAway(e.getClass().getSimpleName());
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
