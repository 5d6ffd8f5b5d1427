package vn.tthc.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Brings events to the system: late, twice, in disorder, or not at all, as chance has it. What was not answered is sent again. */
final class Messenger implements AutoCloseable {
    private static final int TRIES = 8;
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final URI target;
    private final Secrets secrets;
    private final Faults faults;
    private final JsonMapper json;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ScheduledExecutorService soon = Executors.newScheduledThreadPool(
            4, Thread.ofPlatform().daemon().name("messenger-", 0).factory());

    Messenger(URI target, Secrets secrets, Faults faults, JsonMapper json, InstantSource clock) {
        this.target = target;
        this.secrets = secrets;
        this.faults = faults;
        this.json = json;
        this.clock = clock;
    }

    /** Tells an event once it has happened, if it is told at all. */
    void tell(String carrier, Event event) {
        Random chance = Story.chance(event.eventId(), faults.seed());
        if (chance.nextDouble() < faults.loss()) {
            return;
        }
        long wait = Math.max(
                        0, Duration.between(clock.instant(), event.occurredAt()).toMillis())
                + (long) (chance.nextDouble() * faults.delay().toMillis());
        if (chance.nextDouble() < faults.disorder()) {
            wait += 2 * faults.step().toMillis();
        }
        send(carrier, event, UUID.randomUUID().toString(), wait, 1);
        if (chance.nextDouble() < faults.duplication()) {
            send(
                    carrier,
                    event,
                    UUID.randomUUID().toString(),
                    wait + faults.step().toMillis() / 2,
                    1);
        }
    }

    private void send(String carrier, Event event, String id, long wait, int attempt) {
        // What can go wrong is handled there, and tried again.
        var unused = soon.schedule(() -> post(carrier, event, id, attempt), wait, TimeUnit.MILLISECONDS);
    }

    private void post(String carrier, Event event, String id, int attempt) {
        Secret secret = Objects.requireNonNull(secrets.of(carrier), "a carrier that took an order has a secret");
        byte[] body = json.writeValueAsString(Map.of("events", List.of(event))).getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(target.resolve("/api/v1/carriers/" + carrier + "/events"))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", secret.sign(id, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        int status;
        try {
            status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            status = 503;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (status / 100 == 2) {
            return;
        }
        if (status < 500 || attempt == TRIES) {
            System.err.println("An event was not taken, status " + status + ", attempt " + attempt);
            return;
        }
        send(carrier, event, id, 200L << attempt, attempt + 1);
    }

    @Override
    public void close() {
        soon.shutdownNow();
        http.close();
    }
}
