package vn.tthc.intake.correction;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.CorrectedFact;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.clock.ClockRuleBook;
import vn.tthc.intake.domain.ClockCommand;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Now;
import vn.tthc.law.Verdict;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;

/** Corrects a moment that was recorded wrongly. */
@RestController
@Tag(name = "Correction", description = "Đính chính / corrections")
class CorrectionEndpoint {
    private final Dossiers dossiers;
    private final ClockRuleBook rules;
    private final Now now;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    CorrectionEndpoint(
            Dossiers dossiers, ClockRuleBook rules, Now now, AccessPolicy access, Requests requests, Answers answers) {
        this.dossiers = dossiers;
        this.rules = rules;
        this.now = now;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * What is corrected.
     *
     * @param fact which moment
     * @param to the moment as it was
     * @param reason what was wrong; public, so no personal data
     * @param ground on what the correction rests, such as a record or a decision
     */
    record CorrectionBody(
            @NotNull CorrectedFact fact,
            @NotNull Instant to,
            @NotBlank @Size(max = 1000) String reason,
            @NotBlank @Size(max = 500) String ground) {}

    /** What was recorded, with the due date before and after, and the verdict as it is then. */
    record CorrectionAnswer(
            String dossierId,
            CorrectedFact fact,
            Instant before,
            Instant after,
            String author,
            @Nullable Instant oldDueAt,
            @Nullable Instant newDueAt,
            @Nullable Verdict verdict) {}

    @Operation(
            summary = "Đính chính / correct a moment by a compensating event",
            description =
                    "Needs If-Match with the version seen, and a leader of the one-stop or of the deciding agency."
                            + " What was recorded stays in the log.")
    @PostMapping("/api/v1/dossiers/{id}/corrections")
    ResponseEntity<CorrectionAnswer> correct(
            @PathVariable String id, @Valid @RequestBody CorrectionBody body, HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        String author = requests.caller(request).actor().id();
        access.require(requests.caller(request).actor(), IntakePermission.CORRECT, dossier.heads());
        CommandContext context = requests.decision(request, body, dossier.stream());
        Outcome outcome = dossiers.decide(
                dossier,
                context,
                given -> new ClockCommand.Correct(
                        now.instant(),
                        body.fact(),
                        body.to().truncatedTo(ChronoUnit.MILLIS),
                        body.reason().strip(),
                        body.ground().strip(),
                        rules.of(dossier.procedure())));
        return answers.of(outcome, 200, done -> {
            DossierEvent.Corrected corrected = dossiers.recorded(done, DossierEvent.Corrected.class);
            return new CorrectionAnswer(
                    id,
                    corrected.fact(),
                    corrected.before(),
                    corrected.after(),
                    author,
                    corrected.due().oldDueAt(),
                    corrected.due().newDueAt(),
                    corrected.verdict());
        });
    }
}
