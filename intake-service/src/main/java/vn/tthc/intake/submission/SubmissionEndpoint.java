package vn.tthc.intake.submission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Lookups;
import vn.tthc.intake.dossier.StatusAnswer;
import vn.tthc.intake.duplicate.Duplicates;
import vn.tthc.law.OfficialStatus;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.blob.Blobs;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;

/** Files a dossier. */
@RestController
@Tag(name = "Submission", description = "Nộp hồ sơ / filing")
class SubmissionEndpoint {
    private final Submissions submissions;
    private final Dossiers dossiers;
    private final Lookups lookups;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final Blobs blobs;
    private final Duplicates duplicates;

    SubmissionEndpoint(
            Submissions submissions,
            Dossiers dossiers,
            Lookups lookups,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            Blobs blobs,
            Duplicates duplicates) {
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.lookups = lookups;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.blobs = blobs;
        this.duplicates = duplicates;
    }

    @Operation(
            summary = "Nộp hồ sơ / file a dossier",
            description = "Give an Idempotency-Key: the same request sent again is answered with the first dossier,"
                    + " its number and its secret.")
    @PostMapping("/api/v1/dossiers")
    ResponseEntity<SubmissionAnswer> submit(@Valid @RequestBody SubmissionBody body, HttpServletRequest request) {
        access.require(
                requests.caller(request).actor(),
                IntakePermission.submit(body.channel()),
                body.supportAgency() == null
                        ? Subject.of(body.receivingAgency())
                        : new Subject(Set.copyOf(List.of(body.receivingAgency(), body.supportAgency())), null));
        List<FieldProblem> missing = body.missing();
        if (!missing.isEmpty()) {
            throw Problem.fields(missing);
        }
        scanned(body);
        Submissions.Told told = submissions.told(body);
        CommandContext context =
                requests.creation(request, body).withProcedure(told.procedure().pin());
        String dossierId = Ids.uuid(context.commandId());
        StreamId stream = StreamId.dossier(dossierId);
        Outcome outcome = dossiers.create(
                stream, context, given -> submissions.command(body, told, dossierId, given.commandId()));
        return answers.created(
                outcome, done -> URI.create("/api/v1/dossiers/" + dossierId), done -> answer(dossierId, done, context));
    }

    /** Refers to nothing that was not sent before. */
    private void scanned(SubmissionBody body) {
        String blob = body.authority() == null ? null : body.authority().blob();
        if (blob != null && blobs.find(blob).isEmpty()) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "authority.blob",
                    FieldReason.UNKNOWN_FILE,
                    "Chưa có tệp này; hãy gửi tệp trước.",
                    "There is no such file; send it to /api/v1/blobs first.")));
        }
    }

    private SubmissionAnswer answer(String dossierId, Outcome.Done done, CommandContext context) {
        DossierEvent.Submitted submitted = dossiers.recorded(done, DossierEvent.Submitted.class);
        Lookups.Slip slip = lookups.slip(dossierId, submitted.lookup());
        return new SubmissionAnswer(
                dossierId,
                slip.number(),
                slip.secret(),
                slip.statusUrl(),
                done.version(),
                StatusAnswer.of(OfficialStatus.REGISTERED),
                submitted.procedure(),
                submitted.occurredAt(),
                duplicates.of(dossiers.find(dossierId), context.provenance().actor()));
    }
}
