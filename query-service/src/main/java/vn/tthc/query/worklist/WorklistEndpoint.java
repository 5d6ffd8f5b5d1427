package vn.tthc.query.worklist;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Scope;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.query.QueryPermission;
import vn.tthc.query.freshness.AsOf;

/** What there is to do, what is due first first. */
@RestController
@Tag(name = "Worklists", description = "Danh sách việc / worklists")
class WorklistEndpoint {
    private static final String PAGE = "50";
    private static final int MOST = 200;

    private final Requests requests;
    private final AccessPolicy access;
    private final DocumentStore documents;
    private final AsOf asOf;

    WorklistEndpoint(Requests requests, AccessPolicy access, DocumentStore documents, AsOf asOf) {
        this.requests = requests;
        this.access = access;
        this.documents = documents;
        this.asOf = asOf;
    }

    /**
     * Some work.
     *
     * @param next where the next page starts, for {@code after}; null when this is the last
     * @param asOf everything recorded before this moment is in here; null while a source has not said yet
     */
    record WorklistAnswer(
            List<WorkItem> items,
            @Nullable String next,
            @Nullable Instant asOf) {}

    @Operation(summary = "Việc của tôi / my work", description = "The dossiers whose current step is the caller's.")
    @GetMapping("/api/v1/worklists/mine")
    WorklistAnswer mine(
            HttpServletRequest request,
            @RequestParam(required = false) @Size(max = 500) @Nullable String after,
            @RequestParam(defaultValue = PAGE) @Min(1) @Max(MOST) int limit) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, QueryPermission.SEARCH_DOSSIERS, Subject.ANY);
        Scope scope = access.scope(actor, QueryPermission.SEARCH_DOSSIERS);
        Queue mine = new Queue(Queue.Kind.OFFICER, "", actor.id(), null);
        return answer(() -> Worklists.queue(documents, mine, scope::covers, after, limit));
    }

    @Operation(
            summary = "Hàng chờ của cơ quan / a queue of an agency",
            description = "ONE_STOP, TO_ACCEPT, or POOL with its role.")
    @GetMapping("/api/v1/worklists/queue")
    WorklistAnswer queue(
            HttpServletRequest request,
            @RequestParam @Size(min = 1, max = 100) String agency,
            @RequestParam Queue.Kind kind,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Size(max = 500) @Nullable String after,
            @RequestParam(defaultValue = PAGE) @Min(1) @Max(MOST) int limit) {
        access.require(requests.caller(request).actor(), QueryPermission.SEARCH_DOSSIERS, Subject.of(agency));
        if ((kind == Queue.Kind.POOL) != (role != null)) {
            throw invalid(
                    "role",
                    "Vai trò đi cùng hàng chờ POOL và chỉ với nó.",
                    "A role goes with POOL, and with it alone.");
        }
        if (kind == Queue.Kind.OFFICER) {
            throw invalid("kind", "Việc của cá nhân ở /worklists/mine.", "One's own work is at /worklists/mine.");
        }
        return queue(new Queue(kind, agency, null, role), after, limit);
    }

    @Operation(summary = "Hồ sơ sắp đến hạn / what is nearly due", description = "By the law or by the step.")
    @GetMapping("/api/v1/worklists/nearing")
    WorklistAnswer nearing(
            HttpServletRequest request,
            @RequestParam @Size(min = 1, max = 100) String agency,
            @RequestParam(required = false) @Size(max = 500) @Nullable String after,
            @RequestParam(defaultValue = PAGE) @Min(1) @Max(MOST) int limit) {
        return late(request, Worklists.Late.NEARING, agency, after, limit);
    }

    @Operation(summary = "Hồ sơ quá hạn / what is overdue", description = "By the law or by the step.")
    @GetMapping("/api/v1/worklists/overdue")
    WorklistAnswer overdue(
            HttpServletRequest request,
            @RequestParam @Size(min = 1, max = 100) String agency,
            @RequestParam(required = false) @Size(max = 500) @Nullable String after,
            @RequestParam(defaultValue = PAGE) @Min(1) @Max(MOST) int limit) {
        return late(request, Worklists.Late.OVERDUE, agency, after, limit);
    }

    @Operation(
            summary = "Hồ sơ giao chưa nhận / given and not taken",
            description = "Hand-overs to the agency that nobody has taken or declined in time.")
    @GetMapping("/api/v1/worklists/unacknowledged")
    WorklistAnswer unacknowledged(
            HttpServletRequest request,
            @RequestParam @Size(min = 1, max = 100) String agency,
            @RequestParam(required = false) @Size(max = 500) @Nullable String after,
            @RequestParam(defaultValue = PAGE) @Min(1) @Max(MOST) int limit) {
        return late(request, Worklists.Late.UNACKNOWLEDGED, agency, after, limit);
    }

    private WorklistAnswer late(
            HttpServletRequest request, Worklists.Late late, String agency, @Nullable String after, int limit) {
        access.require(requests.caller(request).actor(), QueryPermission.SEARCH_DOSSIERS, Subject.of(agency));
        return answer(() -> Worklists.late(documents, late, agency, after, limit));
    }

    private WorklistAnswer queue(Queue queue, @Nullable String after, int limit) {
        return answer(() -> Worklists.queue(documents, queue, after, limit));
    }

    private WorklistAnswer answer(Supplier<Worklists.Work> found) {
        Instant moment = asOf.moment();
        try {
            Worklists.Work work = found.get();
            return new WorklistAnswer(work.items(), work.next(), moment);
        } catch (IllegalArgumentException e) {
            // The index is a declared one, so this can only be the cursor.
            throw invalid("after", "Không phải vị trí trang hợp lệ.", "Not where a page of this list ended.");
        }
    }

    private static Problem invalid(String field, String vi, String en) {
        return Problem.fields(List.of(FieldProblem.of(field, FieldReason.INVALID, vi, en)));
    }
}
