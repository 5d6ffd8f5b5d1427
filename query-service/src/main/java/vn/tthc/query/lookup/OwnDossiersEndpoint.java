package vn.tthc.query.lookup;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.Requests;
import vn.tthc.query.QueryPermission;
import vn.tthc.query.dossierview.DossierView;
import vn.tthc.query.dossierview.Dossiers;
import vn.tthc.query.freshness.AsOf;
import vn.tthc.query.person.Applicants;
import vn.tthc.query.person.PersonSearch;
import vn.tthc.query.timeline.Timeline;

/**
 * A citizen's own dossiers: those that name the person whose identity number the identity provider has verified. They are
 * shown as the public is shown one, masked, and the number stands in the token alone: in no URL, no log and no answer.
 */
@RestController
@Tag(name = "Status look-up", description = "Tra cứu tình trạng / where is my dossier")
class OwnDossiersEndpoint {
    private static final int FACTS = 20;
    private static final String MOST = "50";

    private final PersonSearch search;
    private final DocumentStore documents;
    private final Applicants applicants;
    private final AsOf asOf;
    private final AccessPolicy access;
    private final Requests requests;

    OwnDossiersEndpoint(
            PersonSearch search,
            DocumentStore documents,
            Applicants applicants,
            AsOf asOf,
            AccessPolicy access,
            Requests requests) {
        this.search = search;
        this.documents = documents;
        this.applicants = applicants;
        this.asOf = asOf;
        this.access = access;
        this.requests = requests;
    }

    /**
     * Some dossiers, newest first.
     *
     * @param verified whether the token names an identity number; without one nothing is anybody's own
     * @param more whether there are others
     */
    record OwnDossiers(List<LookupAnswer> dossiers, boolean verified, boolean more) {}

    @Operation(
            summary = "Hồ sơ của tôi / my own dossiers",
            description =
                    "Those in which the person signed in is applicant or owner, by the identity number the identity"
                            + " provider has verified; newest first, masked, each with its latest facts.")
    @GetMapping("/api/v1/dossiers/mine")
    ResponseEntity<OwnDossiers> mine(
            @RequestParam(defaultValue = MOST) @Min(1) @Max(100) int limit, HttpServletRequest request) {
        access.require(requests.caller(request).actor(), QueryPermission.READ_OWN_DOSSIERS, Subject.ANY);
        // The moment is read first: what comes in while the answer is made can only make it newer than it says.
        Instant moment = asOf.moment();
        OwnDossiers own = requests.identityNumber(request)
                .map(number -> own(number, limit, moment))
                .orElseGet(() -> new OwnDossiers(List.of(), false, false));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(own);
    }

    private OwnDossiers own(String identityNumber, int limit, @Nullable Instant moment) {
        PersonSearch.Found found = search.find(null, identityNumber, null, id -> true, limit);
        return new OwnDossiers(
                found.dossiers().stream()
                        .flatMap(id -> Dossiers.get(documents, id).stream())
                        .map(view -> answer(view, moment))
                        .toList(),
                true,
                found.more());
    }

    private LookupAnswer answer(DossierView view, @Nullable Instant moment) {
        return LookupAnswer.of(
                view,
                applicants.masked(view),
                Timeline.newestForCitizens(documents, view.id(), FACTS),
                asOf.parked(view.id()),
                moment);
    }
}
