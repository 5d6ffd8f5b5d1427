package vn.tthc.postal.identifier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.law.post.S10;
import vn.tthc.law.post.S10Problem;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.web.Requests;
import vn.tthc.postal.PostalPermission;

/** Checks an item identifier that somebody types or scans. Whatever the text, the answer is 200. */
@RestController
@Tag(name = "Identifiers", description = "Mã bưu gửi / item identifiers")
class IdentifierEndpoint {
    private final Requests requests;
    private final AccessPolicy access;

    IdentifierEndpoint(Requests requests, AccessPolicy access) {
        this.requests = requests;
        this.access = access;
    }

    /**
     * What is to be said of a text.
     *
     * @param code the text
     * @param valid whether it is an S10 identifier with the right check digit
     * @param reason why not, null when it is
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record IdentifierCheck(
            String code, boolean valid, @Nullable S10Problem reason) {}

    @Operation(
            summary = "Kiểm tra mã bưu gửi / check an item identifier",
            description = "Public. Always 200; reason says why it is not an S10 identifier.")
    @GetMapping("/api/v1/identifiers/{code}")
    IdentifierCheck check(HttpServletRequest request, @PathVariable String code) {
        access.require(requests.caller(request).actor(), PostalPermission.READ_PUBLIC, Subject.ANY);
        return S10.reason(code)
                .map(reason -> new IdentifierCheck(code, false, reason))
                .orElseGet(() -> new IdentifierCheck(code, true, null));
    }
}
