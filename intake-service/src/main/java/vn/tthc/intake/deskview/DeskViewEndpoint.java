package vn.tthc.intake.deskview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.domain.FirstAnswer;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.duplicate.DuplicateWarning;
import vn.tthc.intake.duplicate.Duplicates;
import vn.tthc.intake.reference.PublishedCalendars;
import vn.tthc.law.OfficialStatus;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;

/** Shows a dossier with the version that the next decision needs. */
@RestController
@Tag(name = "Desk", description = "Hồ sơ tại bàn làm việc / a dossier at the desk")
class DeskViewEndpoint {
    private final Dossiers dossiers;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final PublishedCalendars calendars;
    private final Duplicates duplicates;

    DeskViewEndpoint(
            Dossiers dossiers,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            PublishedCalendars calendars,
            Duplicates duplicates) {
        this.calendars = calendars;
        this.duplicates = duplicates;
        this.dossiers = dossiers;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    @Operation(
            summary = "Xem hồ sơ / a dossier as it is now",
            description = "The ETag is what If-Match of the next decision takes.")
    @GetMapping("/api/v1/dossiers/{id}")
    ResponseEntity<DossierView> view(@PathVariable String id, HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        String owner = dossiers.first(dossier).actor().id();
        Actor actor = requests.caller(request).actor();
        access.require(actor, IntakePermission.VIEW_DOSSIER, dossier.viewedAs(owner));
        List<DuplicateWarning> warnings = dossier.state().stage() == OfficialStatus.REGISTERED
                ? duplicates.of(dossier, actor, requests.identityNumber(request).orElse(null))
                : List.of();
        return answers.state(
                dossier.stream(), dossier.version(), DossierView.of(dossier, answerDueAt(dossier), warnings));
    }

    private @Nullable Instant answerDueAt(Found dossier) {
        return FirstAnswer.dueAt(
                dossier.state(), calendars.of(dossier.receiving().id()));
    }
}
