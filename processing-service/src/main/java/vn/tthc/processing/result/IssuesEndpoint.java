package vn.tthc.processing.result;

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

/** The result gets its number and leaves the agency. */
@RestController
@Tag(name = "Result of processing", description = "Kết quả giải quyết / the result of processing")
class IssuesEndpoint {
    private final CaseDesk desk;

    IssuesEndpoint(CaseDesk desk) {
        this.desk = desk;
    }

    /**
     * The result's number.
     *
     * @param number as the agency's register has it; may be left out when the result was numbered before
     */
    record IssueRequest(@Size(min = 1, max = 100) @Nullable String number) {}

    @Operation(
            summary = "Cấp số và phát hành kết quả / number and issue the result",
            description = "Needs If-Match, after signing, in an issuing step.")
    @PostMapping("/api/v1/cases/{dossierId}/issues")
    ResponseEntity<CaseAnswer> issue(
            HttpServletRequest request,
            @PathVariable String dossierId,
            @RequestBody(required = false) @Valid @Nullable IssueRequest body) {
        String number = body == null ? null : body.number();
        return desk.act(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.ISSUE,
                acting -> new CaseCommand.Issue(acting.now(), acting.agency(), acting.by(), number));
    }
}
