package vn.tthc.postal.silence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.items.ItemSubjects;
import vn.tthc.postal.silence.SilentItems.SilentItem;

/** Shows who watches over the post which items went silent: a postal worker those of the own point, others all. */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class SilentItemsEndpoint {
    private final SilentItems items;
    private final ItemSubjects subjects;
    private final AccessPolicy access;
    private final Requests requests;

    SilentItemsEndpoint(SilentItems items, ItemSubjects subjects, AccessPolicy access, Requests requests) {
        this.items = items;
        this.subjects = subjects;
        this.access = access;
        this.requests = requests;
    }

    /** A page of silent items; {@code next} is asked for next, null when this is the last. */
    record SilentPage(List<SilentItem> items, @Nullable String next) {}

    @Operation(
            summary = "Bưu gửi im lặng quá lâu / items not heard of",
            description =
                    "The longest silent first. Postal workers name their point; administrators and inspectors see all.")
    @GetMapping("/api/v1/silent-items")
    SilentPage list(
            HttpServletRequest request,
            @RequestParam(required = false) @Size(min = 1, max = 40) @Nullable String point,
            @RequestParam(required = false) @Size(max = 500) @Nullable String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        access.require(
                requests.caller(request).actor(),
                PostalPermission.SEE_SILENT,
                point == null ? Subject.EVERYWHERE : subjects.atPoint(point));
        try {
            SilentItems.Some some = items.list(point, after, limit);
            return new SilentPage(some.items(), some.next());
        } catch (IllegalArgumentException noPlace) {
            throw new Problem(CommonProblem.VALIDATION_FAILED, "after");
        }
    }
}
