package vn.tthc.query.statistics;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Scope;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.query.QueryPermission;
import vn.tthc.query.QueryProblem;
import vn.tthc.query.freshness.AsOf;

/** Figures over all dossiers. */
@RestController
class StatisticsEndpoint {
    private static final Set<String> PARAMETERS = Set.of("source", "agency");

    private final Requests requests;
    private final AccessPolicy access;
    private final DocumentStore documents;
    private final AsOf asOf;

    StatisticsEndpoint(Requests requests, AccessPolicy access, DocumentStore documents, AsOf asOf) {
        this.requests = requests;
        this.access = access;
        this.documents = documents;
        this.asOf = asOf;
    }

    /**
     * Figures of a source and a responsible agency, of all of them where none is given: all that the caller may see.
     * People of an agency see those of the agencies within their reach, and figures of nobody else.
     *
     * @throws Problem 400 {@code QUERY_NOT_SERVED} for any other condition
     */
    @GetMapping("/api/v1/statistics")
    StatisticsAnswer statistics(
            @RequestParam(required = false) @Size(max = 64) @Nullable String source,
            @RequestParam(required = false) @Size(max = 64) @Nullable String agency,
            HttpServletRequest request) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, QueryPermission.READ_STATISTICS, agency == null ? Subject.ANY : Subject.of(agency));
        if (!PARAMETERS.containsAll(request.getParameterMap().keySet())) {
            throw new Problem(QueryProblem.QUERY_NOT_SERVED, null, Map.of("served", "source, agency"));
        }
        Instant moment = asOf.moment();
        return StatisticsAnswer.of(source, agency, sums(source, agency, actor), moment);
    }

    private Map<String, Long> sums(@Nullable String source, @Nullable String agency, Actor actor) {
        if (agency != null) {
            return sums(source, agency);
        }
        Scope scope = access.scope(actor, QueryPermission.READ_STATISTICS);
        if (scope.everything()) {
            return sums(source, CounterKey.ALL);
        }
        Map<String, Long> all = new TreeMap<>();
        for (String each : scope.agencies()) {
            Map<String, Long> own = sums(source, each);
            own.forEach((counter, count) -> all.merge(counter, count, Long::sum));
            all.put(Contribution.AGENCY + each, own.getOrDefault(Contribution.DOSSIERS, 0L));
        }
        return all;
    }

    private Map<String, Long> sums(@Nullable String source, String agency) {
        if (source != null) {
            return Counters.sums(documents, source, agency);
        }
        Map<String, Long> all = new TreeMap<>();
        Counters.sources(documents, agency)
                .forEach(each -> Counters.sums(documents, each, agency)
                        .forEach((counter, count) -> all.merge(counter, count, Long::sum)));
        return all;
    }
}
