package vn.tthc.query.lookup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.ClientAddresses;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.query.QueryPermission;
import vn.tthc.query.QueryProblem;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.freshness.AsOf;
import vn.tthc.query.person.Applicants;
import vn.tthc.query.timeline.Timeline;

/** The public's question: where is my dossier. A body and not a URL, so that no secret is logged on its way. */
@RestController
class LookupEndpoint {
    private static final int FACTS = 200;

    private final LookupGate gate;
    private final ClientAddresses addresses;
    private final StatusLookups lookups;
    private final DocumentStore documents;
    private final Applicants applicants;
    private final AsOf asOf;
    private final Requests requests;
    private final AccessPolicy access;

    LookupEndpoint(
            LookupGate gate,
            ClientAddresses addresses,
            StatusLookups lookups,
            DocumentStore documents,
            Applicants applicants,
            AsOf asOf,
            Requests requests,
            AccessPolicy access) {
        this.gate = gate;
        this.addresses = addresses;
        this.lookups = lookups;
        this.documents = documents;
        this.applicants = applicants;
        this.asOf = asOf;
        this.requests = requests;
        this.access = access;
    }

    /**
     * The state of the dossier that code and secret open.
     *
     * @throws Problem 404 {@code LOOKUP_FAILED} when they open none, whichever of the two is wrong; 429 with
     *     {@code Retry-After} when too much is asked
     */
    @PostMapping("/api/v1/status-lookups")
    ResponseEntity<LookupAnswer> lookUp(HttpServletRequest http, @Valid @RequestBody LookupRequest request) {
        access.require(requests.caller(http).actor(), QueryPermission.LOOK_UP, Subject.ANY);
        String address = addresses.of(http);
        gate.enter(address, request.code());
        // The moment is read first: what comes in while the answer is made can only make it newer than it says.
        var moment = asOf.moment();
        DossierView view = lookups.find(request.code(), request.secret()).orElseThrow(() -> {
            gate.missed(address);
            return new Problem(QueryProblem.LOOKUP_FAILED, null, Map.of());
        });
        LookupAnswer answer = LookupAnswer.of(
                view,
                applicants.masked(view),
                Timeline.newestForCitizens(documents, view.id(), FACTS),
                asOf.parked(view.id()),
                moment);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }
}
