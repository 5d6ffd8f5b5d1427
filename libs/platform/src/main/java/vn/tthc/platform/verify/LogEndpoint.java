package vn.tthc.platform.verify;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.StreamHead;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** What a service says about its own log; nobody opens its file. */
@RestController
@RequestMapping("/internal/log")
@Tag(name = "operation")
class LogEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(LogEndpoint.class);
    private static final int PAGE = 1000;

    private final LogVerifier verifier;
    private final EventLog log;
    private final Requests requests;
    private final AccessPolicy access;

    LogEndpoint(LogVerifier verifier, EventLog log, Requests requests, AccessPolicy access) {
        this.verifier = verifier;
        this.log = log;
        this.requests = requests;
        this.access = access;
    }

    @PostMapping("/verification")
    @Operation(summary = "Compares the log with itself and with its topics")
    LogReport verify(HttpServletRequest request) throws InterruptedException {
        access.require(requests.caller(request).actor(), VerifyPermission.VERIFY, Subject.EVERYWHERE);
        try {
            return verifier.verify();
        } catch (VerificationRefused e) {
            LOG.warn("The books could not be balanced", e);
            throw new Problem(VerifyProblem.VERIFICATION_REFUSED, null, Map.of());
        }
    }

    @GetMapping("/heads")
    @Operation(summary = "Last versions of all streams, a thousand at a time")
    HeadPage heads(HttpServletRequest request, @RequestParam(required = false) @Nullable String after) {
        access.require(requests.caller(request).actor(), VerifyPermission.VERIFY, Subject.EVERYWHERE);
        List<StreamHead> page = log.heads(after, "", PAGE);
        return new HeadPage(
                page.stream()
                        .map(head -> new HeadPage.Head(head.stream(), head.version()))
                        .toList(),
                page.size() == PAGE ? page.getLast().stream() : null);
    }
}
