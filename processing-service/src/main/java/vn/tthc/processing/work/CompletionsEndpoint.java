package vn.tthc.processing.work;

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
import vn.tthc.processing.domain.CaseState;

/** The work of the current step is done. */
@RestController
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

    @PostMapping("/api/v1/cases/{dossierId}/steps/{step}/completions")
    ResponseEntity<CaseAnswer> complete(
            HttpServletRequest request,
            @PathVariable String dossierId,
            @PathVariable String step,
            @RequestBody(required = false) @Valid @Nullable Completion body) {
        String note = body == null ? null : body.note();
        return desk.decide(
                request,
                dossierId,
                body,
                CompletionsEndpoint::permission,
                (now, agency) -> new CaseCommand.CompleteStep(now, agency, step, note));
    }

    /** The work of a step is done by those the procedure names for it. */
    private static ProcessingPermission permission(CaseState.Opened state) {
        return switch (state) {
            case CaseState.Live live ->
                ProcessingPermission.workAs(live.progress().current().role());
            case CaseState.Imported imported -> ProcessingPermission.FORWARD;
        };
    }
}
