package vn.tthc.postal.inbound;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;
import vn.tthc.postal.reference.PaperKind;
import vn.tthc.postal.reference.PaperKinds;

/** What the papers of a dossier can be called: public. */
@RestController
@Tag(name = "Items", description = "Bưu gửi / postal items")
class PaperKindsEndpoint {
    private final PaperKinds kinds;
    private final Requests requests;
    private final AccessPolicy access;

    PaperKindsEndpoint(PaperKinds kinds, Requests requests, AccessPolicy access) {
        this.kinds = kinds;
        this.requests = requests;
        this.access = access;
    }

    /** Kinds of papers. */
    record PaperKindList(List<PaperKind> kinds) {}

    @Operation(
            summary = "Danh mục loại giấy tờ / list the kinds of papers",
            description = "Public. Papers of a dossier from a citizen are named by these.")
    @GetMapping("/api/v1/paper-kinds")
    PaperKindList list(HttpServletRequest request) {
        access.require(requests.caller(request).actor(), PostalPermission.READ_PUBLIC, Subject.ANY);
        return new PaperKindList(kinds.all());
    }
}
