package vn.tthc.processing.result;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.platform.web.Moments;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.desk.CaseAnswer;
import vn.tthc.processing.desk.CaseDesk;
import vn.tthc.processing.domain.CaseCommand;

/** The apology that the system drafted is signed. The dossier promises its date, or tells why not. */
@RestController
@Tag(name = "Result of processing", description = "Kết quả giải quyết / the result of processing")
class ApologiesEndpoint {
    private final CaseDesk desk;

    ApologiesEndpoint(CaseDesk desk) {
        this.desk = desk;
    }

    /**
     * What the letter says (Mẫu 04).
     *
     * @param promisedAt the new date, left out for the one proposed
     * @param reason why it takes longer; public, so no personal data
     * @param signer office of who signs
     */
    record ApologyBody(
            @Nullable Instant promisedAt,
            @NotBlank @Size(max = 1000) String reason,
            @NotBlank @Size(max = 200) String signer) {}

    @Operation(
            summary = "Ký văn bản xin lỗi và hẹn lại (Mẫu 04) / sign the apology with its new date",
            description = "Needs If-Match, a draft for the present due date, and the agency that has the papers. The"
                    + " dossier promises the new date, or tells why not (dossier.extension-refused); the original due"
                    + " date stays the measured one.")
    @PostMapping("/api/v1/cases/{dossierId}/apologies")
    ResponseEntity<CaseAnswer> sign(
            HttpServletRequest request, @PathVariable String dossierId, @RequestBody @Valid ApologyBody body) {
        Instant promised =
                body.promisedAt() == null ? null : Moments.ahead("promisedAt", body.promisedAt(), desk.now());
        return desk.decide(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.SIGN_APOLOGY,
                (now, agency) -> new CaseCommand.SignApology(
                        now,
                        agency,
                        promised,
                        body.reason().strip(),
                        body.signer().strip()));
    }
}
