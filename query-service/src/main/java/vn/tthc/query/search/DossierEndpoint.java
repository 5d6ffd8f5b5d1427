package vn.tthc.query.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.query.QueryPermission;
import vn.tthc.query.dossierview.Concerned;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Dossiers;
import vn.tthc.query.freshness.AsOf;
import vn.tthc.query.person.Applicants;
import vn.tthc.query.timeline.Timeline;

/** One dossier and its timeline, for officials of the agencies it concerns. */
@RestController
class DossierEndpoint {
    private final Requests requests;
    private final AccessPolicy access;
    private final DocumentStore documents;
    private final Applicants applicants;
    private final AsOf asOf;

    DossierEndpoint(Requests requests, AccessPolicy access, DocumentStore documents, Applicants applicants, AsOf asOf) {
        this.requests = requests;
        this.access = access;
        this.documents = documents;
        this.applicants = applicants;
        this.asOf = asOf;
    }

    /** A dossier; 404 when nothing has been heard of it. */
    @GetMapping("/api/v1/dossiers/{id}")
    DossierAnswer dossier(@PathVariable String id, HttpServletRequest request) {
        Instant moment = asOf.moment();
        DossierView view = allowed(id, requests.caller(request).actor());
        return DossierAnswer.of(view, applicants.masked(view), asOf.parked(id), moment);
    }

    /** What happened to it, oldest first. */
    @GetMapping("/api/v1/dossiers/{id}/timeline")
    TimelineAnswer timeline(
            @PathVariable String id,
            @RequestParam(required = false) @Size(max = 400) @Nullable String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit,
            HttpServletRequest request) {
        Instant moment = asOf.moment();
        Actor actor = requests.caller(request).actor();
        DossierView view = allowed(id, actor);
        boolean internal = access.allows(actor, QueryPermission.READ_INTERNAL_FACTS, Concerned.by(view));
        Timeline.Facts page = facts(id, internal, after, limit);
        return new TimelineAnswer(id, page.facts(), page.next(), asOf.parked(id), view.positions(), moment);
    }

    private Timeline.Facts facts(String id, boolean internal, @Nullable String after, int limit) {
        try {
            return internal
                    ? Timeline.all(documents, id, after, limit)
                    : Timeline.forAgencies(documents, id, after, limit);
        } catch (IllegalArgumentException e) {
            // The index is a declared one, so this can only be the cursor.
            throw Served.invalid("after", "Không phải vị trí trang hợp lệ.", "Not where a page of this list ended.");
        }
    }

    private DossierView allowed(String id, Actor actor) {
        DossierView view = Dossiers.get(documents, id).orElseGet(() -> DossierView.empty(id));
        access.require(actor, QueryPermission.READ_DOSSIER, Concerned.by(view));
        if (view.positions().isEmpty()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return view;
    }
}
