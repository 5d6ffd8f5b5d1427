package vn.tthc.processing.result;

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
