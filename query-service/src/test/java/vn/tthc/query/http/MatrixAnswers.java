package vn.tthc.query.http;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.tthc.platform.access.matrix.Probe;
import vn.tthc.platform.access.matrix.Thing;
import vn.tthc.query.http.MatrixDossiers.Filed;
import vn.tthc.query.http.MatrixDossiers.Situation;

/** What the matrix compares of an answer, and beside each what that is to be. */
final class MatrixAnswers {
    private MatrixAnswers() {}

    static List<?> found(Probe.Answer answer) {
        return List.of(ids(answer, "$.dossiers[*].dossierId"), JsonPath.<Boolean>read(answer.body(), "$.more"));
    }

    static List<?> found(MatrixDossiers story, List<Thing> seen) {
        return List.of(ids(story, seen), false);
    }

    /** How many there are here, how many agree, and which do not. */
    static List<?> reconciled(Probe.Answer answer, String which) {
        return List.of(
                JsonPath.<Integer>read(answer.body(), "$.here"),
                JsonPath.<Integer>read(answer.body(), "$.agreeing"),
                ids(answer, which));
    }

    static List<String> late(MatrixDossiers story, List<Thing> seen) {
        return ids(story.in(seen, each -> each.situation() == Situation.ENDED_LATE));
    }

    static List<String> ids(Probe.Answer answer, String path) {
        return JsonPath.read(answer.body(), path);
    }

    static List<String> ids(List<Filed> filed) {
        return filed.stream().map(Filed::id).toList();
    }

    static List<String> ids(MatrixDossiers story, List<Thing> seen) {
        return ids(story.in(seen, each -> true));
    }

    static List<?> work(Probe.Answer answer) {
        return page(answer, "$.items[*].dossierId");
    }

    /** The rows of a page, and whether there are more. */
    static List<?> page(Probe.Answer answer, String path) {
        return List.of(ids(answer, path), answer.body().contains("\"next\":\""));
    }

    static List<?> page(List<String> all, int limit) {
        return List.of(all.stream().limit(limit).toList(), all.size() > limit);
    }

    /** Every number there is that is not nothing, by its path. */
    static Map<String, Integer> figures(Probe.Answer answer) {
        Map<String, Object> json = JsonPath.read(answer.body(), "$");
        Map<String, Integer> figures = new TreeMap<>();
        json.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                inner.forEach((key, count) -> figures.put(name + "." + key, (Integer) count));
            } else if (value instanceof Integer count) {
                figures.put(name, count);
            }
        });
        figures.values().removeIf(count -> count == 0);
        return figures;
    }

    static Map<String, Integer> sum(Map<String, Integer> some, Map<String, Integer> others) {
        Map<String, Integer> sum = new TreeMap<>(some);
        others.forEach((figure, count) -> sum.merge(figure, count, Integer::sum));
        return sum;
    }
}
