package vn.tthc.postal.money;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.TillEvent.Refund;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.TillCommand;

/** Gives a fee back to the citizen who paid it, from the till that took it. */
@RestController
@Tag(name = "Money", description = "Cước và phí thu hộ / postage and fees collected")
class FeeRefundsEndpoint {
    private final Tills tills;
    private final Commands commands;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final InstantSource clock;

    FeeRefundsEndpoint(
            Tills tills,
            Commands commands,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            InstantSource clock) {
        this.tills = tills;
        this.commands = commands;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * A fee given back.
     *
     * @param refundId unique at the point on the day
     * @param paymentId the payment by which it was taken; {@code item-} and the item's id for one taken with a dossier
     * @param document number of the paper the citizen signed
     */
    record RefundBody(
            @NotBlank @Size(max = 60) @Pattern(regexp = "[\\x21-\\x7E]*")
            String refundId,

            @NotBlank @Size(max = 60) @Pattern(regexp = "[\\x21-\\x7E]*")
            String paymentId,

            @NotNull @Min(1) @Max(TillStepsEndpoint.MOST_DONG)
            Long dong,

            @NotBlank @Size(max = 100) String document) {}

    /** The version of the till after it. */
    record RefundAnswer(String point, LocalDate day, long version) {}

    @Operation(
            summary = "Trả lại phí cho người dân / give a fee back",
            description =
                    "Known by its refundId, as a payment is. From the till of the day that took the fee, no more than is still there; also after the day was reconciled.")
    @PostMapping("/api/v1/postal-points/{pointId}/tills/{day}/fee-refunds")
    ResponseEntity<RefundAnswer> giveBack(
            HttpServletRequest request,
            @PathVariable String pointId,
            @PathVariable LocalDate day,
            @RequestBody @Valid RefundBody body) {
        access.require(requests.caller(request).actor(), PostalPermission.WORK_TILL, Subject.ANY.at(Set.of(pointId)));
        StreamId stream = tills.stream(pointId, day);
        CommandContext context = requests.recorded(request, body, "refund|" + body.refundId());
        Refund refund = new Refund(
                body.refundId(), body.paymentId(), body.dong(), body.document().strip());
        Outcome outcome = commands.send(stream, new TillCommand.GiveBack(clock.instant(), refund), context);
        boolean repeated = outcome instanceof Outcome.Done done && done.repeated();
        return answers.of(outcome, repeated ? 200 : 201, done -> new RefundAnswer(pointId, day, done.version()));
    }
}
