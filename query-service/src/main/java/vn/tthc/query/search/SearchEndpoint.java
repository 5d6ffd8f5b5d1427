package vn.tthc.query.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Scope;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.Page;
import vn.tthc.platform.web.Requests;
import vn.tthc.query.QueryPermission;
import vn.tthc.query.dossierview.Concerned;
import vn.tthc.query.dossierview.ConcernedDossiers;
import vn.tthc.query.dossierview.DossierKeys;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Dossiers;
import vn.tthc.query.freshness.AsOf;
import vn.tthc.query.person.Applicants;

/** Lists of dossiers for officials. */
@RestController
class SearchEndpoint {
    private final Requests requests;
    private final AccessPolicy access;
    private final DocumentStore documents;
    private final Applicants applicants;
    private final AsOf asOf;

    SearchEndpoint(Requests requests, AccessPolicy access, DocumentStore documents, Applicants applicants, AsOf asOf) {
        this.requests = requests;
        this.access = access;
        this.documents = documents;
        this.applicants = applicants;
        this.asOf = asOf;
    }

    /**
     * The dossiers that meet all conditions, newest first, of those that concern the caller's agency.
     *
     * @throws vn.tthc.platform.web.Problem 400 {@code QUERY_NOT_SERVED} when no index serves these conditions
     */
    @GetMapping("/api/v1/dossiers")
    DossierList list(@Valid @ParameterObject @ModelAttribute DossierQuery query, HttpServletRequest request) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, QueryPermission.SEARCH_DOSSIERS, Subject.ANY);
        if (!DossierQuery.PARAMETERS.containsAll(request.getParameterMap().keySet())) {
            throw Served.notServed();
        }
        Instant moment = asOf.moment();
        return query.code() == null ? page(query, actor, moment) : byCode(query, query.code(), actor, moment);
    }

    private DossierList page(DossierQuery query, Actor actor, @Nullable Instant moment) {
        Scope scope = access.scope(actor, QueryPermission.SEARCH_DOSSIERS);
        try {
            if (scope.everything()) {
                Page page = documents.find(Served.find(query));
                return new DossierList(rows(page.documents().stream().map(Dossiers::read)), page.next(), moment);
            }
            ConcernedDossiers.Listed listed = Served.find(query, scope.agencies(), documents);
            Stream<DossierView> views = listed.dossiers().stream().flatMap(id -> Dossiers.get(documents, id).stream());
            return new DossierList(rows(views), listed.next(), moment);
        } catch (IllegalArgumentException e) {
            // The index is a declared one, so this can only be the cursor.
            throw Served.invalid("after", "Không phải vị trí trang hợp lệ.", "Not where a page of this list ended.");
        }
    }

    private DossierList byCode(DossierQuery query, String code, Actor actor, @Nullable Instant moment) {
        boolean alone = query.equal().isEmpty()
                && query.receivedFrom() == null
                && query.receivedTo() == null
                && query.after() == null;
        if (!alone) {
            throw Served.notServed();
        }
        List<DossierView> views = DossierKeys.find(
                documents,
                code,
                view -> access.allows(actor, QueryPermission.READ_DOSSIER, Concerned.by(view)),
                query.pageSize());
        return new DossierList(rows(views.stream()), null, moment);
    }

    private List<DossierAnswer> rows(Stream<DossierView> views) {
        return views.map(view -> DossierAnswer.of(view, applicants.masked(view), asOf.parked(view.id()), null))
                .toList();
    }
}
