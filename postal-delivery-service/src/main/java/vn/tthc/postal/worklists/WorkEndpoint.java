package vn.tthc.postal.worklists;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.consume.Freshness;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.domain.Work;
import vn.tthc.postal.items.ItemEntry;
import vn.tthc.postal.items.ItemLists;
import vn.tthc.postal.reference.PostalPoints;

/** Shows a postal worker what is to be fetched, carried, delivered and brought back at the own point. */
@RestController
@Tag(name = "Work", description = "Việc của bưu tá / work of the post")
class WorkEndpoint {
    private final ItemLists lists;
    private final PostalPoints points;
    private final Freshness freshness;
    private final AccessPolicy access;
    private final Requests requests;
    private final InstantSource clock;

    WorkEndpoint(
            ItemLists lists,
            PostalPoints points,
            Freshness freshness,
            AccessPolicy access,
            Requests requests,
            InstantSource clock) {
        this.lists = lists;
        this.points = points;
        this.freshness = freshness;
        this.access = access;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * The work of a point.
     *
     * @param counts how much there is of each kind
     * @param items some of the kind that was asked for, what waits longest first
     * @param next where the next page starts; null when this is the last
     * @param asOf everything recorded before this moment is in here; null while that is not known
     */
    record WorkAnswer(
            String point,
            List<WorkCount> counts,
            List<ItemWork> items,
            @Nullable String next,
            @Nullable Instant asOf) {}

    /** How much there is of a kind. */
    record WorkCount(Work.Kind kind, long count) {}

    /**
     * An item and what is to be done with it.
     *
     * @param route mail route on which it goes next
     * @param since since when it waits for that
     * @param returnFrom from when it goes back to the agency when it cannot be delivered
     * @param returnDue whether that moment has come
     */
    record ItemWork(
            String itemId,
            String identifier,
            String dossierCode,
            Purpose purpose,
            Work.Kind kind,
            @Nullable String unit,
            @Nullable String office,
            @Nullable String route,
            Instant since,
            @Nullable Instant returnFrom,
            boolean returnDue) {
        static ItemWork of(ItemEntry item, Work.Kind kind, Instant now) {
            Instant from = item.returnFrom();
            return new ItemWork(
                    item.itemId(),
                    item.identifier(),
                    item.dossierCode(),
                    item.purpose(),
                    kind,
                    item.unit(),
                    item.office(),
                    item.route(),
                    item.since(),
                    from,
                    kind == Work.Kind.DELIVER && from != null && !from.isAfter(now));
        }
    }

    @Operation(
            summary = "Việc của một điểm bưu chính / the work of a postal point",
            description =
                    "What is to be fetched, carried on, delivered or brought back, what waits longest first. With route: only what goes along that mail route.")
    @GetMapping("/api/v1/postal-points/{pointId}/work")
    WorkAnswer work(
            HttpServletRequest request,
            @PathVariable String pointId,
            @RequestParam Work.Kind kind,
            @RequestParam(required = false) @Size(min = 1, max = 40) @Nullable String route,
            @RequestParam(required = false) @Size(max = 500) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, PostalPermission.READ_WORK, Subject.ANY.at(Set.of(pointId)));
        if (points.find(pointId).isEmpty()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        Instant asOf = freshness.asOf("post-items").orElse(null);
        Instant now = clock.instant();
        List<WorkCount> counts = Arrays.stream(Work.Kind.values())
                .map(each -> new WorkCount(each, lists.count(pointId, each)))
                .toList();
        try {
            ItemLists.Items found = lists.work(pointId, kind, route, after, limit);
            return new WorkAnswer(
                    pointId,
                    counts,
                    found.items().stream()
                            .map(item -> ItemWork.of(item, kind, now))
                            .toList(),
                    found.next(),
                    asOf);
        } catch (IllegalArgumentException e) {
            // The index is a declared one, so this can only be the cursor.
            throw Problem.fields(List.of(FieldProblem.of(
                    "after",
                    FieldReason.INVALID,
                    "Không phải vị trí trang hợp lệ.",
                    "Not where a page of this list ended.")));
        }
    }
}
