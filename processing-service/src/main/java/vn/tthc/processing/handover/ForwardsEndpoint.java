package vn.tthc.processing.handover;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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

/** Giao: the case goes on to a later step. */
@RestController
@Tag(name = "Hand-over", description = "Giao - nhận hồ sơ / giving and taking the papers")
class ForwardsEndpoint {
    private final CaseDesk desk;

    ForwardsEndpoint(CaseDesk desk) {
        this.desk = desk;
    }

    /**
     * Where to.
     *
     * @param toStep a later step, passing over optional ones; the next one when not said
     * @param reason why optional steps are passed over; needed when some are
     */
    record ForwardRequest(
            @Size(min = 1, max = 100) @Nullable String toStep,
            @Size(min = 1, max = 2000) @Nullable String reason) {}

    @Operation(
            summary = "Giao sang bước sau / forward to a later step",
            description =
                    "Needs If-Match. Optional steps may be passed over with a reason; another agency has to take the papers.")
    @PostMapping("/api/v1/cases/{dossierId}/forwards")
    ResponseEntity<CaseAnswer> forward(
            HttpServletRequest request,
            @PathVariable String dossierId,
            @RequestBody(required = false) @Valid @Nullable ForwardRequest body) {
        String toStep = body == null ? null : body.toStep();
        String reason = body == null ? null : body.reason();
        return desk.decide(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.FORWARD,
                (now, agency) -> new CaseCommand.Forward(now, agency, toStep, reason));
    }
}
