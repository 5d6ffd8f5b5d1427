package vn.tthc.processing.assignment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
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

/** An officer takes the current step out of the pool. */
@RestController
@Tag(name = "Assignment", description = "Phân công / who does the current step")
class ClaimsEndpoint {
    private final CaseDesk desk;

    ClaimsEndpoint(CaseDesk desk) {
        this.desk = desk;
    }

    /** Nothing needs to be said. */
    record Claim() {}

    @Operation(
            summary = "Nhận xử lý bước hiện tại / claim the current step",
            description = "Needs If-Match and the role of the step; it must not be assigned to somebody else.")
    @PostMapping("/api/v1/cases/{dossierId}/claims")
    ResponseEntity<CaseAnswer> claim(
            HttpServletRequest request,
            @PathVariable String dossierId,
            @RequestBody(required = false) @Valid @Nullable Claim body) {
        return desk.act(
                request,
                dossierId,
                body,
                ProcessingPermission::workOf,
                acting -> new CaseCommand.Claim(acting.now(), acting.agency(), acting.by()));
    }
}
