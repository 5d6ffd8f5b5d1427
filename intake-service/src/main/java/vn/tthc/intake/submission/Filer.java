package vn.tthc.intake.submission;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Lookups;
import vn.tthc.intake.dossier.StatusAnswer;
import vn.tthc.intake.duplicate.DuplicateWarning;
import vn.tthc.intake.duplicate.Duplicates;
import vn.tthc.law.OfficialStatus;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.blob.Blobs;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Ids;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;

/** Files what is told, from a request or from a draft; the id of the dossier follows from the command. */
@Component
class Filer {
    private static final Logger LOG = LoggerFactory.getLogger(Filer.class);

    private final Submissions submissions;
    private final Dossiers dossiers;
    private final Lookups lookups;
    private final Answers answers;
    private final Blobs blobs;
    private final Duplicates duplicates;

    Filer(
            Submissions submissions,
            Dossiers dossiers,
            Lookups lookups,
            Answers answers,
            Blobs blobs,
            Duplicates duplicates) {
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.lookups = lookups;
        this.answers = answers;
        this.blobs = blobs;
        this.duplicates = duplicates;
    }

    /** What filing it is asked for: the one-stop that receives it, or the agency that helped. */
    static Subject subject(SubmissionBody body) {
        return body.supportAgency() == null
                ? Subject.of(body.receivingAgency())
                : new Subject(Set.copyOf(List.of(body.receivingAgency(), body.supportAgency())), null);
    }

    /**
     * Files it; the same command again is answered with the first dossier.
     *
     * @param identityNumber the number the caller's token vouches for, null when it vouches for none
     * @throws Problem 400 naming what is missing or names nothing
     */
    ResponseEntity<SubmissionAnswer> file(
            SubmissionBody body, CommandContext context, @Nullable String identityNumber) {
        List<FieldProblem> missing = body.missing();
        if (!missing.isEmpty()) {
            throw Problem.fields(missing);
        }
        scanned(body);
        Submissions.Told told = submissions.told(body);
        CommandContext pinned = context.withProcedure(told.procedure().pin());
        String dossierId = Ids.uuid(context.commandId());
        Outcome outcome = dossiers.create(
                StreamId.dossier(dossierId),
                pinned,
                given -> submissions.command(body, told, dossierId, given.commandId()));
        return answered(outcome, dossierId, pinned, identityNumber);
    }

    /** Whether the log has the dossier of that command. */
    boolean hasFiled(String commandId) {
        return dossiers.look(Ids.uuid(commandId)).isPresent();
    }

    /** The answer once more to a command that has filed a dossier. */
    ResponseEntity<SubmissionAnswer> again(CommandContext context, @Nullable String identityNumber) {
        String dossierId = Ids.uuid(context.commandId());
        Outcome outcome = dossiers.create(StreamId.dossier(dossierId), context, given -> {
            throw new IllegalStateException("dossier " + dossierId + " was filed and is not there");
        });
        return answered(outcome, dossierId, context, identityNumber);
    }

    private ResponseEntity<SubmissionAnswer> answered(
            Outcome outcome, String dossierId, CommandContext context, @Nullable String identityNumber) {
        return answers.created(
                outcome,
                done -> URI.create("/api/v1/dossiers/" + dossierId),
                done -> answer(dossierId, done, context.provenance().actor(), identityNumber));
    }

    /** Refers to nothing that was not sent before, and that might be swept before the command is in the log. */
    private void scanned(SubmissionBody body) {
        String blob = body.authority() == null ? null : body.authority().blob();
        if (blob != null && !blobs.claim(blob)) {
            throw Problem.fields(List.of(FieldProblem.of(
                    "authority.blob",
                    FieldReason.UNKNOWN_FILE,
                    "Chưa có tệp này; hãy gửi tệp trước.",
                    "There is no such file; send it to /api/v1/blobs first.")));
        }
    }

    private SubmissionAnswer answer(String dossierId, Outcome.Done done, Actor actor, @Nullable String identityNumber) {
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
                // They are of now and not of the commit: a repeat gets none, and the desk view has them.
                done.repeated()
                        ? List.of()
                        : orNone(() -> duplicates.of(dossiers.find(dossierId), actor, identityNumber)));
    }

    /** The dossier is in the log: nothing that happens here may turn its acknowledgement into an error. */
    static List<DuplicateWarning> orNone(Supplier<List<DuplicateWarning>> warnings) {
        try {
            return warnings.get();
        } catch (RuntimeException e) {
            // By its class alone, for its message may speak of what was read.
            LOG.warn(
                    "A dossier was filed and its duplicates could not be looked for: {}",
                    e.getClass().getName());
            return List.of();
        }
    }
}
