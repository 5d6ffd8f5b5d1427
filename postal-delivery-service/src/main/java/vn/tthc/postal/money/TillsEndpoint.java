package vn.tthc.postal.money;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.Streams.Loaded;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.TillState;
import vn.tthc.postal.items.ItemSubjects;
import vn.tthc.postal.reference.PostalPoint;
import vn.tthc.postal.reference.PostalPoints;

/** Shows the money of points and days, and what does not agree. */
@RestController
@Tag(name = "Money", description = "Cước và phí thu hộ / postage and fees collected")
class TillsEndpoint {
    private final Tills tills;
    private final PostalPoints points;
    private final ItemSubjects subjects;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    TillsEndpoint(
            Tills tills,
            PostalPoints points,
            ItemSubjects subjects,
            AccessPolicy access,
            Requests requests,
            Answers answers) {
        this.tills = tills;
        this.points = points;
        this.subjects = subjects;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * Tills of a day, by point.
     *
     * @param next where the next page begins; null when this is the last
     */
    record TillList(
            LocalDate day, List<TillView> tills, @Nullable String next) {}

    @Operation(
            summary = "Quỹ của một điểm trong ngày / the money of a point and day",
            description =
                    "What was taken, passed on and is owed; after reconciliation what was counted, and every difference.")
    @GetMapping("/api/v1/postal-points/{pointId}/tills/{day}")
    ResponseEntity<TillView> get(
            HttpServletRequest request, @PathVariable String pointId, @PathVariable LocalDate day) {
        access.require(
                requests.caller(request).actor(), PostalPermission.READ_TILL, subjects.atPoints(Set.of(pointId)));
        StreamId stream = tills.stream(pointId, day);
        Loaded<TillState> loaded = tills.find(stream).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        return answers.state(stream, loaded.version(), TillView.of(pointId, day, loaded.state()));
    }

    @Operation(
            summary = "Đối soát của mọi điểm trong ngày / all points' reconciliation of a day",
            description =
                    "For inspectors: every point of the units they watch over that took money on that day, reconciled or not, with its differences. In the order of the points' ids; the next page is asked for with after.")
    @GetMapping("/api/v1/tills")
    TillList ofDay(
            HttpServletRequest request,
            @RequestParam LocalDate day,
            @RequestParam(required = false) @Size(max = 40) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.WATCH_TILLS, Subject.ANY);
        List<TillView> found = points.all().stream()
                .map(PostalPoint::id)
                .filter(point -> access.allows(actor, PostalPermission.WATCH_TILLS, subjects.atPoints(Set.of(point))))
                .filter(point -> after == null || point.compareTo(after) > 0)
                .sorted()
                .flatMap(point -> tills.find(tills.stream(point, day)).stream()
                        .map(loaded -> TillView.of(point, day, loaded.state())))
                .limit(limit + 1L)
                .toList();
        boolean more = found.size() > limit;
        List<TillView> page = more ? found.subList(0, limit) : found;
        return new TillList(day, page, more ? page.getLast().point() : null);
    }
}
