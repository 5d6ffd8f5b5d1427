package vn.tthc.intake.extension;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.clock.ClockRuleBook;
import vn.tthc.intake.domain.ClockCommand;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Now;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Moments;
import vn.tthc.platform.web.Requests;

/** Promises a new date. */
@RestController
@Tag(name = "Extension", description = "Xin lỗi, gia hạn / apology and extension")
class ExtensionEndpoint {
    private final Dossiers dossiers;
    private final ClockRuleBook rules;
    private final Now now;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    ExtensionEndpoint(
            Dossiers dossiers, ClockRuleBook rules, Now now, AccessPolicy access, Requests requests, Answers answers) {
        this.dossiers = dossiers;
        this.rules = rules;
        this.now = now;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * What the letter says (Mẫu 04).
     *
     * @param promisedAt the new date
     * @param reason why it takes longer; public, so no personal data
     * @param signer office of who signs
     */
    record ExtensionBody(
            @NotNull Instant promisedAt,
            @NotBlank @Size(max = 1000) String reason,
            @NotBlank @Size(max = 200) String signer) {}

    /**
     * What was recorded.
     *
     * @param dueAt the due date that stays the measured one
     * @param promisedBefore the date promised until now
     * @param promisedAt the new date
     */
    record ExtensionAnswer(
            String dossierId,
            Instant recordedAt,
            Instant dueAt,
            Instant promisedBefore,
            Instant promisedAt,
            String reason,
            String signer) {}

    @Operation(
            summary = "Xin lỗi và gia hạn (Mẫu 04) / apologise and promise a new date",
            description = "Needs If-Match with the version seen. Once per dossier and at least a day before the date"
                    + " promised (both configurable, the numbers are not confirmed). The original due date stays the"
                    + " measured one.")
    @PostMapping("/api/v1/dossiers/{id}/extensions")
    ResponseEntity<ExtensionAnswer> extend(
            @PathVariable String id, @Valid @RequestBody ExtensionBody body, HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        Actor actor = requests.caller(request).actor();
        access.require(actor, IntakePermission.EXTEND, dossier.heads());
        Instant promised = Moments.ahead("promisedAt", body.promisedAt(), now.instant());
        CommandContext context = requests.decision(request, body, dossier.stream());
        Outcome outcome = dossiers.decide(
                dossier,
                context,
                given -> new ClockCommand.Extend(
                        now.instant(),
                        dossier.actingFor(actor),
                        promised,
                        body.reason().strip(),
                        body.signer().strip(),
                        rules.of(dossier.procedure())));
        return answers.of(outcome, 200, done -> {
            DossierEvent.Extended extended = dossiers.recorded(done, DossierEvent.Extended.class);
            return new ExtensionAnswer(
                    id,
                    extended.occurredAt(),
                    extended.dueAt(),
                    extended.promisedBefore(),
                    extended.promisedAt(),
                    extended.reason(),
                    extended.signer());
        });
    }
}
