package vn.tthc.intake.delegation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.agency.PublishedDelegations;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Shows who has delegated what: to the heads of the agency and those above, and to each what was delegated to them. */
@RestController
@Tag(name = "Delegation", description = "Ủy quyền / delegation of roles")
class DelegationListEndpoint {
    private static final String PAGE = "50";
    private static final int MOST = 200;

    private final PublishedDelegations delegations;
    private final AccessPolicy access;
    private final Requests requests;

    DelegationListEndpoint(PublishedDelegations delegations, AccessPolicy access, Requests requests) {
        this.delegations = delegations;
        this.access = access;
        this.requests = requests;
    }

    /** Delegations, what ends last first; {@code next} is where the next page starts. */
    record DelegationList(
            List<DelegationView> delegations, @Nullable String next) {}

    @Operation(
            summary = "Các ủy quyền của cơ quan / the delegations of an agency",
            description = "Those over and revoked too. What was granted a moment ago may not be in it yet.")
    @GetMapping("/api/v1/delegations")
    DelegationList ofAgency(
            HttpServletRequest request,
            @RequestParam @Size(min = 1, max = 100) String agency,
            @RequestParam(required = false) @Size(max = 500) @Nullable String after,
            @RequestParam(defaultValue = PAGE) @Min(1) @Max(MOST) int limit) {
        access.require(requests.caller(request).actor(), IntakePermission.VIEW_DELEGATIONS, Subject.of(agency));
        return list(() -> delegations.ofAgency(agency, after, limit));
    }

    @Operation(
            summary = "Ủy quyền cho tôi / what was delegated to me",
            description = "Those over and revoked too; the id is what goes into Tthc-Delegation.")
    @GetMapping("/api/v1/delegations/mine")
    DelegationList mine(
            HttpServletRequest request,
            @RequestParam(required = false) @Size(max = 500) @Nullable String after,
            @RequestParam(defaultValue = PAGE) @Min(1) @Max(MOST) int limit) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, IntakePermission.DELEGATE, Subject.ANY);
        return list(() -> delegations.toDelegate(actor.id(), after, limit));
    }

    private static DelegationList list(Supplier<PublishedDelegations.Some> found) {
        try {
            PublishedDelegations.Some some = found.get();
            return new DelegationList(
                    some.known().stream()
                            .map(known -> DelegationView.of(known.delegation(), known.revokedAt()))
                            .toList(),
                    some.next());
        } catch (IllegalArgumentException e) {
            // The index is a declared one, so this can only be the cursor.
            throw Problem.fields(List.of(FieldProblem.of(
                    "after",
                    FieldReason.INVALID,
                    "Không phải vị trí trang hợp lệ.",
                    "Not where a page of this list ended.")));
        }
    }
}
