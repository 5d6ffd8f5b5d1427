package vn.tthc.processing.result;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.ResultKind;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.desk.CaseAnswer;
import vn.tthc.processing.desk.CaseDesk;
import vn.tthc.processing.domain.CaseCommand;

/** The decision is drafted. */
@RestController
@Tag(name = "Result of processing", description = "Kết quả giải quyết / the result of processing")
class DraftsEndpoint {
    private final CaseDesk desk;

    DraftsEndpoint(CaseDesk desk) {
        this.desk = desk;
    }

    /**
     * What the decision comes to.
     *
     * @param kind granted or refused; steps may depend on it
     */
    record DraftRequest(@NotNull ResultKind kind) {}

    @Operation(
            summary = "Dự thảo quyết định / draft the decision",
            description = "Needs If-Match. Drafting again replaces the draft, until it is signed.")
    @PostMapping("/api/v1/cases/{dossierId}/drafts")
    ResponseEntity<CaseAnswer> draft(
            HttpServletRequest request, @PathVariable String dossierId, @RequestBody @Valid DraftRequest body) {
        return desk.act(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.DRAFT,
                acting -> new CaseCommand.Draft(acting.now(), acting.agency(), acting.by(), body.kind()));
    }
}
