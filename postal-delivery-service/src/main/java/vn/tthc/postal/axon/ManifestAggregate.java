package vn.tthc.postal.axon;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.postal.ManifestEvent;
import vn.tthc.platform.axon.AggregateCommands;
import vn.tthc.postal.domain.Manifest;
import vn.tthc.postal.domain.ManifestCommand;
import vn.tthc.postal.domain.ManifestState;

/** One manifest, stream {@code manifest-<manifestId>}. */
@Aggregate(commandTargetResolver = "streamTargetResolver")
class ManifestAggregate {
    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable String stream;

    private ManifestState state = ManifestState.NONE;

    @CommandHandler(commandName = "vn.tthc.postal.domain.ManifestCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Object handle(ManifestCommand command, CommandMessage<?> message) {
        stream = AggregateCommands.stream(message);
        return AggregateCommands.perform(message, () -> Manifest.decide(state, command));
    }

    @EventSourcingHandler
    void on(ManifestEvent event, DomainEventMessage<?> message) {
        stream = message.getAggregateIdentifier();
        state = Manifest.evolve(state, event);
    }
}
