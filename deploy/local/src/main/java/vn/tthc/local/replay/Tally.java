package vn.tthc.local.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the services have confirmed. */
final class Tally {
    private static final int COMPLAINTS_TOLD = 100;

    private final Map<String, Integer> channels = new TreeMap<>();
    private final Map<Complaint.Kind, Integer> complaints = new EnumMap<>(Complaint.Kind.class);
    private final List<Complaint> first = new ArrayList<>();
    private int received;
    private int steps;
    private int finished;
    private int onTime;
    private int late;
    private int endedBeforeReception;
    private int stepsAfterEnd;
    private int dossiersWithStepsAfterEnd;
    private int deadlineBeforeReception;
    private int made;
    private int unchanged;

    /** A dossier is there with its reception; {@code repeated} when it was before. */
    synchronized void received(CasePlan plan, boolean repeated) {
        received++;
        channels.merge(plan.reception().channel(), 1, Integer::sum);
        if (plan.deadline().filter(due -> due.isBefore(plan.reception().at())).isPresent()) {
            deadlineBeforeReception++;
        }
        count(repeated);
    }

    /** A step is there. */
    synchronized void recorded(boolean repeated) {
        steps++;
        count(repeated);
    }

    /** A dossier is at its end; {@code recorded} are the steps that are there. */
    synchronized void finished(CasePlan plan, List<LogRow> recorded, boolean repeated) {
        plan.end().ifPresent(end -> {
            finished++;
            if (end.isBefore(plan.reception().at())) {
                endedBeforeReception++;
            }
            plan.deadline().ifPresent(due -> {
                if (end.isAfter(due)) {
                    late++;
                } else {
                    onTime++;
                }
            });
            int after =
                    (int) recorded.stream().filter(row -> row.at().isAfter(end)).count();
            stepsAfterEnd += after;
            dossiersWithStepsAfterEnd += after > 0 ? 1 : 0;
        });
        count(repeated);
    }

    private void count(boolean repeated) {
        if (repeated) {
            unchanged++;
        } else {
            made++;
        }
    }

    synchronized void complain(Complaint complaint) {
        complaints.merge(complaint.kind(), 1, Integer::sum);
        if (first.size() < COMPLAINTS_TOLD) {
            first.add(complaint);
        }
    }

    /** Whether everything in the file was taken over. */
    synchronized boolean clean() {
        return complaints.isEmpty();
    }

    synchronized int dossiers() {
        return received;
    }

    /** What was not taken over, as lines for people: the first hundred, and how many more there were. */
    synchronized List<String> problems() {
        List<String> lines = new ArrayList<>();
        first.forEach(complaint -> lines.add("line " + complaint.line() + ": " + complaint.what()));
        int more = complaints.values().stream().mapToInt(Integer::intValue).sum() - first.size();
        if (more > 0) {
            lines.add("and " + more + " more");
        }
        return lines;
    }

    /** All figures under the names in which they are asked for. */
    synchronized Map<String, Object> summary() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("dossiers", received);
        figures.put("received", received);
        figures.put("recordedSteps", steps);
        figures.put("finished", finished);
        figures.put("onTime", onTime);
        figures.put("late", late);
        figures.put("open", received - finished);
        figures.put("channels", new TreeMap<>(channels));
        Map<String, Object> anomalies = new LinkedHashMap<>();
        anomalies.put("endedBeforeReception", endedBeforeReception);
        anomalies.put("stepsAfterEnd", stepsAfterEnd);
        anomalies.put("dossiersWithStepsAfterEnd", dossiersWithStepsAfterEnd);
        anomalies.put("deadlineBeforeReception", deadlineBeforeReception);
        figures.put("anomalies", anomalies);
        figures.put("new", made);
        figures.put("unchanged", unchanged);
        figures.put("conflicts", complaints.getOrDefault(Complaint.Kind.CONFLICT, 0));
        figures.put("malformed", complaints.getOrDefault(Complaint.Kind.MALFORMED, 0));
        figures.put("refused", complaints.getOrDefault(Complaint.Kind.REFUSED, 0));
        figures.put("problems", List.copyOf(first));
        return figures;
    }
}
