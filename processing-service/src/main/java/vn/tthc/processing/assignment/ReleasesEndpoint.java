package vn.tthc.processing.assignment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Collections;
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

/** The current step goes back into the pool. */
@RestController
@Tag(name = "Assignment", description = "Phân công / who does the current step")
class ReleasesEndpoint {
    private final CaseDesk desk;

    ReleasesEndpoint(CaseDesk desk) {
        this.desk = desk;
    }

    /**
     * Why, if there is something to say.
     *
     * @param reason no personal data
     */
    record ReleaseRequest(@Size(max = 2000) @Nullable String reason) {}

    @Operation(
            summary = "Trả bước hiện tại về hàng chờ chung / release the current step",
            description = "Needs If-Match. By its officer, or by a head of the agency for anybody.")
    @PostMapping("/api/v1/cases/{dossierId}/releases")
    ResponseEntity<CaseAnswer> release(
            HttpServletRequest request,
            @PathVariable String dossierId,
            @RequestBody(required = false) @Valid @Nullable ReleaseRequest body) {
        return desk.act(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.RELEASE,
                acting -> new CaseCommand.Release(
                        acting.now(),
                        acting.agency(),
                        acting.by(),
                        !Collections.disjoint(acting.roles(), ProcessingPermission.ASSIGN.roles()),
                        body == null ? null : body.reason()));
    }
}
