package vn.tthc.intake.dossier;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.TthcEvent;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.domain.Dossier;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.domain.DossierState;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.command.Streams.Loaded;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.web.CommonProblem;
import vn.tthc.platform.web.Problem;

/** Reads dossiers and sends them commands. */
@Component
public class Dossiers {
    private final Streams streams;
    private final EventLog log;
    private final Commands commands;

    Dossiers(Streams streams, EventLog log, Commands commands) {
        this.streams = streams;
        this.log = log;
        this.commands = commands;
    }

    /**
     * The dossier of that id as it is now.
     *
     * @throws Problem 404 when there is none
     */
    public Found find(String dossierId) {
        return look(dossierId).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** The dossier of that id as it is now, or empty when there is none. */
    public Optional<Found> look(String dossierId) {
        StreamId stream = StreamId.dossier(dossierId);
        Loaded<DossierState> loaded = streams.load(stream, DossierState.NONE, Dossiers::evolve);
        return loaded.state().exists()
                ? Optional.of(new Found(stream, loaded.state(), loaded.version()))
                : Optional.empty();
    }

    /** Every event of a kind in its log, oldest first. */
    public <E extends DossierEvent> List<E> facts(Found dossier, Class<E> type) {
        return streams.load(
                        dossier.stream(),
                        List.<E>of(),
                        (facts, event) -> type.isInstance(event)
                                ? Stream.concat(facts.stream(), Stream.of(type.cast(event)))
                                        .toList()
                                : facts)
                .state();
    }

    /** The envelope of its first event: who brought it in, and by which command. */
    public Envelope first(Found dossier) {
        return log.read(dossier.stream().toString(), 1, 1).getFirst().envelope();
    }

    /**
     * Makes something new. The command is made only when this is not the repeat of one that holds already, for making it
     * may use up a number or a person's key.
     */
    public Outcome create(StreamId stream, CommandContext context, Function<CommandContext, DossierCommand> command) {
        return repeated(stream, context).orElseGet(() -> commands.send(stream, command.apply(context), context));
    }

    /** As {@link #create}, on a dossier the caller has seen; nothing is used up either when it has moved on. */
    public Outcome decide(Found dossier, CommandContext context, Function<CommandContext, DossierCommand> command) {
        CommandContext pinned = context.withProcedure(dossier.procedure());
        return repeated(dossier.stream(), pinned).orElseGet(() -> {
            boolean stale = !Objects.equals(context.expectedVersion(), dossier.version());
            return stale
                    ? new Outcome.Stale(dossier.version())
                    : commands.send(dossier.stream(), command.apply(pinned), pinned);
        });
    }

    /** The first event of a kind that a command recorded; what an answer is made of, so that a repeat is answered alike. */
    public <E extends DossierEvent> E recorded(Outcome.Done done, Class<E> type) {
        RecordedCommit commit = done.commit();
        // Without a commit everything was so already, and what an answer is made of stands at the stream's beginning.
        List<TthcEvent> events = commit != null ? streams.events(commit) : streams.first(done.stream());
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a commit without " + type.getSimpleName()));
    }

    private Optional<Outcome> repeated(StreamId stream, CommandContext context) {
        return log.byCommand(stream.toString(), context.commandId())
                .map(first -> Objects.equals(first.fingerprint(), context.fingerprint())
                        ? new Outcome.Done(first.stream(), first.version(), first, true)
                        : new Outcome.KeyReused());
    }

    private static DossierState evolve(DossierState state, TthcEvent event) {
        return Dossier.evolve(state, (DossierEvent) event);
    }
}
