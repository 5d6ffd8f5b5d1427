package vn.tthc.local.books;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What balancing the books found.
 *
 * @param services per service what its log, compared with itself and its topics, shows
 * @param views per view what computing it once more shows
 * @param behind consumers that did not come as far as the fixed versions
 * @param parked dossiers that wait for a person
 * @param positions consumers' positions that were compared
 * @param seconds how long it took
 */
record Balance(
        List<JsonNode> services,
        List<JsonNode> views,
        List<Positions.Behind> behind,
        List<ParkedLists.Dossier> parked,
        long positions,
        double seconds) {
    private static final int SHOWN = 100;

    Balance {
        services = List.copyOf(services);
        views = List.copyOf(views);
        behind = List.copyOf(behind);
        parked = List.copyOf(parked);
    }

    long differences() {
        return sum(services, "differenceCount") + sum(views, "differenceCount") + behind.size() + parked.size();
    }

    boolean ok() {
        return differences() == 0;
    }

    long documents() {
        return sum(views, "documents");
    }

    static long sum(List<JsonNode> reports, String figure) {
        return reports.stream()
                .mapToLong(report -> report.path(figure).asLong(0))
                .sum();
    }

    /** One object for a machine. */
    Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("ok", ok());
        report.put("differences", differences());
        report.put("services", services);
        report.put("views", views);
        report.put("positions", positions);
        report.put("behindCount", behind.size());
        report.put("behind", behind.stream().limit(SHOWN).toList());
        report.put("parked", parked.size());
        report.put("parkedDossiers", parked.stream().limit(SHOWN).toList());
        report.put("seconds", Math.round(seconds * 10) / 10.0);
        return report;
    }
}
