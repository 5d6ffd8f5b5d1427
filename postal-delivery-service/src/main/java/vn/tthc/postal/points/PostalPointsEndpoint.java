package vn.tthc.postal.points;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.postal.reference.PostalPoint;
import vn.tthc.postal.reference.PostalPoints;

/** Where the post is: public. */
@RestController
class PostalPointsEndpoint {
    private final PostalPoints points;

    PostalPointsEndpoint(PostalPoints points) {
        this.points = points;
    }

    /** Postal points. */
    record PointList(List<PostalPoint> points) {}

    @GetMapping("/api/v1/postal-points")
    PointList list(@RequestParam(required = false) @Nullable String unit) {
        return new PointList(unit == null ? points.all() : points.ofUnit(unit));
    }
}
