package vn.tthc.query.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.query.QueryPermission;
import vn.tthc.query.person.Erasure;

/** Shows how far the erasure of a person has come. */
@RestController
class ErasureEndpoint {
    private static final Set<String> SERVICES = Set.of("intake", "processing", "postal", "query");

    private final DocumentStore documents;
    private final AccessPolicy access;
    private final Requests requests;

    ErasureEndpoint(DocumentStore documents, AccessPolicy access, Requests requests) {
        this.documents = documents;
        this.access = access;
        this.requests = requests;
    }

    /**
     * An erasure.
     *
     * @param complete whether every service has said that it has forgotten
     */
    record ErasureAnswer(Erasure erasure, boolean complete) {}

    /** The erasure of a person, by the random id the decision was answered with; 404 when there is none. */
    @GetMapping("/api/v1/erasures/{person}")
    ErasureAnswer erasure(@PathVariable String person, HttpServletRequest request) {
        access.require(requests.caller(request).actor(), QueryPermission.READ_ERASURES, Subject.ANY);
        Erasure erasure = Erasure.get(documents, person).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        return new ErasureAnswer(
                erasure, erasure.forgottenBy().keySet().containsAll(SERVICES) && erasure.decidedAt() != null);
    }
}
