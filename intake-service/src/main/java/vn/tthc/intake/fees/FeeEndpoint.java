package vn.tthc.intake.fees;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DossierEvent.FeeChannel;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.domain.FeeCommand;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Now;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;

/** Takes fees, and waives them. */
@RestController
@Tag(name = "Fees", description = "Phí, lệ phí / fees")
class FeeEndpoint {
    private final Dossiers dossiers;
    private final Now now;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    FeeEndpoint(Dossiers dossiers, Now now, AccessPolicy access, Requests requests, Answers answers) {
        this.dossiers = dossiers;
        this.now = now;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * A payment.
     *
     * @param fee code of the fee
     * @param amountVnd the whole amount in đồng
     * @param channel how it was paid
     * @param receipt number of the receipt
     */
    record PaymentBody(
            @NotBlank @Size(max = 64) String fee,
            @NotNull @Positive Long amountVnd,
            @NotNull FeeChannel channel,
            @NotBlank @Size(max = 100) String receipt) {}

    /** A waiver with its legal ground. */
    record WaiverBody(
            @NotBlank @Size(max = 64) String fee,
            @NotBlank @Size(max = 500) String ground) {}

    /** What was recorded. */
    record PaymentAnswer(
            String dossierId, String fee, Instant paidAt, long amountVnd, FeeChannel channel, String receipt) {}

    /** What was recorded. */
    record WaiverAnswer(String dossierId, String fee, Instant waivedAt, String ground) {}

    @Operation(
            summary = "Ghi nhận phí, lệ phí đã nộp / a fee is paid",
            description = "Needs If-Match with the version seen. In full, with channel and receipt, once.")
    @PostMapping("/api/v1/dossiers/{id}/fee-payments")
    ResponseEntity<PaymentAnswer> pay(
            @PathVariable String id, @Valid @RequestBody PaymentBody body, HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        access.require(requests.caller(request).actor(), IntakePermission.TAKE_FEE, dossier.desk());
        CommandContext context = requests.decision(request, body, dossier.stream());
        Outcome outcome = dossiers.decide(
                dossier,
                context,
                given -> new FeeCommand.PayFee(
                        now.instant(),
                        body.fee(),
                        body.amountVnd(),
                        body.channel(),
                        body.receipt().strip()));
        return answers.of(outcome, 200, done -> {
            DossierEvent.FeePaid paid = dossiers.recorded(done, DossierEvent.FeePaid.class);
            return new PaymentAnswer(
                    id, paid.fee(), paid.occurredAt(), paid.amountVnd(), paid.channel(), paid.receipt());
        });
    }

    @Operation(
            summary = "Miễn phí, lệ phí / waive a fee on a legal ground",
            description = "Needs If-Match with the version seen.")
    @PostMapping("/api/v1/dossiers/{id}/fee-waivers")
    ResponseEntity<WaiverAnswer> waive(
            @PathVariable String id, @Valid @RequestBody WaiverBody body, HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        access.require(requests.caller(request).actor(), IntakePermission.WAIVE_FEE, dossier.heads());
        CommandContext context = requests.decision(request, body, dossier.stream());
        Outcome outcome = dossiers.decide(
                dossier,
                context,
                given -> new FeeCommand.WaiveFee(
                        now.instant(), body.fee(), body.ground().strip()));
        return answers.of(outcome, 200, done -> {
            DossierEvent.FeeWaived waived = dossiers.recorded(done, DossierEvent.FeeWaived.class);
            return new WaiverAnswer(id, waived.fee(), waived.occurredAt(), waived.ground());
        });
    }
}
