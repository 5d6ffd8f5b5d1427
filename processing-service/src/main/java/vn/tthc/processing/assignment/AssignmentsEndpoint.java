package vn.tthc.processing.assignment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.absence.Absences;
import vn.tthc.processing.desk.CaseAnswer;
import vn.tthc.processing.desk.CaseDesk;
import vn.tthc.processing.domain.CaseCommand;

/** The head gives the current step to an officer. */
@RestController
@Tag(name = "Assignment", description = "Phân công / who does the current step")
class AssignmentsEndpoint {
    private final CaseDesk desk;
    private final Absences absences;

    AssignmentsEndpoint(CaseDesk desk, Absences absences) {
        this.desk = desk;
        this.absences = absences;
    }

    /**
     * To whom.
     *
     * @param officer the account; somebody who is absent is stood in for
     * @param reason needed when it is taken from somebody else; no personal data
     */
    record AssignmentRequest(
            @NotBlank @Size(max = 100) String officer,
            @Size(max = 2000) @Nullable String reason) {}

    @Operation(
            summary = "Phân công người xử lý / assign the current step",
            description = "Needs If-Match and a head of the agency.")
    @PostMapping("/api/v1/cases/{dossierId}/assignments")
    ResponseEntity<CaseAnswer> assignment(
            HttpServletRequest request, @PathVariable String dossierId, @RequestBody @Valid AssignmentRequest body) {
        return desk.act(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.ASSIGN,
                acting -> new CaseCommand.Assign(
                        acting.now(),
                        acting.agency(),
                        body.officer(),
                        absences.standIn(body.officer(), acting.agency(), acting.now()),
                        body.reason()));
    }
}
