package vn.tthc.local.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A balance for a person: figures first, then every difference on a line of its own. */
final class BalanceText {
    private static final int SHOWN = 100;

    private BalanceText() {}

    static List<String> of(Balance balance) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-20s %9s %9s %10s %9s %6s",
                "LOG",
                "STREAMS",
                "EVENTS",
                "ON TOPICS",
                "REPEATS",
                "WRONG"));
        for (JsonNode service : balance.services()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-20s %9d %9d %10d %9d %6d",
                    service.path("service").asString(""),
                    service.path("streams").asLong(0),
                    service.path("events").asLong(0),
                    service.path("published").asLong(0),
                    service.path("repeats").asLong(0),
                    service.path("differenceCount").asLong(0)));
        }
        lines.add(String.format(
                Locale.ROOT, "%-20s %9s %9s %10s %9s %6s", "VIEW", "DOCUMENTS", "RECORDS", "", "", "WRONG"));
        for (JsonNode view : balance.views()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-20s %9d %9d %10s %9s %6d",
                    name(view),
                    view.path("documents").asLong(0),
                    view.path("events").asLong(0),
                    "",
                    "",
                    view.path("differenceCount").asLong(0)));
        }
        lines.add(String.format(
                Locale.ROOT,
                "%d positions of consumers compared, %d behind; %d parked dossiers",
                balance.positions(),
                balance.behind().size(),
                balance.parked().size()));
        foreign(balance, lines);
        differences(balance, lines);
        lines.add(ending(balance));
        lines.replaceAll(String::stripTrailing);
        return lines;
    }

    private static String name(JsonNode view) {
        return view.path("service").asString("") + "/" + view.path("view").asString("");
    }

    private static void foreign(Balance balance, List<String> lines) {
        for (JsonNode service : balance.services()) {
            long count = service.path("foreignCount").asLong(0);
            if (count > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%d records on the topics of %s are none of its events, the first in %s",
                        count,
                        service.path("service").asString(""),
                        service.path("foreign").path(0).asString("")));
            }
        }
    }

    private static void differences(Balance balance, List<String> lines) {
        for (JsonNode service : balance.services()) {
            for (JsonNode one : service.path("differences")) {
                lines.add(String.format(
                        Locale.ROOT,
                        "  %s %s: %s@%d: %s",
                        one.path("kind").asString(""),
                        service.path("service").asString(""),
                        one.path("where").asString(""),
                        one.path("version").asLong(0),
                        one.path("detail").asString("")));
            }
            more(
                    service,
                    "differences",
                    "of the log of " + service.path("service").asString(""),
                    lines);
        }
        for (JsonNode view : balance.views()) {
            String name = name(view);
            for (JsonNode one : view.path("differences")) {
                lines.add("  VIEW " + name + ": " + one.asString(""));
            }
            more(view, "differences", "of view " + name, lines);
        }
        balance.behind().stream()
                .limit(SHOWN)
                .map(one -> String.format(
                        Locale.ROOT,
                        "  BEHIND %s/%s: %s: has version %d of %d",
                        one.service(),
                        one.consumer(),
                        one.stream(),
                        one.position(),
                        one.version()))
                .forEach(lines::add);
        more(balance.behind().size(), "that are behind", lines);
        balance.parked().stream()
                .limit(SHOWN)
                .map(one -> String.format(
                        Locale.ROOT,
                        "  PARKED %s/%s: dossier %s since %s@%d: %s",
                        one.service(),
                        one.consumer(),
                        one.dossier(),
                        one.stream(),
                        one.version(),
                        one.reason()))
                .forEach(lines::add);
        more(balance.parked().size(), "that are parked", lines);
    }

    private static void more(JsonNode report, String shown, String what, List<String> lines) {
        long left =
                report.path("differenceCount").asLong(0) - report.path(shown).size();
        if (left > 0) {
            lines.add("  ... and " + left + " more " + what);
        }
    }

    private static void more(int all, String what, List<String> lines) {
        if (all > SHOWN) {
            lines.add("  ... and " + (all - SHOWN) + " more " + what);
        }
    }

    private static String ending(Balance balance) {
        return balance.ok()
                ? String.format(
                        Locale.ROOT, "Sổ sách khớp / the books balance: no difference, %.1f s", balance.seconds())
                : String.format(
                        Locale.ROOT,
                        "Sổ sách không khớp / the books do not balance: %d differences, %.1f s;"
                                + " docs/runbook.md says what each kind means",
                        balance.differences(),
                        balance.seconds());
    }
}
