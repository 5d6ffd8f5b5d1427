package vn.tthc.postal.points;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.reference.PostalPoint;
import vn.tthc.postal.reference.PostalPoints;

/** Where the post is: public. */
@RestController
@Tag(name = "Postal points", description = "Điểm phục vụ bưu chính / postal points")
class PostalPointsEndpoint {
    private final PostalPoints points;
    private final Requests requests;
    private final AccessPolicy access;

    PostalPointsEndpoint(PostalPoints points, Requests requests, AccessPolicy access) {
        this.points = points;
        this.requests = requests;
        this.access = access;
    }

    /** Postal points. */
    record PointList(List<PostalPoint> points) {}

    @Operation(
            summary = "Danh sách điểm bưu chính / list the postal points",
            description = "Public. With unit: those of one unit.")
    @GetMapping("/api/v1/postal-points")
    PointList list(HttpServletRequest request, @RequestParam(required = false) @Nullable String unit) {
        access.require(requests.caller(request).actor(), PostalPermission.READ_PUBLIC, Subject.ANY);
        return new PointList(unit == null ? points.all() : points.ofUnit(unit));
    }
}
