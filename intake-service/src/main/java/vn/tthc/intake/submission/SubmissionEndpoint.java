package vn.tthc.intake.submission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.web.Requests;

/** Files a dossier. */
@RestController
@Tag(name = "Submission", description = "Nộp hồ sơ / filing")
class SubmissionEndpoint {
    private final Filer filer;
    private final AccessPolicy access;
    private final Requests requests;

    SubmissionEndpoint(Filer filer, AccessPolicy access, Requests requests) {
        this.filer = filer;
        this.access = access;
        this.requests = requests;
    }

    @Operation(
            summary = "Nộp hồ sơ / file a dossier",
            description = "Give an Idempotency-Key: the same request sent again is answered with the first dossier,"
                    + " its number and its secret.")
    @PostMapping("/api/v1/dossiers")
    ResponseEntity<SubmissionAnswer> submit(@Valid @RequestBody SubmissionBody body, HttpServletRequest request) {
        access.require(requests.caller(request).actor(), IntakePermission.submit(body.channel()), Filer.subject(body));
        return filer.file(
                body,
                requests.creation(request, body),
                requests.identityNumber(request).orElse(null));
    }
}
