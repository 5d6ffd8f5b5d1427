package vn.tthc.processing.result;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.desk.CaseAnswer;
import vn.tthc.processing.desk.CaseDesk;
import vn.tthc.processing.domain.CaseCommand;

/** The decision is signed by whom the law names for it. */
@RestController
@Tag(name = "Result of processing", description = "Kết quả giải quyết / the result of processing")
class SignaturesEndpoint {
    private final CaseDesk desk;

    SignaturesEndpoint(CaseDesk desk) {
        this.desk = desk;
    }

    /** Nothing needs to be said. */
    record Signature() {}

    @Operation(
            summary = "Ký kết quả / sign the decision",
            description = "Needs If-Match, in a signing step, by the agency that has the papers.")
    @PostMapping("/api/v1/cases/{dossierId}/signatures")
    ResponseEntity<CaseAnswer> sign(
            HttpServletRequest request,
            @PathVariable String dossierId,
            @RequestBody(required = false) @Nullable Signature body) {
        return desk.act(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.SIGN,
                acting -> new CaseCommand.Sign(acting.now(), acting.agency(), acting.by()));
    }
}
