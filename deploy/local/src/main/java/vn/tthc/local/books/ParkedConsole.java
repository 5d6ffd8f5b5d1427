package vn.tthc.local.books;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Failure;
import vn.tthc.local.Json;
import vn.tthc.local.http.Answer;

/** What waits for a person (hồ sơ chờ xử lý): looking at it, trying it again, passing over it. */
public final class ParkedConsole {
    private static final String FORMAT = "%-10s %6s  %-24s %-38s %-44s %s";

    private final Console console;
    private final boolean json;
    private final Consumer<String> out;

    /**
     * A console.
     *
     * @param json whether a machine reads
     * @param out takes what is found
     */
    public ParkedConsole(Console console, boolean json, Consumer<String> out) {
        this.console = console;
        this.json = json;
        this.out = out;
    }

    /** Everything that is parked, of all services, oldest first in each. */
    public void list() throws InterruptedException {
        List<Map<String, Object>> all = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Site site : Site.values()) {
            for (JsonNode record : ParkedLists.records(console, site)) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("service", site.shortName());
                record.properties().forEach(field -> one.put(field.getKey(), field.getValue()));
                all.add(one);
                lines.add(String.format(
                        FORMAT,
                        site.shortName(),
                        record.path("id").asLong(0),
                        record.path("consumer").asString(""),
                        record.path("dossier").asString(""),
                        record.path("stream").asString("") + "@"
                                + record.path("version").asLong(0),
                        record.path("reason").asString("")));
            }
        }
        if (json) {
            out.accept(Json.write(Map.of("parked", all)));
        } else if (lines.isEmpty()) {
            out.accept("Không có hồ sơ nào chờ xử lý / nothing is parked.");
        } else {
            out.accept(String.format(FORMAT, "SERVICE", "ID", "CONSUMER", "DOSSIER", "STREAM@VERSION", "REASON"));
            lines.forEach(out);
        }
    }

    /** One record, its words covered. */
    public void show(Site site, String id) throws InterruptedException {
        if (!id.matches("[0-9]{1,18}")) {
            throw new Failure(
                    Failure.USAGE, "'" + id + "' is not the id of a parked record; ./tthc parked lists them.");
        }
        JsonNode record = console.get(site, "/internal/parked/" + id);
        out.accept(
                json
                        ? Json.write(record)
                        : Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(record));
    }

    /**
     * Tries a dossier's records again, in order.
     *
     * @return 0 when none is left, 1 when one failed again
     */
    public int retry(Site site, String consumer, String dossier) throws InterruptedException {
        JsonNode tried = settle(site, "/internal/parked/retries", Map.of("consumer", consumer, "dossier", dossier));
        String failure = tried.path("failure").asString("");
        if (json) {
            out.accept(Json.write(tried));
        } else {
            out.accept(tried.path("handled").asLong(0) + " records were handled"
                    + (failure.isEmpty()
                            ? "; none of the dossier is left."
                            : "; the next one failed again: " + failure));
        }
        return failure.isEmpty() ? 0 : 1;
    }

    /** Passes over a record for good; the service puts that on record first. */
    public void skip(Site site, String consumer, String dossier, String stream, String version, String reason)
            throws InterruptedException {
        if (!version.matches("[0-9]{1,18}")) {
            throw new Failure(Failure.USAGE, "'" + version + "' is not a version.");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("consumer", consumer);
        body.put("dossier", dossier);
        body.put("stream", stream);
        body.put("version", Long.valueOf(version));
        body.put("reason", reason);
        JsonNode skipped = settle(site, "/internal/parked/skips", body);
        out.accept(
                json
                        ? Json.write(skipped)
                        : stream + "@" + version + " is passed over; ./tthc parked retry " + site.shortName() + " "
                                + consumer + " " + dossier + " goes on with what came after it.");
    }

    private JsonNode settle(Site site, String path, Map<String, ?> body) throws InterruptedException {
        Answer answer = console.ask(site, path, body);
        if (!answer.ok()) {
            throw new Failure(site.process() + " refused: " + Console.sentence(answer.complaint()));
        }
        return answer.json();
    }
}
