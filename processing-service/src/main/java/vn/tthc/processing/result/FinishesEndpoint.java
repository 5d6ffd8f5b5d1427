package vn.tthc.processing.result;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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

/** The work is over; an old case ends at its own time. */
@RestController
@Tag(name = "Result of processing", description = "Kết quả giải quyết / the result of processing")
class FinishesEndpoint {
    private final CaseDesk desk;
    private final Requests requests;

    FinishesEndpoint(CaseDesk desk, Requests requests) {
        this.desk = desk;
        this.requests = requests;
    }

    /**
     * The end of processing.
     *
     * @param endedAt only for an imported case: when it ended; otherwise it ends now
     */
    record FinishRequest(@Nullable Instant endedAt) {}

    @Operation(
            summary = "Kết thúc xử lý / end processing",
            description =
                    "Needs If-Match and an issued result. For an imported case an importer tells the end instead, without If-Match.")
    @PostMapping("/api/v1/cases/{dossierId}/finishes")
    ResponseEntity<CaseAnswer> finish(
            HttpServletRequest request,
            @PathVariable String dossierId,
            @RequestBody(required = false) @Nullable FinishRequest body) {
        Instant endedAt = body == null ? null : body.endedAt();
        if (endedAt != null) {
            return ended(request, dossierId, body, endedAt);
        }
        return desk.decide(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.FINISH,
                (now, agency) -> new CaseCommand.Finish(now, agency, false));
    }

    private ResponseEntity<CaseAnswer> ended(
            HttpServletRequest request, String dossierId, @Nullable FinishRequest body, Instant endedAt) {
        CommandContext context = requests.recorded(request, body, "finish").withOrigin(Origin.IMPORTED);
        return desk.record(
                request,
                dossierId,
                ProcessingPermission.FINISH_AT_OWN_TIME,
                context,
                state -> new CaseCommand.Finish(desk.past("endedAt", endedAt), null, true),
                200);
    }
}
