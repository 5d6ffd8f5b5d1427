package vn.tthc.platform.consume;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.Requests;

/** {@code GET /internal/progress}: by it one can wait until everything that was recorded can be seen everywhere. */
@RestController
final class ProgressEndpoint {
    private final ProgressReport report;
    private final AccessPolicy access;
    private final Requests requests;

    ProgressEndpoint(ProgressReport report, AccessPolicy access, Requests requests) {
        this.report = report;
        this.access = access;
        this.requests = requests;
    }

    @GetMapping("/internal/progress")
    Progress progress(HttpServletRequest request) throws InterruptedException {
        access.require(requests.caller(request).actor(), FlowPermission.SEE_PROGRESS, Subject.ANY);
        return report.now();
    }
}
