package vn.tthc.processing.work;

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

/** The work of the current step is done. */
@RestController
@Tag(name = "Steps", description = "Các bước giải quyết / the steps of the flow")
class CompletionsEndpoint {
    private final CaseDesk desk;

    CompletionsEndpoint(CaseDesk desk) {
        this.desk = desk;
    }

    /**
     * What there is to say about it.
     *
     * @param note for the agencies that come after; no personal data
     */
    record Completion(@Size(max = 2000) @Nullable String note) {}

    @Operation(
            summary = "Hoàn thành bước hiện tại / complete the current step",
            description =
                    "Needs If-Match and the role of the step. Signing and issuing steps are completed by signing and issuing.")
    @PostMapping("/api/v1/cases/{dossierId}/steps/{step}/completions")
    ResponseEntity<CaseAnswer> complete(
            HttpServletRequest request,
            @PathVariable String dossierId,
            @PathVariable String step,
            @RequestBody(required = false) @Valid @Nullable Completion body) {
        String note = body == null ? null : body.note();
        return desk.act(
                request,
                dossierId,
                body,
                ProcessingPermission::workOf,
                acting -> new CaseCommand.CompleteStep(acting.now(), acting.agency(), acting.by(), step, note));
    }
}
