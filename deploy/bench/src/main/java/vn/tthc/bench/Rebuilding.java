package vn.tthc.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Services;

/** Builds every view anew from the first event on, while it serves. */
final class Rebuilding {
    private static final Duration BOUND = Duration.ofMinutes(30);

    private final Wire wire;
    private final Services services;
    private final String administrator;

    Rebuilding(Wire wire, Services services, Clerks clerks) {
        this.wire = wire;
        this.services = services;
        this.administrator = clerks.token(Clerks.ADMINISTRATOR);
    }

    Map<String, Object> measure() throws InterruptedException {
        long events = 0;
        long millis = 0;
        long documents = 0;
        for (JsonNode view : wire.good(services.query("/internal/views", administrator))
                .json()
                .path("views")) {
            String path = "/internal/views/" + view.asString() + "/rebuild";
            Answer answer = wire.send(services.query(path, administrator).posting(Map.of()), BOUND);
            if (!answer.ok()) {
                throw new Failure("view " + view.asString() + " was not built anew: " + answer.complaint() + ".");
            }
            if (answer.json().path("differenceCount").asLong() > 0) {
                throw new Failure("view " + view.asString() + " was different when built anew; ./tthc verify.");
            }
            events += answer.json().path("events").asLong();
            millis += answer.json().path("millis").asLong();
            documents += answer.json().path("documents").asLong();
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("events", events);
        figures.put("documentsCompared", documents);
        figures.put("seconds", Latency.round(millis / 1e3));
        figures.put("eventsPerSecond", Latency.round(events / Math.max(0.001, millis / 1e3)));
        return figures;
    }
}
