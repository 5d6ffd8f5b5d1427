package vn.tthc.processing.reaction;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.processing.domain.CaseCommand;

/**
 * Opens the case of a dossier that was handed over or imported, answers a request to withdraw it, and lets the
 * case follow the dossier's clock. All here, because the one must not overtake the other. A refusal by a rule is an event of the case.
 */
@Component
class OpenCase implements Reaction {
    private static final String ROLE = "open-case";
    private static final String WITHDRAWAL = "withdrawal";
    private static final String CLOCK = "follow-clock";

    private final Commands commands;

    OpenCase(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return ROLE;
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.DOSSIER);
    }

    @Override
    public void react(ReceivedEvent received) {
        if (received.event() instanceof DossierEvent.HandedOver handedOver) {
            open(received.envelope(), new CaseCommand.Open(handedOver.occurredAt(), handedOver.file(), false));
        } else if (received.event() instanceof DossierEvent.Imported imported) {
            open(received.envelope(), new CaseCommand.Open(imported.occurredAt(), imported.file(), true));
        } else if (received.event() instanceof DossierEvent.WithdrawalRequested asked && asked.decidedByCase()) {
            send(
                    received.envelope(),
                    WITHDRAWAL,
                    received.envelope().procedureVersion(),
                    new CaseCommand.ConsiderWithdrawal(asked.occurredAt()));
        } else if (received.event() instanceof DossierEvent told) {
            DossierClock.change(told)
                    .ifPresent(change -> send(
                            received.envelope(),
                            CLOCK,
                            received.envelope().procedureVersion(),
                            new CaseCommand.FollowClock(told.occurredAt(), change)));
        }
    }

    private void open(Envelope cause, CaseCommand.Open command) {
        send(cause, ROLE, command.file().procedure(), command);
    }

    private void send(Envelope cause, String role, @Nullable String procedure, CaseCommand command) {
        CommandContext context = CommandContext.reaction(
                "processing",
                new Cause(cause.stream(), cause.version(), role),
                cause.correlation(),
                cause.origin(),
                procedure);
        StreamId dossier = StreamId.parse(cause.stream());
        Outcome outcome = commands.send(StreamId.caseOf(dossier.id()), command, context);
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(
                    "the case of " + cause.stream() + " would not take " + role + ": " + outcome);
        }
    }
}
