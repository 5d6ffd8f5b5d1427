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
import vn.tthc.contracts.postal.TillEvent;
import vn.tthc.platform.axon.AggregateCommands;
import vn.tthc.postal.domain.Till;
import vn.tthc.postal.domain.TillCommand;
import vn.tthc.postal.domain.TillState;

/** The money of a point and day, stream {@code till-<point>-<day>}. */
@Aggregate(commandTargetResolver = "streamTargetResolver")
class TillAggregate {
    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable String stream;

    private TillState state = TillState.NONE;

    @CommandHandler(commandName = "vn.tthc.postal.domain.TillCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Object handle(TillCommand command, CommandMessage<?> message) {
        stream = AggregateCommands.stream(message);
        return AggregateCommands.perform(message, () -> Till.decide(state, command));
    }

    @EventSourcingHandler
    void on(TillEvent event, DomainEventMessage<?> message) {
        stream = message.getAggregateIdentifier();
        state = Till.evolve(state, event);
    }
}
