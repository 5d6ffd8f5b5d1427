package vn.tthc.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures that docs/runbook.md explains, and those that a running system gives. */
final class Runbook {
    private static final Pattern ROW = Pattern.compile("^\\| `(tthc[a-z.]+)` \\| `(tthc[a-z_]+)` \\|.*");
    private static final Pattern FAMILY = Pattern.compile("^# TYPE (tthc_[a-z_]+) .*");
    private static final String WITH_TIMERS = "(services with timers)";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Runbook() {}

    /** Name at Prometheus by name at Micrometer, with those that only services with timers have or without them. */
    static Map<String, String> explained(boolean timers) throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (String line : Files.readAllLines(Tthc.REPOSITORY.resolve("docs/runbook.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches() && (timers || !line.contains(WITH_TIMERS))) {
                names.put(row.group(1), row.group(2));
            }
        }
        return names;
    }

    /** Names at Prometheus that the services give; the largest value of a timer goes with the timer. */
    static SortedSet<String> given(Tthc tthc) throws IOException, InterruptedException {
        SortedSet<String> names = new TreeSet<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int service = 1; service <= 4; service++) {
                URI place = URI.create("http://127.0.0.1:" + (tthc.portBase() + service) + "/actuator/prometheus");
                HttpRequest request =
                        HttpRequest.newBuilder(place).timeout(PATIENCE).build();
                http.send(request, HttpResponse.BodyHandlers.ofString())
                        .body()
                        .lines()
                        .map(FAMILY::matcher)
                        .filter(Matcher::matches)
                        .map(family -> family.group(1))
                        .filter(name -> !name.endsWith("_max"))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
