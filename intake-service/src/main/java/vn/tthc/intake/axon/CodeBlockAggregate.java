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
import vn.tthc.intake.domain.CodeBlock;
import vn.tthc.intake.domain.CodeBlockCommand;
import vn.tthc.platform.axon.AggregateCommands;

/** The stream of codes set aside, {@code codes-<id>}: what it decides is decided in {@link CodeBlock}. */
@Aggregate(commandTargetResolver = "streamTargetResolver")
class CodeBlockAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private CodeBlock state = CodeBlock.NONE;

    @CommandHandler(commandName = "vn.tthc.intake.domain.CodeBlockCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Object handle(CodeBlockCommand command, CommandMessage<?> message) {
        stream = AggregateCommands.stream(message);
        return AggregateCommands.perform(message, () -> CodeBlock.decide(state, command));
    }

    @EventSourcingHandler
    void on(ReferenceEvent event, DomainEventMessage<?> message) {
        stream = message.getAggregateIdentifier();
        state = CodeBlock.evolve(state, event);
    }
}
