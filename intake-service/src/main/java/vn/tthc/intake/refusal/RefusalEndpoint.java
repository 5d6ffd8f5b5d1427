package vn.tthc.intake.refusal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Now;
import vn.tthc.intake.dossier.StatusAnswer;
import vn.tthc.law.OfficialStatus;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;

/** Refuses to receive a dossier. */
@RestController
@Tag(name = "Reception", description = "Tiếp nhận / reception")
class RefusalEndpoint {
    private final Dossiers dossiers;
    private final Now now;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    RefusalEndpoint(Dossiers dossiers, Now now, AccessPolicy access, Requests requests, Answers answers) {
        this.dossiers = dossiers;
        this.now = now;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * Why.
     *
     * @param reason for the citizen; public, so no personal data
     * @param ground the legal ground
     */
    record RefusalBody(
            @NotBlank @Size(max = 1000) String reason,

            @NotBlank @Size(max = 500) String ground) {}

    /** What was recorded. */
    record RefusalAnswer(String dossierId, StatusAnswer status, Instant refusedAt, String reason, String ground) {}

    @Operation(
            summary = "Từ chối tiếp nhận (Mẫu 03) / refuse reception, with reason and ground",
            description = "Needs If-Match with the version seen. 409 when it is not waiting for reception.")
    @PostMapping("/api/v1/dossiers/{id}/reception-refusals")
    ResponseEntity<RefusalAnswer> refuse(
            @PathVariable String id, @Valid @RequestBody RefusalBody body, HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        access.require(requests.caller(request).actor(), IntakePermission.REFUSE_RECEPTION, dossier.desk());
        CommandContext context = requests.decision(request, body, dossier.stream());
        Outcome outcome = dossiers.decide(
                dossier,
                context,
                given -> new DossierCommand.RefuseReception(
                        now.instant(), body.reason().strip(), body.ground().strip()));
        return answers.of(outcome, 200, done -> {
            DossierEvent.ReceptionRefused refused = dossiers.recorded(done, DossierEvent.ReceptionRefused.class);
            return new RefusalAnswer(
                    dossier.stream().id(),
                    StatusAnswer.of(OfficialStatus.NOT_RECEIVED),
                    refused.occurredAt(),
                    refused.reason(),
                    refused.ground());
        });
    }
}
