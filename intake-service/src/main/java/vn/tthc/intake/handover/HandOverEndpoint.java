package vn.tthc.intake.handover;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.FlowStep;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;

/** Gives a dossier to the agency of its first step. */
@RestController
@Tag(name = "Hand-over", description = "Giao hồ sơ / hand-over")
class HandOverEndpoint {
    private final HandOvers handOvers;
    private final Dossiers dossiers;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    HandOverEndpoint(HandOvers handOvers, Dossiers dossiers, AccessPolicy access, Requests requests, Answers answers) {
        this.handOvers = handOvers;
        this.dossiers = dossiers;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * To whom.
     *
     * @param toAgency id of the agency of the first step; left out, the flow says
     */
    record HandOverBody(@Size(max = 64) @Nullable String toAgency) {}

    /**
     * What was recorded.
     *
     * @param dossierId the dossier
     * @param handedOverAt when it was given
     * @param step id of the first step
     * @param toAgency the agency that is to accept it
     */
    record HandOverAnswer(String dossierId, Instant handedOverAt, String step, AgencyRef toAgency) {}

    @Operation(
            summary = "Giao hồ sơ cho cơ quan giải quyết / hand over to the first step",
            description =
                    "Needs If-Match with the version seen. 409 AGENCY_NOT_VALID when an agency of the flow does not"
                            + " exist today.")
    @PostMapping("/api/v1/dossiers/{id}/hand-overs")
    ResponseEntity<HandOverAnswer> handOver(
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable HandOverBody body,
            HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        access.require(requests.caller(request).actor(), IntakePermission.HAND_OVER, dossier.desk());
        HandOverBody told = body == null ? new HandOverBody(null) : body;
        CommandContext context = requests.decision(request, told, dossier.stream());
        Outcome outcome = dossiers.decide(dossier, context, given -> handOvers.command(dossier, told.toAgency()));
        return answers.of(outcome, 200, done -> {
            DossierEvent.HandedOver given = dossiers.recorded(done, DossierEvent.HandedOver.class);
            FlowStep first = given.file().steps().getFirst();
            return new HandOverAnswer(dossier.stream().id(), given.occurredAt(), first.id(), first.agency());
        });
    }
}
