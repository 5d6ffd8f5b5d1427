package vn.tthc.processing.records;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Origin;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.web.Requests;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.desk.CaseAnswer;
import vn.tthc.processing.desk.CaseDesk;
import vn.tthc.processing.domain.CaseCommand;
import vn.tthc.processing.domain.CaseState;

/** Records a step outside the flow; its identity is its {@code recordId}. */
@RestController
@Tag(name = "Steps", description = "Các bước giải quyết / the steps of the flow")
class RecordedStepsEndpoint {
    private final CaseDesk desk;
    private final Requests requests;

    RecordedStepsEndpoint(CaseDesk desk, Requests requests) {
        this.desk = desk;
        this.requests = requests;
    }

    @Operation(
            summary =
                    "Ghi nhận bước ngoài quy trình hoặc của hồ sơ cũ / record a step outside the flow or of an old dossier",
            description =
                    "Known by its recordId: 201 when new, 200 when told before, 409 when told otherwise. Only an importer tells its time.")
    @PostMapping("/api/v1/cases/{dossierId}/recorded-steps")
    ResponseEntity<CaseAnswer> record(
            HttpServletRequest request, @PathVariable String dossierId, @RequestBody @Valid RecordedStepRequest body) {
        String hash = ContentHash.of(body);
        boolean ownTime = body.occurredAt() != null;
        CommandContext context = requests.recorded(request, body, "step|" + body.recordId())
                .withOrigin(ownTime ? Origin.IMPORTED : Origin.LIVE)
                .withExternalId(body.recordId());
        return desk.record(
                request,
                dossierId,
                ownTime ? ProcessingPermission.RECORD_STEP_AT_OWN_TIME : ProcessingPermission.RECORD_STEP,
                context,
                state -> command(body, state, hash),
                201);
    }

    private CaseCommand command(RecordedStepRequest told, CaseState.Opened state, String hash) {
        Instant own = told.occurredAt();
        return new CaseCommand.RecordStep(
                own == null ? desk.now() : desk.past("occurredAt", own),
                told.recordId(),
                told.name(),
                RecordedAgency.of(told, state.file()),
                told.agencyLabel(),
                told.resource(),
                hash,
                own != null);
    }
}
