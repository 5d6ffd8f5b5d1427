package vn.tthc.local.statistics;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Api;
import vn.tthc.local.http.Call;
import vn.tthc.local.http.ServiceAway;
import vn.tthc.local.http.Services;

/**
 * Waits until the views have everything that had been answered before. A fact of one service may make another one speak
 * (a finished case ends its dossier), so ends are taken and waited for in rounds, as many as the longest chain of facts
 * has links.
 */
final class Barrier {
    private static final String PATH = "/internal/progress";
    private static final int LONGEST_CHAIN = 5;
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final int MOST_NAMED = 5;
    private static final long POLL_MILLIS = 100;

    private final Api api;
    private final Services services;
    private final String token;
    private final long deadline = System.nanoTime() + BOUND.toNanos();

    Barrier(Api api, Services services, String token) {
        this.api = api;
        this.services = services;
        this.token = token;
    }

    /**
     * Waits, two minutes at most.
     *
     * @return how many dossiers the views had to leave aside
     * @throws Failure when it takes longer
     */
    long await() throws InterruptedException {
        Map<String, Map<Integer, Long>> ends = Map.of();
        for (int round = 0; round < LONGEST_CHAIN; round++) {
            Map<String, Map<Integer, Long>> before = ends;
            Map<String, Map<Integer, Long>> now = new TreeMap<>();
            for (Call service : writers()) {
                now.putAll(reached(service, before).ends());
            }
            ends = now;
            if (ends.equals(before)) {
                break;
            }
        }
        return reached(services.query(PATH, token), ends).parked();
    }

    private List<Call> writers() {
        return List.of(services.intake(PATH, token), services.processing(PATH, token), services.postal(PATH, token));
    }

    private Progress reached(Call service, Map<String, Map<Integer, Long>> ends) throws InterruptedException {
        while (true) {
            Progress progress = progress(service);
            List<String> behind = progress.behind(ends);
            if (progress.unpublished() == 0 && progress.held() == 0 && behind.isEmpty()) {
                return progress;
            }
            if (System.nanoTime() > deadline) {
                throw new Failure(
                        Failure.TRY_AGAIN,
                        service.service() + " has not caught up within " + BOUND.toSeconds() + " s ("
                                + progress.unpublished() + " unpublished, " + progress.held()
                                + " held" + named(behind) + "); ask again later.");
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private static String named(List<String> behind) {
        return behind.stream().limit(MOST_NAMED).map(one -> ", " + one).collect(Collectors.joining());
    }

    private Progress progress(Call service) throws InterruptedException {
        try {
            Answer answer = api.send(service);
            if (!answer.ok()) {
                throw new Failure(service.service() + " does not tell its progress: " + answer.complaint() + ".");
            }
            return Progress.of(answer.json());
        } catch (ServiceAway e) {
            throw new Failure(Failure.TRY_AGAIN, e.getMessage() + ".");
        }
    }
}
