package vn.tthc.intake.clock;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;

/** Tells the due date of a dossier, and why it is that one. */
@RestController
@Tag(name = "Clock", description = "Tạm dừng, tiếp tục thời hạn / stopping and resuming the clock")
class DeadlineEndpoint {
    private final Dossiers dossiers;
    private final ClockRuleBook rules;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    DeadlineEndpoint(Dossiers dossiers, ClockRuleBook rules, AccessPolicy access, Requests requests, Answers answers) {
        this.dossiers = dossiers;
        this.rules = rules;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    @Operation(
            summary = "Vì sao hẹn trả ngày này / why the due date is what it is",
            description = "From the dossier's own facts: every day that counted, every day that did not and by which"
                    + " decision, every pause and its ground, in both languages.")
    @GetMapping("/api/v1/dossiers/{id}/deadline")
    ResponseEntity<DeadlineAnswer> deadline(@PathVariable String id, HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        String owner = dossiers.first(dossier).actor().id();
        access.require(requests.caller(request).actor(), IntakePermission.VIEW_DOSSIER, dossier.viewedAs(owner));
        return answers.state(
                dossier.stream(),
                dossier.version(),
                DeadlineAnswer.of(
                        dossier,
                        rules.of(dossier.procedure()),
                        dossiers.facts(dossier, DossierEvent.DueDateRederived.class)));
    }
}
