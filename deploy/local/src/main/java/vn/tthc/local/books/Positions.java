package vn.tthc.local.books;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Waits until every consumer of every service has come as far as the heads that were fixed. */
final class Positions {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 250;

    private final Console console;
    private final Duration bound;
    private long compared;

    Positions(Console console) {
        this(console, BOUND);
    }

    Positions(Console console, Duration bound) {
        this.console = console;
        this.bound = bound;
    }

    /**
     * A consumer that has not come as far as a stream.
     *
     * @param service whose consumer
     * @param consumer its name
     * @param stream the stream
     * @param position the last version it has handled
     * @param version the version it should have
     */
    record Behind(String service, String consumer, String stream, long position, long version) {}

    /** Positions that were looked at: one for every stream of every consumer that listens to it. */
    long compared() {
        return compared;
    }

    /**
     * Waits half a minute at most; stops early when nothing is left but what parked dossiers hold up.
     *
     * @return those that are behind and not because of a parked dossier
     */
    List<Behind> await(List<Heads.Head> heads, ParkedLists parked) throws InterruptedException {
        long deadline = System.nanoTime() + bound.toNanos();
        Map<Site, List<Heads.Head>> open = new EnumMap<>(Site.class);
        for (Site site : Site.values()) {
            open.put(site, heads);
        }
        boolean first = true;
        while (true) {
            List<Behind> behind = new ArrayList<>();
            for (Site site : List.copyOf(open.keySet())) {
                List<Behind> here = ask(site, open.getOrDefault(site, List.of()), first);
                open.put(site, streams(here));
                behind.addAll(here);
            }
            first = false;
            parked.read();
            behind.removeIf(one -> parked.holdsUp(one.service(), one.consumer(), one.stream()));
            if (behind.isEmpty() || System.nanoTime() > deadline) {
                return behind;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private List<Behind> ask(Site site, List<Heads.Head> heads, boolean count) throws InterruptedException {
        List<Behind> behind = new ArrayList<>();
        for (int from = 0; from < heads.size(); from += Heads.PAGE) {
            List<Heads.Head> page = heads.subList(from, Math.min(heads.size(), from + Heads.PAGE));
            JsonNode answer = console.post(site, "/internal/positions/behind", Map.of("heads", page));
            compared += count ? answer.path("compared").asLong(0) : 0;
            for (JsonNode one : answer.path("behind")) {
                behind.add(new Behind(
                        site.shortName(),
                        one.path("consumer").asString(""),
                        one.path("stream").asString(""),
                        one.path("position").asLong(0),
                        one.path("version").asLong(0)));
            }
        }
        return behind;
    }

    /** What has to be asked again: each stream once, however many consumers are behind it. */
    static List<Heads.Head> streams(List<Behind> behind) {
        Map<String, Long> streams = new TreeMap<>();
        behind.forEach(one -> streams.merge(one.stream(), one.version(), Math::max));
        return streams.entrySet().stream()
                .map(entry -> new Heads.Head(entry.getKey(), entry.getValue()))
                .toList();
    }
}
