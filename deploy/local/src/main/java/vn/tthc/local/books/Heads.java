package vn.tthc.local.books;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How far every stream of every service is at the moment we look. */
final class Heads {
    /** As many as a service gives, and takes, at once. */
    static final int PAGE = 1000;

    private Heads() {}

    /**
     * A stream and its last version.
     *
     * @param stream id
     * @param version at least 1
     */
    record Head(String stream, long version) {}

    static List<Head> read(Console console) throws InterruptedException {
        List<Head> all = new ArrayList<>();
        for (Site site : Site.values()) {
            String after = "";
            do {
                String query = after.isEmpty() ? "" : "?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
                JsonNode page = console.get(site, "/internal/log/heads" + query);
                for (JsonNode head : page.path("heads")) {
                    all.add(new Head(
                            head.path("stream").asString(""),
                            head.path("version").asLong(0)));
                }
                after = page.path("next").asString("");
            } while (!after.isEmpty());
        }
        return all;
    }
}
