package vn.tthc.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A report for people: every figure with its ratio to the bare limit, and to an earlier report. */
final class Table {
    private final JsonNode report;
    private final @Nullable JsonNode baseline;
    private final List<String> lines = new ArrayList<>();

    Table(JsonNode report, @Nullable JsonNode baseline) {
        this.report = report;
        this.baseline = baseline;
    }

    List<String> lines() {
        lines.add(String.format(
                Locale.ROOT,
                "%-52s %12s %10s%s",
                "",
                "FIGURE",
                "OF BARE",
                baseline == null ? "" : "   BEFORE   TIMES"));
        row("bare: sqlite appends/s, every client in one group", "/bare/sqliteAppendsPerSecond", null);
        row(
                String.format(
                        Locale.ROOT,
                        "bare: sqlite appends/s, %.1f to an fsync",
                        report.at("/commands/writesPerFsync").asDouble()),
                "/bare/sqliteAppendsPerSecondInSuchGroups",
                null);
        row("bare: kafka produces/s, acks=all", "/bare/kafkaProducesPerSecond", null);
        row("bare: http answers/s", "/bare/httpAnswersPerSecond", null);
        row("durable commands/s, of the first", "/commands/perSecond", "/bare/sqliteAppendsPerSecond");
        row("  of the second", "/commands/perSecond", "/bare/sqliteAppendsPerSecondInSuchGroups");
        row("  p50 ms at half of it", "/commands/atHalfRate/p50Ms", null);
        row("  p99 ms at half of it", "/commands/atHalfRate/p99Ms", null);
        row("public look-ups/s", "/lookups/perSecond", "/bare/httpAnswersPerSecond");
        row("  p50 ms at " + report.at("/lookups/ratePerSecond").asInt() + "/s", "/lookups/atRate/p50Ms", null);
        row("  p99 ms at " + report.at("/lookups/ratePerSecond").asInt() + "/s", "/lookups/atRate/p99Ms", null);
        String visible = " ms until visible at "
                + report.at("/visibility/commandsPerSecond").asInt() + " commands/s";
        row("p50" + visible, "/visibility/untilVisible/p50Ms", null);
        row("p99" + visible, "/visibility/untilVisible/p99Ms", null);
        row("rebuild of all views, events/s", "/rebuild/eventsPerSecond", "/bare/kafkaProducesPerSecond");
        row("start-up of the slowest service, s", "/startUp/slowestSeconds", null);
        row("memory of all processes, MB", "/surroundings/pssMbTogether", null);
        return lines;
    }

    private void row(String what, String figure, @Nullable String limit) {
        JsonNode value = report.at(figure);
        if (!value.isNumber()) {
            return;
        }
        String ofBare = limit == null || !report.at(limit).isNumber()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.1f %%",
                        100 * value.asDouble() / report.at(limit).asDouble());
        String before = "";
        if (baseline != null
                && baseline.at(figure).isNumber()
                && baseline.at(figure).asDouble() > 0) {
            double then = baseline.at(figure).asDouble();
            before = String.format(Locale.ROOT, " %8.1f %7.2f", then, value.asDouble() / then);
        }
        lines.add(String.format(Locale.ROOT, "%-52s %12.1f %10s%s", what, value.asDouble(), ofBare, before)
                .stripTrailing());
    }

    /** Ratios of every figure that has a bare limit. */
    static Map<String, Double> ratios(JsonNode report) {
        Map<String, Double> ratios = new TreeMap<>();
        ratio(report, ratios, "commandsToSqlite", "/commands/perSecond", "/bare/sqliteAppendsPerSecond");
        ratio(
                report,
                ratios,
                "commandsToSqliteInSuchGroups",
                "/commands/perSecond",
                "/bare/sqliteAppendsPerSecondInSuchGroups");
        ratio(report, ratios, "lookupsToHttp", "/lookups/perSecond", "/bare/httpAnswersPerSecond");
        ratio(report, ratios, "rebuildToKafka", "/rebuild/eventsPerSecond", "/bare/kafkaProducesPerSecond");
        return ratios;
    }

    private static void ratio(JsonNode report, Map<String, Double> ratios, String name, String figure, String limit) {
        double bare = report.at(limit).asDouble(0);
        double value = report.at(figure).asDouble(0);
        if (bare > 0 && value > 0) {
            ratios.put(name, Math.round(value / bare * 10_000) / 10_000.0);
        }
    }
}
