package vn.tthc.processing.handover;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.desk.CaseAnswer;
import vn.tthc.processing.desk.CaseDesk;
import vn.tthc.processing.domain.CaseCommand;

/** Nhận: the agency takes the papers it was given. */
@RestController
@Tag(name = "Hand-over", description = "Giao - nhận hồ sơ / giving and taking the papers")
class AcceptancesEndpoint {
    private final CaseDesk desk;

    AcceptancesEndpoint(CaseDesk desk) {
        this.desk = desk;
    }

    /** Nothing needs to be said. */
    record Acceptance() {}

    @Operation(
            summary = "Nhận hồ sơ được giao / take the papers the agency was given",
            description = "Needs If-Match with the version seen. Only by the agency they were given to.")
    @PostMapping("/api/v1/cases/{dossierId}/acceptances")
    ResponseEntity<CaseAnswer> accept(
            HttpServletRequest request,
            @PathVariable String dossierId,
            @RequestBody(required = false) @Nullable Acceptance body) {
        return desk.decide(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.ACCEPT_CUSTODY,
                (now, agency) -> new CaseCommand.AcceptCustody(now, agency));
    }
}
