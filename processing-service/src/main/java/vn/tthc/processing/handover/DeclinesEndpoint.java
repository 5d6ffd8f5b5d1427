package vn.tthc.processing.handover;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.desk.CaseAnswer;
import vn.tthc.processing.desk.CaseDesk;
import vn.tthc.processing.domain.CaseCommand;

/** Không nhận: the agency does not take what it was given, and says why. */
@RestController
@Tag(name = "Hand-over", description = "Giao - nhận hồ sơ / giving and taking the papers")
class DeclinesEndpoint {
    private final CaseDesk desk;

    DeclinesEndpoint(CaseDesk desk) {
        this.desk = desk;
    }

    /**
     * Why.
     *
     * @param reason what is wrong; no personal data
     */
    record DeclineRequest(@NotBlank @Size(max = 2000) String reason) {}

    @Operation(
            summary = "Từ chối nhận hồ sơ được giao kèm lý do / decline the papers with the reason",
            description = "Needs If-Match. The giver goes on where it was; the one-stop has the dossier again.")
    @PostMapping("/api/v1/cases/{dossierId}/declines")
    ResponseEntity<CaseAnswer> decline(
            HttpServletRequest request, @PathVariable String dossierId, @RequestBody @Valid DeclineRequest body) {
        return desk.act(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.ACCEPT_CUSTODY,
                acting -> new CaseCommand.Decline(acting.now(), acting.agency(), body.reason()));
    }
}
