package vn.tthc.processing.result;

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

/** Đính chính: a signed decision is wrong and goes back to be signed again. */
@RestController
@Tag(name = "Result of processing", description = "Kết quả giải quyết / the result of processing")
class CorrectionsEndpoint {
    private final CaseDesk desk;

    CorrectionsEndpoint(CaseDesk desk) {
        this.desk = desk;
    }

    /**
     * Where to, on what ground and why.
     *
     * @param toStep the step that signs, or one it may return to
     * @param ground on what the correction rests
     * @param reason what is wrong; no personal data
     */
    record CorrectionRequest(
            @NotBlank @Size(max = 100) String toStep,
            @NotBlank @Size(max = 500) String ground,
            @NotBlank @Size(max = 2000) String reason) {}

    @Operation(
            summary = "Đính chính kết quả đã ký / correct a signed decision",
            description =
                    "Needs If-Match. The only way back from a signature, while the work is not over; what was signed stays in the log.")
    @PostMapping("/api/v1/cases/{dossierId}/corrections")
    ResponseEntity<CaseAnswer> correction(
            HttpServletRequest request, @PathVariable String dossierId, @RequestBody @Valid CorrectionRequest body) {
        return desk.act(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.CORRECT,
                acting -> new CaseCommand.Correct(
                        acting.now(), acting.agency(), acting.by(), body.toStep(), body.ground(), body.reason()));
    }
}
