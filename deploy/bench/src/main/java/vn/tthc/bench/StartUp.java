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
        List<Call> calls = List.of(
                services.intake(Metrics.PATH, ""),
                services.processing(Metrics.PATH, ""),
                services.postal(Metrics.PATH, ""),
                services.query(Metrics.PATH, ""));
        Map<String, Object> seconds = new LinkedHashMap<>();
        double slowest = 0;
        for (Call call : calls) {
            OptionalDouble ready = Metrics.of(wire, call).first(READY);
            if (ready.isPresent()) {
                seconds.put(call.service(), ready.getAsDouble());
                slowest = Math.max(slowest, ready.getAsDouble());
            }
        }
        return Map.of("seconds", seconds, "slowestSeconds", slowest);
    }
}
