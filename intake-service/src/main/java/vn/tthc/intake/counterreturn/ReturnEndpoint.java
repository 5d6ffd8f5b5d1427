package vn.tthc.intake.counterreturn;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.domain.DossierState.Filing;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Now;
import vn.tthc.intake.dossier.StatusAnswer;
import vn.tthc.intake.person.PartySealer;
import vn.tthc.intake.person.PartySealer.Place;
import vn.tthc.law.OfficialStatus;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;

/** Returns the result at the counter. */
@RestController
@Tag(name = "Result", description = "Nhận và trả kết quả / taking over and returning the result")
class ReturnEndpoint {
    private static final String OWNER = "OWNER";

    private final Dossiers dossiers;
    private final PartySealer sealer;
    private final Now now;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    ReturnEndpoint(
            Dossiers dossiers, PartySealer sealer, Now now, AccessPolicy access, Requests requests, Answers answers) {
        this.dossiers = dossiers;
        this.sealer = sealer;
        this.now = now;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /** Who took it. */
    record ReturnBody(@NotNull @Valid RecipientBody recipient) {}

    /**
     * The recipient as the register notes it (Mẫu 07: ký nhận).
     *
     * @param name name
     * @param relation to the owner
     * @param paperShown kind of paper shown
     */
    record RecipientBody(
            @NotBlank @Size(max = 200) String name,

            @NotNull @Pattern(regexp = "OWNER|FAMILY|AUTHORISED")
            String relation,

            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{1,39}") String paperShown) {

        @Override
        public String toString() {
            return "RecipientBody[***]";
        }
    }

    /** What was recorded. */
    record ReturnAnswer(String dossierId, StatusAnswer status, Instant returnedAt) {}

    @Operation(
            summary = "Trả kết quả tại quầy / return the result at the counter",
            description =
                    "Needs If-Match with the version seen. Only when processed (9), taken over by the one-stop, and"
                            + " wished at the counter.")
    @PostMapping("/api/v1/dossiers/{id}/returns")
    ResponseEntity<ReturnAnswer> giveBack(
            @PathVariable String id, @Valid @RequestBody ReturnBody body, HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        access.require(requests.caller(request).actor(), IntakePermission.RETURN_RESULT, dossier.desk());
        CommandContext context = requests.decision(request, body, dossier.stream());
        Outcome outcome = dossiers.decide(dossier, context, given -> command(dossier, body, given.commandId()));
        return answers.of(
                outcome,
                200,
                done -> new ReturnAnswer(
                        dossier.stream().id(),
                        StatusAnswer.of(OfficialStatus.RETURNED),
                        dossiers.recorded(done, DossierEvent.Returned.class).occurredAt()));
    }

    private DossierCommand command(Found dossier, ReturnBody body, String commandId) {
        RecipientBody recipient = body.recipient();
        Place place = new Place(dossier.stream(), commandId);
        return new DossierCommand.ReturnAtCounter(
                now.instant(),
                new DossierEvent.Recipient(
                        sealer.seal(
                                person(dossier, recipient.relation()),
                                place,
                                "recipient.name",
                                recipient.name().strip()),
                        recipient.relation(),
                        recipient.paperShown()));
    }

    /** The owner is a person we know already; anybody else is known by this name only. */
    private String person(Found dossier, String relation) {
        Filing filing = dossier.state().filing();
        if (filing == null || !relation.equals(OWNER)) {
            return sealer.newPerson();
        }
        Party owner = filing.owner();
        return owner == null ? filing.applicant().person() : owner.person();
    }
}
