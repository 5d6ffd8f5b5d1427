package vn.tthc.platform.person;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Permission;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Shows inspectors who was shown personal data. */
@RestController
@Tag(name = "Personal data", description = "Dữ liệu cá nhân / personal data")
class ReadLogEndpoint {
    private final ReadLog log;
    private final AccessPolicy access;
    private final Requests requests;

    ReadLogEndpoint(ReadLog log, AccessPolicy access, Requests requests) {
        this.log = log;
        this.access = access;
        this.requests = requests;
    }

    /** Whoever watches over the others. */
    enum ReadLogPermission implements Permission {
        READ_READ_LOG;

        @Override
        public Set<Role> roles() {
            return Set.of(Role.INSPECTOR);
        }
    }

    @Operation(
            summary = "Nhật ký xem dữ liệu cá nhân / who was shown personal data",
            description = "Newest first; by dossier or by account or all, between two moments.")
    @GetMapping("/internal/personal-data-reads")
    ReadLog.Readings readings(
            HttpServletRequest request,
            @RequestParam(required = false) @Size(max = 64) @Nullable String dossier,
            @RequestParam(required = false) @Size(max = 200) @Nullable String actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Size(max = 400) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        access.require(requests.caller(request).actor(), ReadLogPermission.READ_READ_LOG, Subject.EVERYWHERE);
        try {
            return log.page(dossier, actor, from, to, after, limit);
        } catch (IllegalArgumentException e) {
            throw Problem.fields(List.of(FieldProblem.of(
                    after == null ? "actor" : "after",
                    FieldReason.INVALID,
                    "Không tra cứu được với điều kiện này.",
                    "Readings cannot be listed by this.")));
        }
    }
}
