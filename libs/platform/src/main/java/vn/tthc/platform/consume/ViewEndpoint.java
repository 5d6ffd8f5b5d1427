package vn.tthc.platform.consume;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.verify.LastResult;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Views that can prove themselves: each can be built once more from the first event on, while it serves. */
@RestController
@RequestMapping("/internal/views")
@Tag(name = "operation")
class ViewEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(ViewEndpoint.class);

    private final ViewRebuilds rebuilds;
    private final AccessPolicy access;
    private final Requests requests;
    private final Map<String, LastResult> last = new TreeMap<>();

    ViewEndpoint(
            ViewRebuilds rebuilds, AccessPolicy access, Requests requests, MeterRegistry meters, InstantSource clock) {
        this.rebuilds = rebuilds;
        this.access = access;
        this.requests = requests;
        rebuilds.views().forEach(view -> last.put(view, new LastResult(meters, clock, view)));
    }

    /** Names of views. */
    record Views(List<String> views) {}

    /** What recomputing every view found. */
    record Verification(List<RebuildReport> views) {}

    @GetMapping
    @Operation(summary = "The views of this service")
    Views views(HttpServletRequest request) {
        access.require(requests.caller(request).actor(), FlowPermission.SEE_PROGRESS, Subject.ANY);
        return new Views(rebuilds.views());
    }

    @PostMapping("/{view}/rebuild")
    @Operation(summary = "Builds a view anew beside the serving one, compares, and lets it serve")
    RebuildReport rebuild(HttpServletRequest request, @PathVariable String view) throws InterruptedException {
        access.require(requests.caller(request).actor(), FlowPermission.REBUILD_VIEWS, Subject.ANY);
        return run(view, true);
    }

    @PostMapping("/verification")
    @Operation(summary = "Recomputes every view and compares it byte for byte with the serving one")
    Verification verify(HttpServletRequest request) throws InterruptedException {
        access.require(requests.caller(request).actor(), FlowPermission.SEE_PROGRESS, Subject.ANY);
        List<RebuildReport> reports = new ArrayList<>();
        for (String view : rebuilds.views()) {
            RebuildReport report = run(view, false);
            Objects.requireNonNull(last.get(view)).found(report.differenceCount());
            reports.add(report);
        }
        return new Verification(reports);
    }

    private RebuildReport run(String view, boolean swap) throws InterruptedException {
        try {
            return rebuilds.run(view, swap);
        } catch (IllegalArgumentException e) {
            throw new Problem(FlowProblem.NO_SUCH_VIEW, null, Map.of());
        } catch (ConsumerBusy e) {
            throw new Problem(FlowProblem.CONSUMER_BUSY, null, Map.of("consumer", view));
        } catch (IllegalStateException e) {
            LOG.warn("View {} could not be built anew: {}", view, Reasons.of(e));
            throw new Problem(FlowProblem.TOPICS_UNREADABLE, null, Map.of());
        }
    }
}
