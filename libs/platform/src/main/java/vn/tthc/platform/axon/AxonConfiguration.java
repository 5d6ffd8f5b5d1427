package vn.tthc.platform.axon;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tthc.platform.command.Commands;
import vn.tthc.platform.command.RecentStreams;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;

/** Axon on our log. */
@Configuration(proxyBeanMethods = false)
public class AxonConfiguration {

    @Bean
    static AggregateFactories aggregateFactories() {
        return new AggregateFactories();
    }

    @Bean
    EventStorageEngine eventStorageEngine(EventLog log, EventJson json, RecentStreams recent, MeterRegistry meters) {
        return new LogStorageEngine(log, json, recent, meters);
    }

    /** Aggregates are found by the stream the command was sent to; commands themselves need not know Axon. */
    @Bean
    CommandTargetResolver streamTargetResolver() {
        return command -> new VersionedAggregateIdentifier(
                Objects.requireNonNull(command.getMetaData().get(AggregateCommands.STREAM)), null);
    }

    /** Lets the events of a command know its context. */
    @Bean
    CorrelationDataProvider contextProvider() {
        return message -> {
            Object context = message.getMetaData().get(AggregateCommands.CONTEXT);
            return context == null
                    ? Map.of()
                    : Map.of(
                            AggregateCommands.CONTEXT,
                            context,
                            AggregateCommands.RECORDED,
                            message.getMetaData().get(AggregateCommands.RECORDED));
        };
    }

    @Bean
    Commands commands(CommandBus bus, EventLog log) {
        return new AxonCommands(bus, log);
    }
}
