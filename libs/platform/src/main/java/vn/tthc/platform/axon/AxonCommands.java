package vn.tthc.platform.axon;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.command.Applied;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.LogUnavailable;
import vn.tthc.platform.log.OutcomeUnknown;
import vn.tthc.platform.log.RecordedCommit;
import vn.tthc.platform.log.VersionConflict;

/** Commands over Axon's command bus, which runs the handler on the caller's thread. */
public final class AxonCommands implements Commands {
    private static final int RACES = 3;

    private final CommandBus bus;
    private final EventLog log;

    public AxonCommands(CommandBus bus, EventLog log) {
        this.bus = bus;
        this.log = log;
    }

    @Override
    public Outcome send(StreamId stream, Object command, CommandContext context) {
        // Whether it was done before, the log says when it is recorded; only what is not recorded must be asked for.
        VersionConflict lost = null;
        for (int race = 0; race <= RACES; race++) {
            try {
                Outcome outcome = decide(stream, command, context);
                boolean recorded = outcome instanceof Outcome.Done done && done.commit() != null;
                return recorded ? outcome : unlessDone(stream, context, outcome);
            } catch (DuplicateCommit e) {
                return repeated(e.first(), context);
            } catch (VersionConflict e) {
                if (context.expectedVersion() != null) {
                    return unlessDone(stream, context, new Outcome.Stale(version(stream)));
                }
                lost = e;
            } catch (LogUnavailable | OutcomeUnknown e) {
                return recordedBefore(stream, context, e).orElseThrow(() -> e);
            }
        }
        throw Objects.requireNonNull(lost);
    }

    /** What was recorded before is answered also while nothing can be recorded. */
    private Optional<Outcome> recordedBefore(StreamId stream, CommandContext context, RuntimeException trouble) {
        try {
            return earlier(stream, context).map(first -> repeated(first, context));
        } catch (RuntimeException e) {
            trouble.addSuppressed(e);
            return Optional.empty();
        }
    }

    /**
     * A request that hung and its repeat can run side by side: then one looks for the other too early, and is refused for
     * what the other has just done, or finds nothing left to do.
     */
    private Outcome unlessDone(StreamId stream, CommandContext context, Outcome refusal) {
        return earlier(stream, context).map(first -> repeated(first, context)).orElse(refusal);
    }

    private Optional<RecordedCommit> earlier(StreamId stream, CommandContext context) {
        Optional<RecordedCommit> same = log.byCommand(stream.toString(), context.commandId());
        return same.isPresent() || context.cause() == null ? same : log.byCause(stream.toString(), context.cause());
    }

    private static Outcome repeated(RecordedCommit first, CommandContext context) {
        if (!Objects.equals(first.fingerprint(), context.fingerprint())) {
            return new Outcome.KeyReused();
        }
        return new Outcome.Done(first.stream(), first.version(), first, true);
    }

    private Outcome decide(StreamId stream, Object command, CommandContext context) {
        Recorded recorded = new Recorded();
        Object answer = dispatch(stream, command, context, recorded);
        return switch (answer) {
            case Applied applied
            when applied.events() == 0 -> new Outcome.Done(stream.toString(), applied.versionBefore(), null, true);
            case Applied applied -> {
                RecordedCommit commit = recorded.commit();
                yield new Outcome.Done(stream.toString(), commit.version(), commit, false);
            }
            case Outcome outcome -> outcome;
            default -> throw new IllegalStateException("aggregate of " + stream + " answered " + answer.getClass());
        };
    }

    private Object dispatch(StreamId stream, Object command, CommandContext context, Recorded recorded) {
        AtomicReference<CommandResultMessage<?>> result = new AtomicReference<>();
        Map<String, Object> metadata = Map.of(
                AggregateCommands.STREAM,
                stream.toString(),
                AggregateCommands.CONTEXT,
                context,
                AggregateCommands.RECORDED,
                recorded);
        bus.dispatch(
                new GenericCommandMessage<>(new GenericMessage<>(command, metadata), commandName(command)),
                (message, answer) -> result.set(answer));
        CommandResultMessage<?> answer = Objects.requireNonNull(result.get(), "the command bus answers on this thread");
        if (!answer.isExceptional()) {
            return Objects.requireNonNull(answer.getPayload(), "an aggregate always answers");
        }
        throw unwrapped(answer.exceptionResult());
    }

    private static RuntimeException unwrapped(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof VersionConflict || cause instanceof DuplicateCommit) {
                return (RuntimeException) cause;
            }
        }
        return failure instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("a command failed", failure);
    }

    /** A command is known by the sealed interface it belongs to, the outermost where they are nested. */
    private static String commandName(Object command) {
        Class<?>[] interfaces = command.getClass().getInterfaces();
        if (interfaces.length == 0) {
            throw new IllegalArgumentException(command.getClass() + " implements no command interface");
        }
        Class<?> outermost = interfaces[0];
        while (outermost.getInterfaces().length > 0) {
            outermost = outermost.getInterfaces()[0];
        }
        return outermost.getName();
    }

    private long version(StreamId stream) {
        return log.head(stream.toString()).map(head -> head.version()).orElse(0L);
    }
}
