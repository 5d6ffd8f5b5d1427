package vn.tthc.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;

/** From a command's answer until query-service shows it: through the log, the relay, Kafka and the projection. */
final class Visibility {
    private static final int NOT_YET = 503;
    private static final long BOUND = TimeUnit.SECONDS.toNanos(30);

    private final Wire wire;
    private final Settings settings;
    private final CommandLoad commands;

    Visibility(Wire wire, Settings settings, CommandLoad commands) {
        this.wire = wire;
        this.settings = settings;
        this.commands = commands;
    }

    /** Measures it for the last command of every story, the other commands being the load. */
    Map<String, Object> measure() throws InterruptedException {
        Latency latency = new Latency();
        commands.arrive(settings.visibilityRate(), (story, kind, dueNanos, answeredNanos, counts) -> {
            if (story.over()) {
                awaitShown(story, answeredNanos);
                if (counts) {
                    latency.record(System.nanoTime() - answeredNanos);
                }
            }
        });
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("commandsPerSecond", settings.visibilityRate());
        figures.put("untilVisible", latency.report());
        return figures;
    }

    private void awaitShown(Story story, long answeredNanos) throws InterruptedException {
        while (true) {
            Answer answer = wire.send(story.view());
            if (answer.ok()) {
                return;
            }
            if (answer.status() != NOT_YET || System.nanoTime() - answeredNanos > BOUND) {
                throw new Failure("a command did not become visible: " + answer.complaint() + ".");
            }
        }
    }
}
