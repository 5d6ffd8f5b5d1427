package vn.tthc.intake.axon;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.reference.ReferenceEvent;
import vn.tthc.intake.domain.Delegating;
import vn.tthc.intake.domain.DelegationCommand;
import vn.tthc.platform.axon.AggregateCommands;

/** A delegation's stream, {@code delegation-<id>}: what it decides is decided in {@link Delegating}. */
@Aggregate(commandTargetResolver = "streamTargetResolver")
class DelegationAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private Delegating state = Delegating.NONE;

    @CommandHandler(commandName = "vn.tthc.intake.domain.DelegationCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Object handle(DelegationCommand command, CommandMessage<?> message) {
        stream = AggregateCommands.stream(message);
        return AggregateCommands.perform(message, () -> Delegating.decide(state, command));
    }

    @EventSourcingHandler
    void on(ReferenceEvent event, DomainEventMessage<?> message) {
        stream = message.getAggregateIdentifier();
        state = Delegating.evolve(state, event);
    }
}
