package vn.tthc.intake.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.Actor;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Takes the decision to erase a person's data. A POST with a body, so that no number stands in a URL. */
@RestController
@Tag(name = "Erasure", description = "Xóa dữ liệu cá nhân / erasing personal data")
class ErasureEndpoint {
    private final Erasures erasures;
    private final AccessPolicy access;
    private final Requests requests;

    ErasureEndpoint(Erasures erasures, AccessPolicy access, Requests requests) {
        this.erasures = erasures;
        this.access = access;
        this.requests = requests;
    }

    /**
     * The decision as recorded.
     *
     * @param person random id of the person; query-service tells under it which services have forgotten
     * @param decidedAt when
     */
    record ErasureAnswer(String person, Instant decidedAt) {}

    @Operation(
            summary = "Xóa dữ liệu cá nhân của một người / erase a person's data",
            description = "Events stay and become unreadable. Decided by the leader of an agency that has all dossiers"
                    + " of the person, or that all of those lie below; refused while one of them is running. The same person"
                    + " erased again is answered with the first decision.")
    @PostMapping("/api/v1/erasures")
    ResponseEntity<ErasureAnswer> erase(@Valid @RequestBody ErasureBody body, HttpServletRequest request) {
        Actor actor = requests.caller(request).actor();
        access.require(actor, IntakePermission.ERASE_PERSON, Subject.ANY);
        List<FieldProblem> wrong = body.wrong();
        if (!wrong.isEmpty()) {
            throw Problem.fields(wrong);
        }
        Erasures.Whole whole = erasures.find(body);
        whole.dossiers().forEach(dossier -> access.require(actor, IntakePermission.ERASE_PERSON, dossier.desk()));
        var context = requests.recorded(request, null, "erasure/" + whole.person());
        RecordedEvent recorded =
                erasures.decide(whole, body, context).commit().events().getFirst();
        return ResponseEntity.accepted()
                .header(
                        Answers.POSITION,
                        recorded.envelope().stream() + "@" + recorded.envelope().version())
                .body(new ErasureAnswer(whole.person(), recorded.envelope().occurredAt()));
    }
}
