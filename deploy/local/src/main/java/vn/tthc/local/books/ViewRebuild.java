package vn.tthc.local.books;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;

/** Builds a view anew beside the serving one and lets it serve, in every service that has a view of that name. */
public final class ViewRebuild {
    private final Console console;

    public ViewRebuild(Console console) {
        this.console = console;
    }

    /**
     * Builds it and prints what was found.
     *
     * @throws Failure when there is no such view, or somebody cannot be asked
     */
    public void run(String view, boolean json, Consumer<String> out) throws InterruptedException {
        Map<Site, List<String>> views = views();
        List<Site> owners = views.keySet().stream()
                .filter(site -> views.getOrDefault(site, List.of()).contains(view))
                .toList();
        if (owners.isEmpty()) {
            throw new Failure(
                    Failure.USAGE,
                    "there is no view '" + view + "'; there are "
                            + views.values().stream()
                                    .flatMap(List::stream)
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        for (Site site : owners) {
            rebuild(site, view, json, out);
        }
    }

    private void rebuild(Site site, String view, boolean json, Consumer<String> out) throws InterruptedException {
        String path = "/internal/views/" + URLEncoder.encode(view, StandardCharsets.UTF_8) + "/rebuild";
        Answer answer = console.ask(site, path, List.of());
        if (!answer.ok()) {
            throw new Failure(
                    Failure.TRY_AGAIN,
                    "view " + view + " of " + site.process() + " was not built anew, the old one serves on: "
                            + Console.sentence(answer.complaint()));
        }
        if (json) {
            out.accept(answer.text());
        } else {
            text(answer.json()).forEach(out);
        }
    }

    private Map<Site, List<String>> views() throws InterruptedException {
        Map<Site, List<String>> views = new EnumMap<>(Site.class);
        for (Site site : Site.values()) {
            List<String> here = new ArrayList<>();
            console.get(site, "/internal/views").path("views").forEach(name -> here.add(name.asString("")));
            views.put(site, here);
        }
        return views;
    }

    static List<String> text(JsonNode report) {
        List<String> lines = new ArrayList<>();
        long wrong = report.path("differenceCount").asLong(0);
        lines.add(String.format(
                Locale.ROOT,
                "View %s was built anew from %d records in %.1f s; generation %d serves.",
                report.path("view").asString(""),
                report.path("events").asLong(0),
                report.path("millis").asLong(0) / 1e3,
                report.path("generation").asLong(0)));
        lines.add(
                wrong == 0
                        ? report.path("documents").asLong(0) + " documents compared, none was different."
                        : wrong + " of " + report.path("documents").asLong(0)
                                + " documents were different; they are replaced:");
        report.path("differences").forEach(one -> lines.add("  " + one.asString("")));
        long left = wrong - report.path("differences").size();
        if (left > 0) {
            lines.add("  ... and " + left + " more");
        }
        return lines;
    }
}
