package vn.tthc.processing.opinion;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.reference.Agency;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.agency.PublishedAgencies;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.processing.ProcessingPermission;
import vn.tthc.processing.desk.Agencies;
import vn.tthc.processing.desk.CaseAnswer;
import vn.tthc.processing.desk.CaseDesk;
import vn.tthc.processing.domain.CaseCommand;
import vn.tthc.processing.domain.CaseState;
import vn.tthc.processing.domain.Opinion;

/** Opinions of other agencies: asked, given, or done without. */
@RestController
@Tag(name = "Opinions", description = "Lấy ý kiến / opinions of other agencies")
class OpinionsEndpoint {
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final CaseDesk desk;
    private final PublishedAgencies agencies;
    private final DocumentStore documents;
    private final Requests requests;

    OpinionsEndpoint(CaseDesk desk, PublishedAgencies agencies, DocumentStore documents, Requests requests) {
        this.desk = desk;
        this.agencies = agencies;
        this.documents = documents;
        this.requests = requests;
    }

    /**
     * What is asked of whom.
     *
     * @param opinionId names it within the case
     * @param agency id of the agency asked
     * @param question what it is asked; no personal data
     * @param dueAt end of its term
     */
    record OpinionRequest(
            @NotNull @Pattern(regexp = ID) String opinionId,
            @NotBlank @Size(max = 100) String agency,
            @NotBlank @Size(max = 2000) String question,
            @NotNull Instant dueAt) {}

    /**
     * The answer.
     *
     * @param stance what it comes to
     * @param text the opinion; no personal data
     */
    record OpinionAnswer(
            @NotNull CaseEvent.Stance stance,
            @NotBlank @Size(max = 4000) String text) {}

    /** Why it is not needed any more. */
    record OpinionWithdrawal(@NotBlank @Size(max = 2000) String reason) {}

    @Operation(
            summary = "Lấy ý kiến cơ quan khác / ask another agency's opinion",
            description = "Needs If-Match. Several may be open at once, each with its own term; the papers stay.")
    @PostMapping("/api/v1/cases/{dossierId}/opinions")
    ResponseEntity<CaseAnswer> ask(
            HttpServletRequest request, @PathVariable String dossierId, @RequestBody @Valid OpinionRequest body) {
        AgencyRef asked = agency(body.agency());
        return desk.act(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.ASK_OPINION,
                acting -> new CaseCommand.AskOpinion(
                        acting.now(), acting.agency(), body.opinionId(), asked, body.question(), body.dueAt()));
    }

    @Operation(
            summary = "Cho ý kiến / give the opinion",
            description = "By the agency that was asked, without If-Match: it need not have the papers.")
    @PostMapping("/api/v1/cases/{dossierId}/opinions/{opinionId}/answers")
    ResponseEntity<CaseAnswer> answer(
            HttpServletRequest request,
            @PathVariable String dossierId,
            @PathVariable String opinionId,
            @RequestBody @Valid OpinionAnswer body) {
        return desk.tell(
                request,
                dossierId,
                ProcessingPermission.GIVE_OPINION,
                state -> Subject.of(asked(state, opinionId)),
                requests.recorded(request, body, "opinion|" + opinionId),
                state -> new CaseCommand.GiveOpinion(
                        desk.now(), asked(state, opinionId), opinionId, body.stance(), body.text()));
    }

    @Operation(
            summary = "Không cần ý kiến nữa / do without an opinion",
            description = "Needs If-Match. By the agency that has the papers.")
    @PostMapping("/api/v1/cases/{dossierId}/opinions/{opinionId}/withdrawals")
    ResponseEntity<CaseAnswer> withdraw(
            HttpServletRequest request,
            @PathVariable String dossierId,
            @PathVariable String opinionId,
            @RequestBody @Valid OpinionWithdrawal body) {
        return desk.act(
                request,
                dossierId,
                body,
                state -> ProcessingPermission.ASK_OPINION,
                acting -> new CaseCommand.WithdrawOpinion(acting.now(), acting.agency(), opinionId, body.reason()));
    }

    /** The agency that was asked; where nothing was, the one that has the case: the domain then says why not. */
    private static String asked(CaseState.Opened state, String opinionId) {
        Opinion opinion = state instanceof CaseState.Live live ? live.opinions().get(opinionId) : null;
        return opinion == null ? Agencies.answering(state) : opinion.agency().id();
    }

    private AgencyRef agency(String id) {
        return agencies.find(documents, id)
                .map(Agency::ref)
                .orElseThrow(() -> Problem.fields(List.of(FieldProblem.of(
                        "agency",
                        FieldReason.UNKNOWN_AGENCY,
                        "Danh mục không có cơ quan này.",
                        "The catalogue has no such agency."))));
    }
}
