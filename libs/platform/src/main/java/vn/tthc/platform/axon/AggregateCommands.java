package vn.tthc.platform.axon;

import java.util.Objects;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Decision;
import vn.tthc.platform.command.Applied;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;

/** What every annotated aggregate does with a command: nothing but ask its domain and record the answer. */
public final class AggregateCommands {
    static final String STREAM = "tthc.stream";
    static final String CONTEXT = "tthc.context";

    /** Where the log puts the commit that came of a command. */
    static final String RECORDED = "tthc.recorded";

    private AggregateCommands() {}

    /** The stream a command goes to. */
    public static String stream(CommandMessage<?> message) {
        return (String) Objects.requireNonNull(message.getMetaData().get(STREAM), "commands are sent to a stream");
    }

    /**
     * Decides inside the aggregate's unit of work, so that what the caller saw is compared with what is decided on.
     *
     * @return an {@link Applied}, {@link Outcome.Refused} or {@link Outcome.Stale}
     */
    public static Object perform(CommandMessage<?> message, Supplier<? extends Decision<?>> decide) {
        CommandContext context = (CommandContext) message.getMetaData().get(CONTEXT);
        @Nullable Long sequence = AggregateLifecycle.getVersion();
        long version = sequence == null ? 0 : sequence + 1;
        if (context != null && context.expectedVersion() != null && context.expectedVersion() != version) {
            return new Outcome.Stale(version);
        }
        return switch (decide.get()) {
            case Decision.Refused<?> refused -> new Outcome.Refused(refused.refusal(), version);
            case Decision.Accepted<?> accepted -> {
                accepted.events().forEach(AggregateLifecycle::apply);
                yield new Applied(accepted.events().size(), version);
            }
        };
    }
}
