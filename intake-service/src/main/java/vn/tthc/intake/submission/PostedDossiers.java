package vn.tthc.intake.submission;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.decision.ProblemCode;
import vn.tthc.contracts.dossier.Party;
import vn.tthc.contracts.postal.Filing;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.person.PartySealer;
import vn.tthc.intake.person.PersonBody;
import vn.tthc.intake.person.PersonRegister;
import vn.tthc.law.Channel;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.consume.NotYet;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.person.PersonVault;
import vn.tthc.platform.web.Messages;
import vn.tthc.platform.web.Problem;

/**
 * Files the dossiers that come by post, once the one-stop has compared them with their lists: under the id the post gave
 * them, at the moment the one-stop had them. One that a rule forbids is refused by an event. What becomes of them then is its officers' to decide, as with any other.
 */
@Component
class PostedDossiers implements Reaction {
    private static final String ROLE = "file-posted-dossier";

    private final Submissions submissions;
    private final Dossiers dossiers;
    private final PersonVault vault;
    private final PartySealer sealer;
    private final PersonRegister register;

    PostedDossiers(
            Submissions submissions,
            Dossiers dossiers,
            PersonVault vault,
            PartySealer sealer,
            PersonRegister register) {
        this.register = register;
        this.sealer = sealer;
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.vault = vault;
    }

    @Override
    public String name() {
        return ROLE;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.POSTAL);
    }

    @Override
    public void react(ReceivedEvent received) {
        if (received.event() instanceof PostalEvent.DossierChecked checked) {
            file(received.envelope(), checked);
        }
    }

    private void file(Envelope cause, PostalEvent.DossierChecked checked) {
        Cause by = new Cause(cause.stream(), cause.version(), ROLE);
        CommandContext context = CommandContext.reaction("intake", by, cause.correlation(), cause.origin(), null);
        Optional<Found> there = dossiers.look(checked.dossierId());
        if (there.isPresent()) {
            if (by.equals(dossiers.first(there.get()).cause())) {
                return; // told again
            }
            throw new IllegalStateException(
                    "dossier " + checked.dossierId() + " is there and was not filed by " + cause.stream());
        }
        if (vault.isForgotten(checked.filing().applicant().person())) {
            refuse(cause, context, checked, null, Why.ERASED);
            return;
        }
        SubmissionBody body = body(checked.filing(), cause);
        Submissions.Told told;
        try {
            told = submissions.told(body, checked.occurredAt());
        } catch (Problem problem) {
            if (problem.status() != HttpStatus.BAD_REQUEST.value()) {
                throw problem; // no rule, so it is tried again
            }
            refuse(cause, context, checked, body, Why.of(problem));
            return;
        }
        CommandContext pinned = context.withProcedure(told.procedure().pin());
        Outcome outcome = dossiers.create(StreamId.dossier(checked.dossierId()), pinned, given -> {
            DossierCommand.Submit command =
                    submissions.command(body, told, checked.dossierId(), given.commandId(), checked.occurredAt());
            knownToThePost(checked, command.applicant());
            return command;
        });
        switch (outcome) {
            case Outcome.Done done -> {}
            case Outcome.Refused refused ->
                refuse(
                        cause,
                        context,
                        checked,
                        body,
                        Why.of(refused.refusal().code(), refused.refusal().values()));
            case Outcome.Stale stale -> throw new IllegalStateException("a fact expects no version");
            case Outcome.KeyReused reused -> throw new IllegalStateException("a fact has no key");
        }
    }

    /** Before it is recorded: whoever erases the applicant erases what the post sealed too. */
    private Party knownToThePost(PostalEvent.DossierChecked checked, Party applicant) {
        register.noteOther(applicant.person(), checked.filing().applicant().person());
        return applicant;
    }

    /** The rule that forbids it. */
    private record Why(String code, Messages texts) {
        /** No request is answered with it: nobody can be erased before they have asked. */
        static final Why ERASED = new Why(
                "APPLICANT_ERASED",
                new Messages(
                        "Dữ liệu cá nhân của người nộp đã được xóa nên không nộp được hồ sơ.",
                        "The applicant's personal data were erased, so it cannot be filed."));

        static Why of(ProblemCode code, Map<String, String> values) {
            return new Why(code.name(), Messages.of(code, values));
        }

        /** The first of the fields that name nothing says more than that the request is wrong. */
        static Why of(Problem problem) {
            return problem.errors().stream()
                    .findFirst()
                    .map(error -> new Why(error.code(), error.messages()))
                    .orElseGet(() -> of(problem.code(), problem.values()));
        }
    }

    /** A rule's refusal is no error of transport: it is told by an event, so that the papers go back. */
    private void refuse(
            Envelope cause,
            CommandContext context,
            PostalEvent.DossierChecked checked,
            @Nullable SubmissionBody body,
            Why why) {
        StreamId stream = StreamId.dossier(checked.dossierId());
        Outcome outcome = dossiers.create(
                stream,
                context,
                given -> new DossierCommand.RefusePosted(
                        checked.occurredAt(),
                        StreamId.parse(cause.stream()).id(),
                        checked.oneStop(),
                        body == null
                                ? null
                                : knownToThePost(
                                        checked,
                                        sealer.seal(
                                                body.applicant(),
                                                new PartySealer.Place(stream, given.commandId()),
                                                "applicant")),
                        why.code(),
                        why.texts().vi(),
                        why.texts().en()));
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("the dossier of " + cause.stream() + " could not be refused: " + outcome);
        }
    }

    private SubmissionBody body(Filing filing, Envelope from) {
        Party party = filing.applicant();
        return new SubmissionBody(
                filing.procedure(),
                Channel.POST,
                filing.receiving(),
                filing.competent(),
                null,
                null,
                new PersonBody(
                        name(party, from),
                        open(party.identityNumber(), from, "filing.applicant.identityNumber"),
                        open(party.phone(), from, "filing.applicant.phone"),
                        open(party.email(), from, "filing.applicant.email"),
                        open(party.address(), from, "filing.applicant.address")),
                null,
                null,
                new SubmissionBody.ReturnBody(
                        filing.returnWish().way(),
                        filing.returnWish().unit(),
                        open(filing.returnWish().address(), from, "filing.returnWish.address")));
    }

    private String name(Party party, Envelope from) {
        String name = open(party.name(), from, "filing.applicant.name");
        if (name == null) {
            throw new NotYet("the applicant of " + from.stream() + " is being erased"); // the next try finds that
        }
        return name;
    }

    private @Nullable String open(@Nullable Sealed text, Envelope from, String field) {
        if (text == null || vault.isForgotten(text.person())) {
            return null;
        }
        Optional<String> plain = vault.open(text, StreamId.parse(from.stream()), from.commandId(), field);
        return plain.orElseThrow(() -> new NotYet("the key of a person of " + from.stream() + " is not here"));
    }
}
