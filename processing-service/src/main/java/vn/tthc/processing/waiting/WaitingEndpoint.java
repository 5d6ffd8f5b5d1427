package vn.tthc.processing.waiting;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.dossier.Obligation;
import vn.tthc.contracts.dossier.SupplementLeave;
import vn.tthc.contracts.dossier.SupplementRequest;
import vn.tthc.law.clock.PauseReason;
import vn.tthc.platform.web.Requests;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.desk.CaseAnswer;
import vn.tthc.processing.desk.CaseDesk;
import vn.tthc.processing.domain.CaseCommand;

/** Asks the dossier to wait. Whether it does, its own stream tells: a rule of the procedure may refuse. */
@RestController
@Tag(name = "Waiting", description = "Yêu cầu bổ sung, tạm dừng / asking the dossier to wait")
class WaitingEndpoint {
    private final CaseDesk desk;
    private final Requests requests;

    WaitingEndpoint(CaseDesk desk, Requests requests) {
        this.desk = desk;
        this.requests = requests;
    }

    /** What is missing; {@code leaveReason} allows a second or later request, and only a head may give it. */
    record SupplementBody(
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid ItemBody> items,
            @NotBlank @Size(max = 1000) String reason,

            @Size(max = 2000) @Nullable String guidance,
            @Size(min = 1, max = 1000) @Nullable String leaveReason) {}

    /** One paper; {@code component} is its code in the procedure, when it is one of them. */
    record ItemBody(
            @Size(min = 1, max = 64) @Nullable String component,
            @NotBlank @Size(max = 500) String name,
            @NotBlank @Size(max = 1000) String demand) {}

    /** Why the clock is to stand still; the amount is that of a financial obligation. */
    record PauseBody(
            @NotNull PauseReason reason,
            @NotBlank @Size(max = 1000) String note,
            @PositiveOrZero @Nullable Long amountVnd) {}

    /** What is there now. */
    record PauseEndBody(
            @NotNull PauseReason reason,
            @Size(min = 1, max = 1000) @Nullable String note) {}

    @Operation(
            summary = "Đề nghị yêu cầu bổ sung / ask for supplements through the one-stop",
            description = "Needs If-Match. The dossier records the request (5) and stops its clock, or tells why not.")
    @PostMapping("/api/v1/cases/{dossierId}/supplement-requests")
    ResponseEntity<CaseAnswer> supplements(
            HttpServletRequest request, @PathVariable String dossierId, @RequestBody @Valid SupplementBody body) {
        SupplementRequest asked = new SupplementRequest(
                body.items().stream()
                        .map(item -> new SupplementRequest.Item(item.component(), item.name(), item.demand()))
                        .toList(),
                body.reason(),
                body.guidance());
        return desk.decide(
                request,
                dossierId,
                body,
                state -> body.leaveReason() == null
                        ? ProcessingPermission.ASK_TO_WAIT
                        : ProcessingPermission.ALLOW_ANOTHER_SUPPLEMENT,
                (now, agency) -> new CaseCommand.AskSupplement(now, agency, asked, leave(request, body.leaveReason())));
    }

    @Operation(
            summary = "Đề nghị tạm dừng thời hạn / ask for the clock to stand still",
            description =
                    "Needs If-Match. Only for a reason the procedure lists; the dossier records it, or tells why not.")
    @PostMapping("/api/v1/cases/{dossierId}/pauses")
    ResponseEntity<CaseAnswer> pause(
            HttpServletRequest request, @PathVariable String dossierId, @RequestBody @Valid PauseBody body) {
        return desk.decide(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.ASK_TO_WAIT,
                (now, agency) -> body.reason() == PauseReason.FINANCIAL_OBLIGATION
                        ? new CaseCommand.AskObligation(now, agency, new Obligation(body.note(), body.amountVnd()))
                        : new CaseCommand.AskPause(now, agency, body.reason(), body.note()));
    }

    @Operation(
            summary = "Hết lý do tạm dừng / what was waited for is there",
            description = "Needs If-Match. Where nothing stands still for that reason, nothing changes.")
    @PostMapping("/api/v1/cases/{dossierId}/resumptions")
    ResponseEntity<CaseAnswer> resume(
            HttpServletRequest request, @PathVariable String dossierId, @RequestBody @Valid PauseEndBody body) {
        return desk.decide(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.ASK_TO_WAIT,
                (now, agency) -> new CaseCommand.EndPause(now, agency, body.reason(), body.note()));
    }

    private @Nullable SupplementLeave leave(HttpServletRequest request, @Nullable String reason) {
        if (reason == null) {
            return null;
        }
        Set<Role> roles = requests.caller(request).actor().roles();
        boolean head = roles.contains(Role.HEAD_OF_UNIT) && !roles.contains(Role.AGENCY_LEADER);
        return new SupplementLeave(head ? Role.HEAD_OF_UNIT : Role.AGENCY_LEADER, reason.strip());
    }
}
