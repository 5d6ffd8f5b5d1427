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
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.platform.axon.AggregateCommands;
import vn.tthc.postal.domain.Item;
import vn.tthc.postal.domain.ItemCommand;
import vn.tthc.postal.domain.ItemState;

/** One item, stream {@code item-<itemId>}. */
@Aggregate(commandTargetResolver = "streamTargetResolver")
class ItemAggregate {
    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable String stream;

    private ItemState state = ItemState.NONE;

    @CommandHandler(commandName = "vn.tthc.postal.domain.ItemCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Object handle(ItemCommand command, CommandMessage<?> message) {
        stream = AggregateCommands.stream(message);
        return AggregateCommands.perform(message, () -> Item.decide(state, command));
    }

    @EventSourcingHandler
    void on(PostalEvent event, DomainEventMessage<?> message) {
        stream = message.getAggregateIdentifier();
        state = Item.evolve(state, event);
    }
}
