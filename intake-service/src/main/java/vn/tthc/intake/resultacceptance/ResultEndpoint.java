package vn.tthc.intake.resultacceptance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.contracts.dossier.ReturnWish;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.domain.DossierState.Filing;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.dossier.Nothing;
import vn.tthc.intake.dossier.Now;
import vn.tthc.intake.person.PartySealer;
import vn.tthc.intake.person.PartySealer.Place;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.Requests;

/** The one-stop takes the result over from the agency. */
@RestController
@Tag(name = "Result", description = "Nhận và trả kết quả / taking over and returning the result")
class ResultEndpoint {
    private final Dossiers dossiers;
    private final PartySealer sealer;
    private final Now now;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;

    ResultEndpoint(
            Dossiers dossiers, PartySealer sealer, Now now, AccessPolicy access, Requests requests, Answers answers) {
        this.dossiers = dossiers;
        this.sealer = sealer;
        this.now = now;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
    }

    /**
     * What was recorded.
     *
     * @param dossierId the dossier
     * @param acceptedAt when the one-stop had the result
     * @param resultNumber number of the result
     * @param returnWay how it goes to the citizen now
     */
    record ResultAnswer(
            String dossierId, Instant acceptedAt, @Nullable String resultNumber, ReturnWay returnWay) {}

    @Operation(
            summary = "Bộ phận một cửa nhận kết quả / the one-stop takes the result over",
            description = "Needs If-Match with the version seen. Only when processed (9); does not move the end of"
                    + " processing. A result by post is given to the post by this.")
    @PostMapping("/api/v1/dossiers/{id}/result-receptions")
    ResponseEntity<ResultAnswer> accept(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Nothing body,
            HttpServletRequest request) {
        Found dossier = dossiers.find(id);
        access.require(requests.caller(request).actor(), IntakePermission.ACCEPT_RESULT, dossier.desk());
        CommandContext context = requests.decision(request, Nothing.of(body), dossier.stream());
        Outcome outcome = dossiers.decide(dossier, context, given -> command(dossier, given.commandId()));
        return answers.of(outcome, 200, done -> {
            DossierEvent.ResultAccepted accepted = dossiers.recorded(done, DossierEvent.ResultAccepted.class);
            return new ResultAnswer(
                    dossier.stream().id(),
                    accepted.occurredAt(),
                    accepted.resultNumber(),
                    accepted.returnWish().way());
        });
    }

    private DossierCommand command(Found dossier, String commandId) {
        Filing filing = dossier.state().filing();
        if (filing == null || filing.returnWish().way() != ReturnWay.POST) {
            return new DossierCommand.AcceptResult(
                    now.instant(), new ReturnWish(dossier.state().returnWay(), null, null), null);
        }
        Place filed = new Place(dossier.stream(), dossiers.first(dossier).commandId());
        Place here = new Place(dossier.stream(), commandId);
        ReturnWish wish = filing.returnWish();
        Party addressee = sealer.addressee(filing.applicant(), filed, "applicant", here);
        return new DossierCommand.AcceptResult(
                now.instant(),
                new ReturnWish(
                        wish.way(),
                        wish.unit(),
                        sealer.copy(wish.address(), filed, "returnWish.address", here, "returnWish.address")),
                addressee);
    }
}
