package vn.tthc.intake.deskview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.dossier.Authority;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.domain.DossierState.Filing;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Now;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.blob.BlobDownloads;
import vn.tthc.platform.blob.Blobs;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.person.ReadLog;
import vn.tthc.platform.person.ReadPurpose;
import vn.tthc.platform.person.Reading;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Gives out the scan of an authority (giấy ủy quyền), which names persons: for a purpose that is on record before. */
@RestController
@Tag(name = "Desk", description = "Hồ sơ tại bàn làm việc / a dossier at the desk")
class AuthorityScanEndpoint {
    private static final String FIELD = "authority.scan";

    private final Dossiers dossiers;
    private final Blobs blobs;
    private final PersonVault vault;
    private final ReadLog readLog;
    private final Now now;
    private final AccessPolicy access;
    private final Requests requests;

    AuthorityScanEndpoint(
            Dossiers dossiers,
            Blobs blobs,
            PersonVault vault,
            ReadLog readLog,
            Now now,
            AccessPolicy access,
            Requests requests) {
        this.dossiers = dossiers;
        this.blobs = blobs;
        this.vault = vault;
        this.readLog = readLog;
        this.now = now;
        this.access = access;
        this.requests = requests;
    }

    @Operation(
            summary = "Bản quét giấy ủy quyền / the scan of the authority",
            description =
                    "Who read it and what for is recorded before it goes out, and nobody between keeps it. 404 when"
                            + " there is none, or whom it names was erased.")
    @GetMapping("/api/v1/dossiers/{id}/authority/scan")
    ResponseEntity<Resource> scan(
            @PathVariable String id,
            @RequestParam @NotNull ReadPurpose purpose,
            @RequestParam(required = false) @Pattern(regexp = "[0-9A-Za-zĐđ./-]{1,64}") @Nullable String reference,
            HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        Actor actor = requests.caller(request).actor();
        access.require(actor, IntakePermission.READ_AUTHORITY, dossier.heads());
        String hash =
                scan(dossier).filter(there -> blobs.find(there).isPresent()).orElseThrow(AuthorityScanEndpoint::none);
        readLog.record(Reading.by(actor, now.instant(), id, List.of(FIELD), purpose, reference));
        return BlobDownloads.answer(blobs.open(hash).orElseThrow(AuthorityScanEndpoint::none), "authority");
    }

    private static Problem none() {
        return new Problem(CommonProblem.NOT_FOUND);
    }

    private Optional<String> scan(Found dossier) {
        Filing filing = dossier.state().filing();
        if (filing == null || filing.authority() == null) {
            return Optional.empty();
        }
        Authority authority = filing.authority();
        // The paper names both who gave it and who acts.
        return vault.isForgotten(authority.number().person())
                        || vault.isForgotten(filing.applicant().name().person())
                ? Optional.empty()
                : Optional.ofNullable(authority.blob());
    }
}
