package vn.tthc.processing.axon;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.operation.StaffEvent;
import vn.tthc.platform.axon.AggregateCommands;
import vn.tthc.processing.domain.Staff;
import vn.tthc.processing.domain.StaffCommand;

/** The absences of one officer, stream {@code officer-<account>}. */
@Aggregate(commandTargetResolver = "streamTargetResolver")
class StaffAggregate {
    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable String stream;

    private Staff state = Staff.PRESENT;

    @CommandHandler(commandName = "vn.tthc.processing.domain.StaffCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Object handle(StaffCommand command, CommandMessage<?> message) {
        stream = AggregateCommands.stream(message);
        return AggregateCommands.perform(message, () -> Staff.decide(state, command));
    }

    @EventSourcingHandler
    void on(StaffEvent event, DomainEventMessage<?> message) {
        stream = message.getAggregateIdentifier();
        state = Staff.evolve(state, event);
    }
}
