package vn.tthc.processing.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.access.AccessPolicy;
import vn.tthc.platform.access.Permission;
import vn.tthc.platform.access.Subject;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.command.Streams.Loaded;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.VersionConflict;
import vn.tthc.platform.web.Answers;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.FieldProblem;
import vn.tthc.platform.web.FieldReason;
import vn.tthc.platform.web.Problem;
import vn.tthc.platform.web.Requests;
import vn.tthc.processing.domain.CaseCommand;
import vn.tthc.processing.domain.CaseState;

/** Where the requests about cases come in. */
@Component
public class CaseDesk {
    /** As often as a command without {@code If-Match} is decided again. */
    private static final int RACES = 3;

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Pattern DOSSIER_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final CaseReader cases;
    private final Commands commands;
    private final AccessPolicy access;
    private final Requests requests;
    private final Answers answers;
    private final Streams streams;
    private final EventLog log;
    private final InstantSource clock;

    CaseDesk(
            CaseReader cases,
            Commands commands,
            AccessPolicy access,
            Requests requests,
            Answers answers,
            Streams streams,
            EventLog log,
            InstantSource clock) {
        this.cases = cases;
        this.commands = commands;
        this.access = access;
        this.requests = requests;
        this.answers = answers;
        this.streams = streams;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The stream of a dossier's case.
     *
     * @throws Problem 404 when that cannot be a dossier id
     */
    public static StreamId stream(String dossierId) {
        if (!DOSSIER_ID.matcher(dossierId).matches()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return StreamId.caseOf(dossierId);
    }

    /**
     * A moment somebody tells of the past.
     *
     * @throws Problem 400 naming the field when it lies in the future, beyond what clocks may differ
     */
    public Instant past(String field, Instant told) {
        if (told.isAfter(now().plus(CLOCK_SKEW))) {
            throw Problem.fields(List.of(FieldProblem.of(
                    field,
                    FieldReason.IN_THE_FUTURE,
                    "Thời điểm này ở trong tương lai.",
                    "This moment lies in the future.")));
        }
        return told;
    }

    /** The present. */
    public Instant now() {
        return clock.instant();
    }

    /**
     * A decision on a case the caller has seen ({@code If-Match}).
     *
     * @param permission what it takes, given the case
     * @param command the command of the agency that has the case, at this moment
     */
    public ResponseEntity<CaseAnswer> decide(
            HttpServletRequest request,
            String dossierId,
            @Nullable Object body,
            Function<CaseState.Opened, Permission> permission,
            BiFunction<Instant, String, CaseCommand> command) {
        return act(request, dossierId, body, permission, acting -> command.apply(acting.now(), acting.agency()));
    }

    /**
     * Who acts on a case.
     *
     * @param now the present
     * @param agency the agency that has the case
     * @param by the account
     * @param roles what it may be
     */
    public record Acting(Instant now, String agency, String by, Set<Role> roles) {}

    /**
     * As {@link #decide}, for acts that are a person's own.
     *
     * @param permission what it takes, given the case
     * @param command the command of that person
     */
    public ResponseEntity<CaseAnswer> act(
            HttpServletRequest request,
            String dossierId,
            @Nullable Object body,
            Function<CaseState.Opened, Permission> permission,
            Function<Acting, CaseCommand> command) {
        StreamId stream = stream(dossierId);
        CommandContext context = requests.decision(request, body, stream);
        long seen = Objects.requireNonNull(context.expectedVersion(), "a decision expects a version");
        CaseState.Opened state = cases.at(stream, seen);
        String agency = Agencies.answering(state);
        Actor actor = requests.caller(request).actor();
        access.require(actor, permission.apply(state), Subject.of(agency));
        Outcome outcome = commands.send(
                stream,
                command.apply(new Acting(now(), agency, actor.id(), actor.roles())),
                context.withProcedure(state.file().procedure()));
        return answers.of(outcome, 200, done -> CaseAnswer.of(done, streams));
    }

    /**
     * A fact that has a name of its own; no {@code If-Match}.
     *
     * @param permission what it takes
     * @param context made of the request and the fact's name
     * @param command the command, given the case
     * @param statusWhenNew status when it was not known before; 200 when it was
     */
    public ResponseEntity<CaseAnswer> record(
            HttpServletRequest request,
            String dossierId,
            Permission permission,
            CommandContext context,
            Function<CaseState.Opened, CaseCommand> command,
            int statusWhenNew) {
        StreamId stream = stream(dossierId);
        Actor actor = requests.caller(request).actor();
        Outcome outcome = asSeen(
                stream,
                context,
                command,
                state -> access.require(actor, permission, concerned(stream, context, state)));
        return told(outcome, statusWhenNew);
    }

    /**
     * A fact that another agency tells than the one that has the case.
     *
     * @param subject the agencies that may, given the case
     */
    public ResponseEntity<CaseAnswer> tell(
            HttpServletRequest request,
            String dossierId,
            Permission permission,
            Function<CaseState.Opened, Subject> subject,
            CommandContext context,
            Function<CaseState.Opened, CaseCommand> command) {
        Actor actor = requests.caller(request).actor();
        Outcome outcome = asSeen(
                stream(dossierId), context, command, state -> access.require(actor, permission, subject.apply(state)));
        return told(outcome, 201);
    }

    /**
     * Decides on the very case of which it was asked who may act. One that moved on in between is asked again: else an
     * agency could act that no longer has it, and its repeat would be refused.
     */
    private Outcome asSeen(
            StreamId stream,
            CommandContext context,
            Function<CaseState.Opened, CaseCommand> command,
            Consumer<CaseState.Opened> allowed) {
        VersionConflict lost = null;
        for (int race = 0; race <= RACES; race++) {
            Loaded<CaseState.Opened> seen = cases.now(stream);
            allowed.accept(seen.state());
            Outcome outcome = commands.send(
                    stream,
                    command.apply(seen.state()),
                    context.withProcedure(seen.state().file().procedure()).expecting(seen.version()));
            if (!(outcome instanceof Outcome.Stale stale)) {
                return outcome;
            }
            lost = new VersionConflict(stream.toString(), seen.version(), stale.version());
        }
        throw Objects.requireNonNull(lost);
    }

    private ResponseEntity<CaseAnswer> told(Outcome outcome, int statusWhenNew) {
        boolean repeated = outcome instanceof Outcome.Done done && done.repeated();
        return answers.of(outcome, repeated ? 200 : statusWhenNew, done -> CaseAnswer.of(done, streams));
    }

    /** Who has the case now, and for a fact told again also who had it then: a repeat is answered as the first time. */
    private Subject concerned(StreamId stream, CommandContext context, CaseState.Opened now) {
        List<String> agencies = new ArrayList<>(List.of(Agencies.answering(now)));
        log.byCommand(stream.toString(), context.commandId())
                .map(first -> first.events().getFirst().envelope().version() - 1)
                .map(before -> Agencies.answering(cases.at(stream, before)))
                .ifPresent(agencies::add);
        return new Subject(Set.copyOf(agencies), null);
    }
}
