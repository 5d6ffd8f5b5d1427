package vn.tthc.e2e.plug;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What must be shown of each dossier: worked out from what the client did alone, never from what the services made of
 * it.
 */
final class Expected {
    private static final int REFUSED = 3;

    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Map<String, Long> figures = new TreeMap<>();

    private Expected() {}

    /** From the client's orders that are in the log. */
    static Expected of(List<Ledger.Line> lines, Commits commits) {
        Map<String, Map<Order.Kind, Long>> done = new HashMap<>();
        Map<String, String> dossierOfItem = new HashMap<>();
        for (Ledger.Line line : lines) {
            for (Commits.Commit commit : commits.of(line.order())) {
                String dossier = commit.stream().startsWith("item-")
                        ? dossierOfItem.computeIfAbsent(commit.stream(), item -> dossier(commits, item))
                        : commit.first().dossierId();
                done.computeIfAbsent(dossier, id -> new HashMap<>())
                        .merge(line.order().kind(), 1L, Long::sum);
            }
        }
        Expected expected = new Expected();
        done.forEach(expected::add);
        return expected;
    }

    /** The item was opened because of an event of the dossier's stream. */
    private static String dossier(Commits commits, String item) {
        return commits.all().stream()
                .filter(commit -> commit.stream().equals(item) && commit.first().cause() != null)
                .min(Comparator.comparingLong(Commits.Commit::version))
                .map(commit -> commit.first().cause())
                .map(cause -> cause.substring(cause.indexOf('-') + 1, cause.indexOf('@')))
                .orElse(item);
    }

    private void add(String dossier, Map<Order.Kind, Long> done) {
        int status = status(done);
        statuses.put(dossier, status);
        figures.merge("dossiers", 1L, Long::sum);
        boolean received = done.containsKey(Order.Kind.RECEIVE);
        boolean finished = done.containsKey(Order.Kind.FINISH);
        figures.merge("received", received ? 1L : 0L, Long::sum);
        figures.merge("finished", finished ? 1L : 0L, Long::sum);
        figures.merge("open", received && !finished ? 1L : 0L, Long::sum);
        figures.merge("returned", status == 10 ? 1L : 0L, Long::sum);
        figures.merge("recordedSteps", done.getOrDefault(Order.Kind.RECORD_STEP, 0L), Long::sum);
        figures.merge("byStatus/" + status, 1L, Long::sum);
    }

    private static int status(Map<Order.Kind, Long> done) {
        if (done.containsKey(Order.Kind.RETURN) || done.containsKey(Order.Kind.DELIVER)) {
            return 10;
        }
        if (done.containsKey(Order.Kind.FINISH)) {
            return 9;
        }
        if (done.containsKey(Order.Kind.ACCEPT_CUSTODY)) {
            return 4;
        }
        if (done.containsKey(Order.Kind.REFUSE)) {
            return REFUSED;
        }
        return done.containsKey(Order.Kind.RECEIVE) ? 2 : 1;
    }

    /** Official status by dossier. */
    Map<String, Integer> statuses() {
        return statuses;
    }

    /** Figures over all of them, as the statistics call them. */
    Map<String, Long> figures() {
        return figures;
    }
}
