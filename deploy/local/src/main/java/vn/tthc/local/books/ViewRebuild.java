package vn.tthc.local.books;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;

/** Builds a view anew beside the serving one and lets it serve. */
public final class ViewRebuild {
    private static final int NOT_FOUND = 404;

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
        String path = "/internal/views/" + URLEncoder.encode(view, StandardCharsets.UTF_8) + "/rebuild";
        Answer answer = console.ask(Site.QUERY, path, List.of());
        if (answer.status() == NOT_FOUND) {
            throw new Failure(
                    Failure.USAGE, "there is no view '" + view + "'; there are " + String.join(", ", views()) + ".");
        }
        if (!answer.ok()) {
            throw new Failure(
                    Failure.TRY_AGAIN,
                    "view " + view + " was not built anew, the old one serves on: "
                            + Console.sentence(answer.complaint()));
        }
        if (json) {
            out.accept(answer.text());
        } else {
            text(answer.json()).forEach(out);
        }
    }

    private List<String> views() throws InterruptedException {
        List<String> views = new ArrayList<>();
        console.get(Site.QUERY, "/internal/views").path("views").forEach(name -> views.add(name.asString("")));
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
