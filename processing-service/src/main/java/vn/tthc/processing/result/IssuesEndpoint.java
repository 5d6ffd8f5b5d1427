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
     * @param number as the agency's register has it
     */
    record IssueRequest(@NotBlank @Size(max = 100) String number) {}

    @Operation(
            summary = "Cấp số và phát hành kết quả / number and issue the result",
            description = "Needs If-Match, after signing, in an issuing step.")
    @PostMapping("/api/v1/cases/{dossierId}/issues")
    ResponseEntity<CaseAnswer> issue(
            HttpServletRequest request, @PathVariable String dossierId, @RequestBody @Valid IssueRequest body) {
        return desk.decide(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.ISSUE,
                (now, agency) -> new CaseCommand.Issue(now, agency, body.number()));
    }
}
