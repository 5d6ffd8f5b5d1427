package vn.tthc.intake.reference;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.flow.FlowDiagram;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Draws the flow of a procedure. */
@RestController
@Tag(name = "Catalogue", description = "Thủ tục và cơ quan / procedures and agencies")
class ProcedureFlowEndpoint {
    private static final MediaType MERMAID = new MediaType("text", "vnd.mermaid", StandardCharsets.UTF_8);
    private static final int MINUTES_PER_HOUR = 60;

    private final Catalogue catalogue;
    private final AccessPolicy access;
    private final Requests requests;
    private final InstantSource clock;

    ProcedureFlowEndpoint(Catalogue catalogue, AccessPolicy access, Requests requests, InstantSource clock) {
        this.catalogue = catalogue;
        this.access = access;
        this.requests = requests;
        this.clock = clock;
    }

    @Operation(
            summary = "Sơ đồ quy trình của thủ tục / the flow of a procedure as a picture",
            description = "A Mermaid flowchart of the version in force, or the newest.")
    @GetMapping(path = "/api/v1/procedures/{code}/flow", produces = "text/vnd.mermaid")
    ResponseEntity<byte[]> draw(@PathVariable String code, HttpServletRequest request) {
        access.require(requests.caller(request).actor(), IntakePermission.VIEW_CATALOGUE, Subject.ANY);
        Procedure procedure = catalogue
                .procedure(code, VietnamTime.date(clock.instant()))
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        List<FlowDiagram.Node> nodes =
                procedure.steps().stream().map(ProcedureFlowEndpoint::node).toList();
        return ResponseEntity.ok()
                .contentType(MERMAID)
                .body(FlowDiagram.of(nodes).getBytes(StandardCharsets.UTF_8));
    }

    private static FlowDiagram.Node node(Procedure.Step step) {
        String place = step.agency() == null ? step.level().name() : step.level() + " " + step.agency();
        return new FlowDiagram.Node(
                step.id(),
                step.name(),
                place,
                step.role(),
                (long) step.budgetHours() * MINUTES_PER_HOUR,
                step.optional(),
                step.mayReturnTo(),
                step.when());
    }
}
