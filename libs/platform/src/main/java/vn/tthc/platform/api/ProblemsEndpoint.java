package vn.tthc.platform.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Role;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Permission;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.Requests;

/** Lists what a service may say no with, for those who write programs that have to understand it. */
@RestController
@Tag(name = "Problems", description = "Các mã lỗi / reasons to say no")
class ProblemsEndpoint {
    private final ProblemCatalogue catalogue;
    private final AccessPolicy access;
    private final Requests requests;

    ProblemsEndpoint(ProblemCatalogue catalogue, AccessPolicy access, Requests requests) {
        this.catalogue = catalogue;
        this.access = access;
        this.requests = requests;
    }

    /** What codes mean is no secret. */
    enum ProblemsPermission implements Permission {
        SEE_PROBLEMS;

        @Override
        public Set<Role> roles() {
            return Set.of(Role.values());
        }
    }

    /** Every code this service can answer. */
    record ProblemList(List<ProblemCatalogue.ProblemEntry> problems) {}

    @GetMapping("/api/v1/problems")
    ProblemList problems(HttpServletRequest request) {
        access.require(requests.caller(request).actor(), ProblemsPermission.SEE_PROBLEMS, Subject.ANY);
        return new ProblemList(catalogue.all());
    }
}
