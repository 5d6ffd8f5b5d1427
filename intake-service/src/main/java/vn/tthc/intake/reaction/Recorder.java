package vn.tthc.intake.reaction;

import org.springframework.stereotype.Component;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.consume.ReceivedEvent;

/** Gives a dossier the command an event asks for; the event as its cause, so that it happens once. */
@Component
class Recorder {
    private static final String ROLE = "record";

    private final Commands commands;

    Recorder(Commands commands) {
        this.commands = commands;
    }

    /**
     * Records a fact.
     *
     * @throws IllegalStateException when the dossier would not take it: facts are refused only where there is no such
     *     dossier, and somebody has to look at that
     */
    void record(ReceivedEvent received, String dossierId, DossierCommand command) {
        Envelope envelope = received.envelope();
        CommandContext context = CommandContext.reaction(
                "intake",
                new Cause(envelope.stream(), envelope.version(), ROLE),
                envelope.correlation(),
                envelope.origin(),
                envelope.procedureVersion());
        Outcome outcome = commands.send(StreamId.dossier(dossierId), command, context);
        switch (outcome) {
            case Outcome.Done done -> {}
            case Outcome.Refused refused ->
                throw new IllegalStateException(envelope.stream() + "@" + envelope.version() + ": "
                        + refused.refusal().code().name());
            case Outcome.Stale stale -> throw new IllegalStateException("a fact expects no version");
            case Outcome.KeyReused reused -> throw new IllegalStateException("a fact has no key");
        }
    }
}
