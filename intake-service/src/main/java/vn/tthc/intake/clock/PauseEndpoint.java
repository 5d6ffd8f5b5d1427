package vn.tthc.intake.clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.contracts.dossier.LegalGround;
import vn.tthc.contracts.dossier.Obligation;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.domain.ClockCommand;
import vn.tthc.intake.domain.ClockRules;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Now;
import vn.tthc.law.clock.PauseReason;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;

/** Stops the clock of a dossier for a reason its procedure lists, and lets it run again. */
@RestController
@Tag(name = "Clock", description = "Tạm dừng, tiếp tục thời hạn / stopping and resuming the clock")
class PauseEndpoint {
    private final Dossiers dossiers;
    private final ClockRuleBook rules;
    private final Now now;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    PauseEndpoint(
            Dossiers dossiers, ClockRuleBook rules, Now now, AccessPolicy access, Requests requests, Answers answers) {
        this.dossiers = dossiers;
        this.rules = rules;
        this.now = now;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * Why.
     *
     * @param reason a reason of the procedure other than supplements, which have their own request
     * @param note what is waited for, such as the number of a tax notice; public, so no personal data
     * @param amountVnd how much is to be paid in đồng, for a financial obligation whose amount is known
     */
    record PauseBody(
            @NotNull PauseReason reason,
            @NotBlank @Size(max = 1000) String note,
            @PositiveOrZero @Nullable Long amountVnd) {}

    /**
     * What is there now.
     *
     * @param reason the reason that is gone
     * @param note the receipt of a financial obligation, or what else there is to say
     */
    record ResumeBody(
            @NotNull PauseReason reason,
            @Size(min = 1, max = 1000) @Nullable String note) {}

    /** Since when the clock stands still, and on what ground. */
    record PauseAnswer(String dossierId, PauseReason reason, Instant since, LegalGround ground) {}

    /** Since when the clock runs again; no due date while it stands still for another reason. */
    record ResumeAnswer(
            String dossierId,
            PauseReason reason,
            Instant until,
            @Nullable Instant oldDueAt,
            @Nullable Instant newDueAt,
            @Nullable String calendarVersion) {
        static ResumeAnswer of(String id, PauseReason reason, Instant until, DueChange due) {
            return new ResumeAnswer(id, reason, until, due.oldDueAt(), due.newDueAt(), due.calendarVersion());
        }
    }

    @Operation(
            summary = "Tạm dừng thời hạn / stop the clock for a reason the procedure lists",
            description =
                    "Needs If-Match with the version seen. FINANCIAL_OBLIGATION gives status 6, the others leave the"
                            + " status. 409 PAUSE_REASON_NOT_LISTED when the procedure does not list the reason.")
    @PostMapping("/api/v1/dossiers/{id}/pauses")
    ResponseEntity<PauseAnswer> pause(
            @PathVariable String id, @Valid @RequestBody PauseBody body, HttpServletRequest request) {
        Found dossier = found(id, request);
        CommandContext context = requests.decision(request, body, dossier.stream());
        Outcome outcome = dossiers.decide(dossier, context, given -> stop(dossier, body, request));
        return answers.of(outcome, 200, done -> {
            if (body.reason() == PauseReason.FINANCIAL_OBLIGATION) {
                DossierEvent.ObligationRequested asked =
                        dossiers.recorded(done, DossierEvent.ObligationRequested.class);
                return new PauseAnswer(id, body.reason(), asked.occurredAt(), asked.ground());
            }
            DossierEvent.Paused paused = dossiers.recorded(done, DossierEvent.Paused.class);
            return new PauseAnswer(id, paused.reason(), paused.occurredAt(), paused.ground());
        });
    }

    @Operation(
            summary = "Tiếp tục thời hạn / what was waited for is there: the clock runs again",
            description =
                    "Needs If-Match with the version seen. Answers the due date before and after. Supplements that"
                            + " will not come end here too, with reason SUPPLEMENT.")
    @PostMapping("/api/v1/dossiers/{id}/resumptions")
    ResponseEntity<ResumeAnswer> resume(
            @PathVariable String id, @Valid @RequestBody ResumeBody body, HttpServletRequest request) {
        Found dossier = found(id, request);
        CommandContext context = requests.decision(request, body, dossier.stream());
        Outcome outcome = dossiers.decide(dossier, context, given -> goOn(dossier, body, request));
        return answers.of(outcome, 200, done -> {
            if (body.reason() == PauseReason.FINANCIAL_OBLIGATION) {
                DossierEvent.ObligationMet met = dossiers.recorded(done, DossierEvent.ObligationMet.class);
                return ResumeAnswer.of(id, body.reason(), met.occurredAt(), met.due());
            }
            DossierEvent.Resumed resumed = dossiers.recorded(done, DossierEvent.Resumed.class);
            return ResumeAnswer.of(id, resumed.reason(), resumed.occurredAt(), resumed.due());
        });
    }

    private Found found(String id, HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        access.require(requests.caller(request).actor(), IntakePermission.PAUSE, dossier.desk());
        return dossier;
    }

    private DossierCommand stop(Found dossier, PauseBody body, HttpServletRequest request) {
        AgencyRef agency = dossier.actingFor(requests.caller(request).actor());
        ClockRules ruled = rules.of(dossier.procedure());
        return body.reason() == PauseReason.FINANCIAL_OBLIGATION
                ? new ClockCommand.RequestObligation(
                        now.instant(), agency, new Obligation(body.note().strip(), body.amountVnd()), ruled)
                : new ClockCommand.StopClock(
                        now.instant(), agency, body.reason(), body.note().strip(), ruled);
    }

    private DossierCommand goOn(Found dossier, ResumeBody body, HttpServletRequest request) {
        AgencyRef agency = dossier.actingFor(requests.caller(request).actor());
        ClockRules ruled = rules.of(dossier.procedure());
        String note =
                body.note() == null ? null : Objects.requireNonNull(body.note()).strip();
        return body.reason() == PauseReason.FINANCIAL_OBLIGATION
                ? new ClockCommand.MeetObligation(now.instant(), agency, note, ruled)
                : new ClockCommand.ResumeClock(now.instant(), agency, body.reason(), note, ruled);
    }
}
