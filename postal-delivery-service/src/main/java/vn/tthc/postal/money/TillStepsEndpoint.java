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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.postal.TillEvent;
import vn.tthc.contracts.postal.TillEvent.Payment;
import vn.tthc.contracts.postal.TillEvent.PaymentKind;
import vn.tthc.contracts.postal.TillEvent.Transfer;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.TillCommand;
import vn.tthc.postal.reference.Tariff;

/** What happens to the money of a point and day: taken, passed on, counted. */
@RestController
@Tag(name = "Money", description = "Cước và phí thu hộ / postage and fees collected")
class TillStepsEndpoint {
    static final long MOST_DONG = 1_000_000_000;

    private final Tills tills;
    private final Postage postage;
    private final DossierFees fees;
    private final Commands commands;
    private final Streams streams;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final InstantSource clock;

    TillStepsEndpoint(
            Tills tills,
            Postage postage,
            DossierFees fees,
            Commands commands,
            Streams streams,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            InstantSource clock) {
        this.tills = tills;
        this.postage = postage;
        this.fees = fees;
        this.commands = commands;
        this.streams = streams;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * A payment.
     *
     * @param paymentId unique at the point on the day, such as the number of the receipt; told again, it is the same payment
     * @param kind what for
     * @param dong how much was taken
     * @param reference identifier of the item or code of the dossier
     * @param scope for postage: between where it travels
     * @param grams for postage: what it weighs
     * @param free for postage: why it was let off
     * @param agency for a fee: the agency it is for
     */
    record PaymentBody(
            @NotBlank @Size(max = 60) @Pattern(regexp = "[\\x21-\\x7E]*")
            String paymentId,

            @NotNull PaymentKind kind,
            @NotNull @Min(0) @Max(MOST_DONG) Long dong,

            @NotBlank @Size(max = 60) @Pattern(regexp = "[0-9A-Za-z.-]*")
            String reference,

            Tariff.@Nullable Scope scope,

            @Min(1) @Nullable Integer grams,

            Tariff.@Nullable FreeCategory free,

            @Size(max = 64) @Pattern(regexp = "[\\x21-\\x7E]*") @Nullable
            String agency) {}

    /**
     * Fees passed on.
     *
     * @param transferId unique at the point on the day
     * @param agency who got them
     * @param document number of the paper both sides hold
     */
    record TransferBody(
            @NotBlank @Size(max = 60) @Pattern(regexp = "[\\x21-\\x7E]*")
            String transferId,

            @NotBlank @Size(max = 64) @Pattern(regexp = "[\\x21-\\x7E]*")
            String agency,

            @NotNull @Min(1) @Max(MOST_DONG) Long dong,
            @NotBlank @Size(max = 100) String document) {}

    /** What was counted in the evening. */
    record CountBody(
            @NotNull @Min(0) @Max(1_000 * MOST_DONG) Long counted) {}

    /** The version of the till after the change; {@code due} is what there was to take by the tariff. */
    record TillAnswer(String point, LocalDate day, @Nullable Long due, long version) {}

    /** What was counted, what there should be, and every difference. */
    record ReconciliationAnswer(
            String point,
            LocalDate day,
            long counted,
            long expected,
            List<TillView.TillDifference> differences,
            long version) {}

    @Operation(
            summary = "Ghi khoản thu / tell a payment",
            description =
                    "Known by its paymentId: 201 when new, 200 when told before, 409 when told otherwise. Postage names scope and grams and is compared with the tariff of the day; the fee of an agency names the agency.")
    @PostMapping("/api/v1/postal-points/{pointId}/tills/{day}/payments")
    ResponseEntity<TillAnswer> take(
            HttpServletRequest request,
            @PathVariable String pointId,
            @PathVariable LocalDate day,
            @RequestBody @Valid PaymentBody body) {
        StreamId stream = at(request, pointId, day);
        Payment payment = payment(body, day);
        if (payment.kind() == PaymentKind.AGENCY_FEE && !tills.has(stream, payment.paymentId())) {
            fees.requireNone(payment.paymentId(), payment.reference());
        }
        CommandContext context = requests.recorded(request, body, "payment|" + body.paymentId());
        Outcome outcome = commands.send(stream, new TillCommand.Take(clock.instant(), payment), context);
        return fact(outcome, pointId, day, payment.due());
    }

    private Payment payment(PaymentBody body, LocalDate day) {
        return switch (body.kind()) {
            case POSTAGE -> postage(body, day);
            case AGENCY_FEE -> {
                absent("scope", body.scope());
                absent("grams", body.grams());
                absent("free", body.free());
                yield new Payment(
                        body.paymentId(),
                        body.kind(),
                        body.dong(),
                        null,
                        null,
                        null,
                        present("agency", body.agency()),
                        body.reference(),
                        null);
            }
        };
    }

    private Payment postage(PaymentBody body, LocalDate day) {
        absent("agency", body.agency());
        Tariff tariff = postage.on(day, "day");
        long due = postage.due(
                tariff, present("scope", body.scope()), present("grams", body.grams()), body.free(), "grams");
        String free = body.free() == null ? null : body.free().name();
        return new Payment(
                body.paymentId(), body.kind(), body.dong(), due, tariff.version(), free, null, body.reference(), null);
    }

    private static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.fields(List.of(
                    FieldProblem.of(field, FieldReason.REQUIRED, "Không được để trống.", "Must not be empty.")));
        }
        return value;
    }

    private static void absent(String field, @Nullable Object value) {
        if (value != null) {
            throw Problem.fields(List.of(FieldProblem.of(
                    field,
                    FieldReason.INVALID,
                    "Không dùng cho loại khoản thu này.",
                    "Not for a payment of this kind.")));
        }
    }

    @Operation(
            summary = "Chuyển phí thu hộ cho cơ quan / pass fees on to their agency",
            description =
                    "Known by its transferId, as a payment is. No more than was collected for the agency on that day and is still owed; also after the day was reconciled.")
    @PostMapping("/api/v1/postal-points/{pointId}/tills/{day}/fee-transfers")
    ResponseEntity<TillAnswer> passOn(
            HttpServletRequest request,
            @PathVariable String pointId,
            @PathVariable LocalDate day,
            @RequestBody @Valid TransferBody body) {
        StreamId stream = at(request, pointId, day);
        CommandContext context = requests.recorded(request, body, "transfer|" + body.transferId());
        Transfer transfer = new Transfer(
                body.transferId(), body.agency(), body.dong(), body.document().strip());
        Outcome outcome = commands.send(stream, new TillCommand.PassOn(clock.instant(), transfer), context);
        return fact(outcome, pointId, day, null);
    }

    @Operation(
            summary = "Đối soát cuối ngày / reconcile a day",
            description =
                    "Needs If-Match. Once: what was counted is compared with what there should be; cash that differs, fees not passed on and postage other than the tariff are listed. The day then takes no payment more.")
    @PostMapping("/api/v1/postal-points/{pointId}/tills/{day}/reconciliations")
    ResponseEntity<ReconciliationAnswer> reconcile(
            HttpServletRequest request,
            @PathVariable String pointId,
            @PathVariable LocalDate day,
            @RequestBody @Valid CountBody body) {
        StreamId stream = at(request, pointId, day);
        CommandContext context = requests.decision(request, body, stream);
        Outcome outcome = commands.send(stream, new TillCommand.Reconcile(clock.instant(), body.counted()), context);
        return answers.of(outcome, 200, done -> reconciled(pointId, day, done));
    }

    private ReconciliationAnswer reconciled(String point, LocalDate day, Outcome.Done done) {
        var commit = done.commit();
        if (commit != null && streams.events(commit).getFirst() instanceof TillEvent.Reconciled closed) {
            return new ReconciliationAnswer(
                    point, day, closed.counted(), closed.expected(), TillView.differences(closed), done.version());
        }
        throw new Problem(CommonProblem.OUTCOME_UNKNOWN);
    }

    private ResponseEntity<TillAnswer> fact(Outcome outcome, String point, LocalDate day, @Nullable Long due) {
        boolean repeated = outcome instanceof Outcome.Done done && done.repeated();
        return answers.of(outcome, repeated ? 200 : 201, done -> new TillAnswer(point, day, due, done.version()));
    }

    private StreamId at(HttpServletRequest request, String point, LocalDate day) {
        access.require(requests.caller(request).actor(), PostalPermission.WORK_TILL, Subject.ANY.at(Set.of(point)));
        return tills.stream(point, day);
    }
}
