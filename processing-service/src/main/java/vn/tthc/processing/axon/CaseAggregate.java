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
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.platform.axon.AggregateCommands;
import vn.tthc.processing.domain.Case;
import vn.tthc.processing.domain.CaseCommand;
import vn.tthc.processing.domain.CaseState;

/** One case, stream {@code case-<dossierId>}. */
@Aggregate(commandTargetResolver = "streamTargetResolver")
class CaseAggregate {
    @SuppressWarnings("UnusedVariable") // Axon reads it
    @AggregateIdentifier
    private @Nullable String stream;

    private CaseState state = CaseState.NONE;

    @CommandHandler(commandName = "vn.tthc.processing.domain.CaseCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Object handle(CaseCommand command, CommandMessage<?> message) {
        stream = AggregateCommands.stream(message);
        return AggregateCommands.perform(message, () -> Case.decide(state, command));
    }

    @EventSourcingHandler
    void on(CaseEvent event, DomainEventMessage<?> message) {
        stream = message.getAggregateIdentifier();
        state = Case.evolve(state, event);
    }
}
