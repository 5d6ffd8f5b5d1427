package vn.tthc.intake.withdrawal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.clock.ClockRuleBook;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.domain.DossierState.Filing;
import vn.tthc.intake.domain.WithdrawalCommand;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Now;
import vn.tthc.intake.dossier.StatusAnswer;
import vn.tthc.intake.person.PartySealer;
import vn.tthc.intake.person.PartySealer.Place;
import vn.tthc.law.OfficialStatus;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;

/** Takes an applicant's request to withdraw. */
@RestController
@Tag(name = "Withdrawal", description = "Rút hồ sơ / withdrawal")
class WithdrawalEndpoint {
    private final Dossiers dossiers;
    private final ClockRuleBook rules;
    private final PartySealer sealer;
    private final Now now;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    WithdrawalEndpoint(
            Dossiers dossiers,
            ClockRuleBook rules,
            PartySealer sealer,
            Now now,
            AccessPolicy access,
            Requests requests,
            Answers answers) {
        this.dossiers = dossiers;
        this.rules = rules;
        this.sealer = sealer;
        this.now = now;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /** Why, in the applicant's own words: sealed, shown to nobody but officials. */
    record WithdrawalBody(@NotBlank @Size(max = 1000) String reason) {
        @Override
        public String toString() {
            return "WithdrawalBody[***]";
        }
    }

    /**
     * What was recorded.
     *
     * @param status 8 when nobody was working on it yet, 7 while the case is to decide
     * @param decidedByCase whether the case is to decide
     */
    record WithdrawalAnswer(String dossierId, StatusAnswer status, Instant requestedAt, boolean decidedByCase) {}

    @Operation(
            summary = "Đề nghị rút hồ sơ / ask to withdraw the dossier",
            description = "Needs If-Match with the version seen. Stopped at once (8) when it was not handed over yet;"
                    + " otherwise the case decides (7): stopped, or refused because the result is signed. Never after the"
                    + " end of processing.")
    @PostMapping("/api/v1/dossiers/{id}/withdrawals")
    ResponseEntity<WithdrawalAnswer> withdraw(
            @PathVariable String id, @Valid @RequestBody WithdrawalBody body, HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        String owner = dossiers.first(dossier).actor().id();
        access.require(
                requests.caller(request).actor(),
                IntakePermission.WITHDRAW,
                new Subject(dossier.desk().agencies(), owner));
        CommandContext context = requests.decision(request, body, dossier.stream());
        Outcome outcome = dossiers.decide(dossier, context, given -> command(dossier, body, given.commandId()));
        return answers.of(outcome, 200, done -> {
            DossierEvent.WithdrawalRequested asked = dossiers.recorded(done, DossierEvent.WithdrawalRequested.class);
            return new WithdrawalAnswer(
                    id,
                    StatusAnswer.of(
                            asked.decidedByCase() ? OfficialStatus.WITHDRAWAL_REQUESTED : OfficialStatus.STOPPED),
                    asked.occurredAt(),
                    asked.decidedByCase());
        });
    }

    private DossierCommand command(Found dossier, WithdrawalBody body, String commandId) {
        Filing filing = dossier.state().filing();
        Place place = new Place(dossier.stream(), commandId);
        return new WithdrawalCommand.RequestWithdrawal(
                now.instant(),
                filing == null
                        ? null
                        : sealer.seal(
                                Objects.requireNonNull(filing).applicant().person(),
                                place,
                                "withdrawal.reason",
                                body.reason().strip()),
                rules.of(dossier.procedure()));
    }
}
