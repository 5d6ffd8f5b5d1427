package vn.tthc.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import vn.tthc.local.http.Call;
import vn.tthc.local.http.Services;

/** How long the running services took to start, as each of them says; they were started side by side. */
final class StartUp {
    private static final String READY = "application_ready_time_seconds";

    private StartUp() {}

    /** Seconds from the start of its virtual machine until it answered requests, by service, and the slowest of them. */
    static Map<String, Object> measure(Wire wire, Services services) throws InterruptedException {
        String path = "/actuator/prometheus";
        List<Call> calls = List.of(
                services.intake(path, ""),
                services.processing(path, ""),
                services.postal(path, ""),
                services.query(path, ""));
        Map<String, Object> seconds = new LinkedHashMap<>();
        double slowest = 0;
        for (Call call : calls) {
            String metrics = wire.good(call.with("Accept", "text/plain")).text();
            OptionalDouble ready = ready(metrics);
            if (ready.isPresent()) {
                seconds.put(call.service(), ready.getAsDouble());
                slowest = Math.max(slowest, ready.getAsDouble());
            }
        }
        return Map.of("seconds", seconds, "slowestSeconds", slowest);
    }

    /** What a text in Prometheus' format says of it. */
    static OptionalDouble ready(String metrics) {
        return metrics.lines()
                .filter(line -> line.startsWith(READY))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst();
    }
}
