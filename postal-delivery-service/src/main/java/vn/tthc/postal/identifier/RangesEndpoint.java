package vn.tthc.postal.identifier;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.reference.RangeUse;
import vn.tthc.postal.reference.S10Identifiers;

/** Shows how far the ranges of identifiers are used, and counts those that are near their end. */
@RestController
@Tag(name = "Identifiers", description = "Mã bưu gửi / item identifiers")
class RangesEndpoint {
    private final S10Identifiers identifiers;
    private final Requests requests;
    private final AccessPolicy access;

    RangesEndpoint(S10Identifiers identifiers, Requests requests, AccessPolicy access, MeterRegistry meters) {
        this.identifiers = identifiers;
        this.requests = requests;
        this.access = access;
        for (RangeUse.State state : List.of(RangeUse.State.LOW, RangeUse.State.EXHAUSTED)) {
            Gauge.builder("tthc.post.identifier.ranges", identifiers, all -> count(all, state))
                    .tag("state", state.name())
                    .register(meters);
        }
    }

    private static long count(S10Identifiers identifiers, RangeUse.State state) {
        return identifiers.use().stream().filter(use -> use.state() == state).count();
    }

    /** Ranges, those that need attention first. */
    record RangeList(List<RangeAnswer> ranges) {}

    /**
     * One range.
     *
     * @param point the postal point it belongs to, or {@code RESERVE}
     */
    record RangeAnswer(
            String point, String serviceIndicator, int from, int to, long used, long left, RangeUse.State state) {
        static RangeAnswer of(RangeUse use) {
            return new RangeAnswer(
                    use.range().point(),
                    use.range().serviceIndicator(),
                    use.range().from(),
                    use.range().to(),
                    use.used(),
                    use.left(),
                    use.state());
        }
    }

    @Operation(
            summary = "Dải mã bưu gửi đã dùng đến đâu / how far the ranges of identifiers are used",
            description =
                    "For administrators and inspectors: what is used up first, then what has no more than a tenth left, then the rest. With point: those of one point.")
    @GetMapping("/internal/identifier-ranges")
    RangeList ranges(HttpServletRequest request, @RequestParam(required = false) @Nullable String point) {
        access.require(requests.caller(request).actor(), PostalPermission.WATCH_RANGES, Subject.EVERYWHERE);
        return new RangeList(identifiers.use().stream()
                .filter(use -> point == null || use.range().point().equals(point))
                .sorted(Comparator.comparing(RangeUse::state).reversed())
                .map(RangeAnswer::of)
                .toList());
    }
}
