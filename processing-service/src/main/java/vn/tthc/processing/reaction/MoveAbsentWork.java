package vn.tthc.processing.reaction;

import java.time.Instant;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.operation.StaffEvent;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.processing.absence.Absences;
import vn.tthc.processing.desk.CaseReader;
import vn.tthc.processing.desk.OpenCases;
import vn.tthc.processing.domain.CaseCommand;
import vn.tthc.processing.domain.CaseState;

/** When somebody is away, what is on their desk goes to who stands in, case by case. */
@Component
class MoveAbsentWork implements Reaction {
    private static final String ROLE = "move-absent-work";

    private final Commands commands;
    private final CaseReader cases;
    private final OpenCases openCases;
    private final Absences absences;
    private final DocumentStore documents;

    MoveAbsentWork(
            Commands commands, CaseReader cases, OpenCases openCases, Absences absences, DocumentStore documents) {
        this.commands = commands;
        this.cases = cases;
        this.openCases = openCases;
        this.absences = absences;
        this.documents = documents;
    }

    @Override
    public String name() {
        return ROLE;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.OPERATION);
    }

    @Override
    public void react(ReceivedEvent received) {
        if (received.event() instanceof StaffEvent.AbsenceBegun begun) {
            for (String dossier : openCases.ofOfficer(documents, begun.officer())) {
                move(received.envelope(), begun, dossier);
            }
        }
    }

    private void move(Envelope cause, StaffEvent.AbsenceBegun begun, String dossier) {
        StreamId stream = StreamId.caseOf(dossier);
        if (!(cases.now(stream).state() instanceof CaseState.Live live)
                || !begun.officer().equals(live.stay().officer())) {
            return;
        }
        String holder = live.custody().agency().id();
        if (!absences.concerns(begun.agency(), holder, begun.occurredAt())) {
            return;
        }
        String standIn = absences.standIn(begun.officer(), holder, begun.occurredAt());
        CaseCommand command = new CaseCommand.Assign(
                later(begun, live), holder, begun.officer(), standIn == null ? begun.standIn() : standIn, null);
        CommandContext context = CommandContext.reaction(
                "processing",
                new Cause(cause.stream(), cause.version(), ROLE),
                cause.correlation(),
                cause.origin(),
                live.file().procedure());
        Outcome outcome = commands.send(stream, command, context);
        // Refused: the case has moved on meanwhile, and is not on that desk any more.
        if (!(outcome instanceof Outcome.Done || outcome instanceof Outcome.Refused)) {
            throw new IllegalStateException("the work on " + stream + " could not be moved: " + outcome);
        }
    }

    private static Instant later(StaffEvent.AbsenceBegun begun, CaseState.Live live) {
        return begun.occurredAt().isBefore(live.lastAt()) ? live.lastAt() : begun.occurredAt();
    }
}
