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
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.intake.domain.Dossier;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.intake.domain.DossierState;
import vn.tthc.platform.axon.AggregateCommands;

/** A dossier's stream: what it decides is decided in {@link Dossier}. */
@Aggregate(commandTargetResolver = "streamTargetResolver")
class DossierAggregate {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // read by Axon
    private @Nullable String stream;

    private DossierState state = DossierState.NONE;

    @CommandHandler(commandName = "vn.tthc.intake.domain.DossierCommand")
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Object handle(DossierCommand command, CommandMessage<?> message) {
        stream = AggregateCommands.stream(message);
        return AggregateCommands.perform(message, () -> Dossier.decide(state, command));
    }

    @EventSourcingHandler
    void on(DossierEvent event, DomainEventMessage<?> message) {
        stream = message.getAggregateIdentifier();
        state = Dossier.evolve(state, event);
    }
}
