package vn.tthc.local.books;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What waits for a person, in all services. */
final class ParkedLists {
    private static final int PAGE = 1000;

    private final Console console;
    private final Map<List<String>, Dossier> dossiers = new LinkedHashMap<>();
    private final Set<List<String>> streams = new HashSet<>();

    ParkedLists(Console console) {
        this.console = console;
    }

    /**
     * A dossier that a consumer cannot go on with.
     *
     * @param service whose consumer
     * @param consumer its name
     * @param dossier the dossier, or what is parked together
     * @param stream stream of the first record
     * @param version its version
     * @param reason why it could not be handled
     */
    record Dossier(String service, String consumer, String dossier, String stream, long version, String reason) {}

    /** Reads them as they are now. */
    void read() throws InterruptedException {
        dossiers.clear();
        streams.clear();
        for (Site site : Site.values()) {
            for (JsonNode record : records(console, site)) {
                add(site, record);
            }
        }
    }

    void add(Site site, JsonNode record) {
        String consumer = record.path("consumer").asString("");
        String dossier = record.path("dossier").asString("");
        String stream = record.path("stream").asString("");
        streams.add(List.of(site.shortName(), consumer, stream));
        dossiers.putIfAbsent(
                List.of(site.shortName(), consumer, dossier),
                new Dossier(
                        site.shortName(),
                        consumer,
                        dossier,
                        stream,
                        record.path("version").asLong(0),
                        record.path("reason").asString("")));
    }

    /** Each parked dossier once per consumer, with its first record. */
    List<Dossier> dossiers() {
        return List.copyOf(dossiers.values());
    }

    /** Whether that stream stands still for that consumer because its dossier is parked. */
    boolean holdsUp(String service, String consumer, String stream) {
        return streams.contains(List.of(service, consumer, stream));
    }

    /** Every parked record of a service, oldest first. */
    static List<JsonNode> records(Console console, Site site) throws InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        long after = 0;
        int size;
        do {
            JsonNode page = console.get(site, "/internal/parked?after=" + after + "&limit=" + PAGE)
                    .path("parked");
            size = page.size();
            for (JsonNode record : page) {
                all.add(record);
                after = record.path("id").asLong(after);
            }
        } while (size == PAGE);
        return all;
    }
}
