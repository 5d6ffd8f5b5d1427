package vn.tthc.intake.supplement;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.LegalGround;
import vn.tthc.contracts.dossier.SupplementLeave;
import vn.tthc.contracts.dossier.SupplementRequest;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.clock.ClockRuleBook;
import vn.tthc.intake.domain.ClockCommand;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Nothing;
import vn.tthc.intake.dossier.Now;
import vn.tthc.intake.dossier.StatusAnswer;
import vn.tthc.law.OfficialStatus;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;

/** Asks for supplements, and takes them. */
@RestController
@Tag(name = "Supplements", description = "Bổ sung hồ sơ / supplements")
class SupplementEndpoint {
    /** What a second request costs: the words of domain facts, not of this system. */
    private static final LegalGround COST = new LegalGround(
            "Từ lần yêu cầu bổ sung thứ hai, hồ sơ bị tính quá hạn ở chỉ tiêu 2.1 và vì thế trừ vào chỉ tiêu 5.4 của Bộ chỉ"
                    + " số 766 (Quyết định 766/QĐ-TTg), dù thời hạn luật định không đổi.",
            "From the second request for supplements on, the dossier counts as overdue in indicator 2.1 and so against"
                    + " indicator 5.4 of the 766 index (Decision 766/QĐ-TTg), though the legal due date is what it is.");

    private final Dossiers dossiers;
    private final ClockRuleBook rules;
    private final Now now;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    SupplementEndpoint(
            Dossiers dossiers, ClockRuleBook rules, Now now, AccessPolicy access, Requests requests, Answers answers) {
        this.dossiers = dossiers;
        this.rules = rules;
        this.now = now;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * What is missing (Mẫu 02).
     *
     * @param items the papers, each with what is to be done
     * @param reason why; public, so no personal data
     * @param guidance how to complete it
     * @param leaveReason why a second or later request is allowed; only a head may give it
     */
    record RequestBodyOfSupplements(
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid ItemBody> items,
            @NotBlank @Size(max = 1000) String reason,

            @Size(max = 2000) @Nullable String guidance,
            @Size(min = 1, max = 1000) @Nullable String leaveReason) {

        SupplementRequest request() {
            return new SupplementRequest(items.stream().map(ItemBody::item).toList(), reason.strip(), guidance);
        }
    }

    /** One paper; {@code component} is its code in the procedure, when it is one of them. */
    record ItemBody(
            @Size(min = 1, max = 64) @Nullable String component,
            @NotBlank @Size(max = 500) String name,
            @NotBlank @Size(max = 1000) String demand) {
        SupplementRequest.Item item() {
            return new SupplementRequest.Item(component, name.strip(), demand.strip());
        }
    }

    /**
     * What was recorded.
     *
     * @param nth which request it is
     * @param clockStopped whether a clock stands still since then
     * @param cost what it costs in the 766 index, from the second on
     */
    record RequestAnswer(
            String dossierId,
            StatusAnswer status,
            Instant requestedAt,
            int nth,
            boolean clockStopped,
            LegalGround ground,
            @Nullable LegalGround cost) {}

    /** What was recorded; no due date before reception, or while the clock stands still for another reason. */
    record SupplementAnswer(
            String dossierId,
            Instant receivedAt,
            @Nullable Instant oldDueAt,
            @Nullable Instant newDueAt,
            @Nullable String calendarVersion) {}

    @Operation(
            summary = "Yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02) / ask for supplements",
            description =
                    "Needs If-Match with the version seen. Once per dossier; another needs leaveReason from a head of"
                            + " the one-stop or of the deciding agency, and the answer says what it costs in the 766 index.")
    @PostMapping("/api/v1/dossiers/{id}/supplement-requests")
    ResponseEntity<RequestAnswer> ask(
            @PathVariable String id, @Valid @RequestBody RequestBodyOfSupplements body, HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        Actor actor = requests.caller(request).actor();
        boolean leave = body.leaveReason() != null;
        if (leave) {
            access.require(actor, IntakePermission.ALLOW_ANOTHER_SUPPLEMENT, dossier.heads());
        } else {
            access.require(actor, IntakePermission.SUPPLEMENT, dossier.desk());
        }
        CommandContext context = requests.decision(request, body, dossier.stream());
        Outcome outcome = dossiers.decide(
                dossier,
                context,
                given -> new ClockCommand.RequestSupplement(
                        now.instant(),
                        dossier.actingFor(actor),
                        body.request(),
                        leave(actor, body.leaveReason()),
                        rules.of(dossier.procedure())));
        return answers.of(outcome, 200, done -> {
            DossierEvent.SupplementRequested asked = dossiers.recorded(done, DossierEvent.SupplementRequested.class);
            return new RequestAnswer(
                    id,
                    StatusAnswer.of(OfficialStatus.SUPPLEMENT_REQUESTED),
                    asked.occurredAt(),
                    asked.nth(),
                    asked.clockStopped(),
                    asked.ground(),
                    asked.nth() > 1 ? COST : null);
        });
    }

    @Operation(
            summary = "Đã bổ sung đủ / the supplements are complete: the clock runs again",
            description = "Needs If-Match with the version seen. Answers the due date before and after.")
    @PostMapping("/api/v1/dossiers/{id}/supplements")
    ResponseEntity<SupplementAnswer> take(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Nothing body,
            HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        Actor actor = requests.caller(request).actor();
        access.require(actor, IntakePermission.SUPPLEMENT, dossier.desk());
        CommandContext context = requests.decision(request, Nothing.of(body), dossier.stream());
        Outcome outcome = dossiers.decide(
                dossier,
                context,
                given -> new ClockCommand.ReceiveSupplement(
                        now.instant(), dossier.actingFor(actor), rules.of(dossier.procedure())));
        return answers.of(outcome, 200, done -> {
            DossierEvent.SupplementReceived came = dossiers.recorded(done, DossierEvent.SupplementReceived.class);
            return new SupplementAnswer(
                    id,
                    came.occurredAt(),
                    came.due().oldDueAt(),
                    came.due().newDueAt(),
                    came.due().calendarVersion());
        });
    }

    private static @Nullable SupplementLeave leave(Actor actor, @Nullable String reason) {
        if (reason == null) {
            return null;
        }
        boolean head =
                actor.roles().contains(Role.HEAD_OF_UNIT) && !actor.roles().contains(Role.AGENCY_LEADER);
        return new SupplementLeave(head ? Role.HEAD_OF_UNIT : Role.AGENCY_LEADER, reason.strip());
    }
}
