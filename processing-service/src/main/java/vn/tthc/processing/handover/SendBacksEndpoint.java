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

/** Trả lại: the case goes back to an earlier step, with the reason. */
@RestController
@Tag(name = "Hand-over", description = "Giao - nhận hồ sơ / giving and taking the papers")
class SendBacksEndpoint {
    private final CaseDesk desk;

    SendBacksEndpoint(CaseDesk desk) {
        this.desk = desk;
    }

    /**
     * Where to and why.
     *
     * @param toStep an earlier step the current one may send back to
     * @param reason what is wrong
     */
    record SendBackRequest(
            @NotBlank @Size(max = 100) String toStep,
            @NotBlank @Size(max = 2000) String reason) {}

    @Operation(
            summary = "Trả lại bước trước kèm lý do / send back to an earlier step with the reason",
            description = "Needs If-Match. Only to the steps the procedure names, and not after signing.")
    @PostMapping("/api/v1/cases/{dossierId}/send-backs")
    ResponseEntity<CaseAnswer> sendBack(
            HttpServletRequest request, @PathVariable String dossierId, @RequestBody @Valid SendBackRequest body) {
        return desk.decide(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.SEND_BACK,
                (now, agency) -> new CaseCommand.SendBack(now, agency, body.toStep(), body.reason()));
    }
}
