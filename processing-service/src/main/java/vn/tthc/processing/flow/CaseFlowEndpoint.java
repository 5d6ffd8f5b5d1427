package vn.tthc.processing.flow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.FlowStep;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.flow.FlowDiagram;
import vn.tthc.platform.web.Requests;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.desk.Agencies;
import vn.tthc.processing.desk.CaseDesk;
import vn.tthc.processing.desk.CaseReader;
import vn.tthc.processing.domain.CaseState;

/** Draws the flow of a case. */
@RestController
@Tag(name = "Case", description = "Hồ sơ đang giải quyết / the case")
class CaseFlowEndpoint {
    private static final MediaType MERMAID = new MediaType("text", "vnd.mermaid", StandardCharsets.UTF_8);

    private final CaseReader cases;
    private final AccessPolicy access;
    private final Requests requests;

    CaseFlowEndpoint(CaseReader cases, AccessPolicy access, Requests requests) {
        this.cases = cases;
        this.access = access;
        this.requests = requests;
    }

    @Operation(
            summary = "Sơ đồ quy trình của hồ sơ / the flow of the case as a picture",
            description = "A Mermaid flowchart: what is done is dashed, where the case stands has a thick border.")
    @GetMapping(path = "/api/v1/cases/{dossierId}/flow", produces = "text/vnd.mermaid")
    ResponseEntity<byte[]> draw(HttpServletRequest request, @PathVariable String dossierId) {
        CaseState.Opened state = cases.now(CaseDesk.stream(dossierId)).state();
        access.require(
                requests.caller(request).actor(),
                ProcessingPermission.READ_CASE,
                new Subject(Agencies.concerned(state), null));
        return ResponseEntity.ok().contentType(MERMAID).body(picture(state).getBytes(StandardCharsets.UTF_8));
    }

    private static String picture(CaseState.Opened state) {
        List<FlowDiagram.Node> nodes =
                state.file().steps().stream().map(CaseFlowEndpoint::node).toList();
        return switch (state) {
            case CaseState.Live live ->
                FlowDiagram.of(
                        nodes, live.progress().done(), live.progress().current().id());
            case CaseState.Imported imported -> FlowDiagram.of(nodes, Set.of(), null);
        };
    }

    private static FlowDiagram.Node node(FlowStep step) {
        return new FlowDiagram.Node(
                step.id(),
                step.name(),
                step.agency().name(),
                step.role(),
                step.budgetMinutes(),
                step.optional(),
                step.mayReturnTo(),
                step.when());
    }
}
