package vn.tthc.platform.consume;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import vn.tthc.platform.OnMongodb;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.operation.OperationLog;
import vn.tthc.platform.relay.ControlPublisher;
import vn.tthc.platform.relay.EventRecords;
import vn.tthc.platform.relay.OwnTopics;
import vn.tthc.platform.relay.Readiness;
import vn.tthc.platform.store.DocumentStore;
import vn.tthc.platform.store.RebuildableDocuments;

/** The way from Kafka to views and commands. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConsumeSettings.class)
@Import({ProgressEndpoint.class, ParkedEndpoint.class, ViewEndpoint.class, PositionsEndpoint.class})
public class ConsumeConfiguration {

    @Bean
    ConsumerLoops consumerLoops(
            ConsumeSettings settings,
            ConsumerStore store,
            @Qualifier("documents") DocumentStore documents,
            EventRecords records,
            EventJson json,
            ControlPublisher control,
            Readiness readiness,
            MeterRegistry meters,
            InstantSource clock,
            Generations generations,
            ObjectProvider<Projection> projections,
            ObjectProvider<Reaction> reactions) {
        ConsumerLoops.Shared shared = new ConsumerLoops.Shared(
                new KafkaConsumers(settings.kafka(), settings.service()),
                store,
                new RecentRecords(new Located.Finder(records, json)),
                control,
                readiness,
                meters,
                clock,
                Tuning.STANDARD);
        return new ConsumerLoops(
                shared,
                projections.orderedStream().toList(),
                reactions.orderedStream().toList(),
                documents,
                generations);
    }

    @Bean
    Generations generations(@Qualifier("documents") DocumentStore documents, ConsumerStore store) {
        return new Generations(documents, store.lanes() > 1 ? GenerationTimes.STANDARD : null);
    }

    @Bean
    @OnMongodb
    GenerationWatch generationWatch(
            ConsumerLoops loops,
            ConsumerStore store,
            @Qualifier("documents") RebuildableDocuments documents,
            Generations generations) {
        return new GenerationWatch(loops, store, documents, generations, GenerationTimes.STANDARD);
    }

    @Bean
    @Primary
    DocumentStore servingDocuments(@Qualifier("documents") DocumentStore documents, Generations generations) {
        return new ServingDocuments(documents, generations);
    }

    @Bean
    ViewRebuilds viewRebuilds(
            ConsumerLoops loops,
            ConsumerStore store,
            @Qualifier("documents") RebuildableDocuments documents,
            Generations generations) {
        return new ViewRebuilds(loops, store, documents, generations);
    }

    @Bean
    ConsumerPositions consumerPositions(ConsumerLoops loops, ConsumerStore store) {
        return new ConsumerPositions(loops, store);
    }

    @Bean
    ParkingLot parkingLot(ConsumerLoops loops, ConsumerStore store, InstantSource clock) {
        return new ParkingLot(loops, store, clock);
    }

    @Bean
    OperationLog operationLog(ConsumeSettings settings, EventLog log, EventJson json) {
        return new OperationLog(settings.service(), log, json);
    }

    @Bean
    SkipRecorder skipRecorder(OperationLog log, InstantSource clock) {
        return new SkipRecorder(log, clock);
    }

    @Bean
    Freshness freshness(ConsumeSettings settings, ConsumerLoops loops) {
        return new Freshness(settings.sources(), loops);
    }

    @Bean
    Completeness completeness(
            Freshness freshness, ConsumerLoops loops, ConsumerStore store, ViewRebuilds viewRebuilds) {
        return new Completeness(freshness, loops, store, viewRebuilds);
    }

    @Bean
    ProgressReport progressReport(
            ConsumeSettings settings, EventLog log, OwnTopics ownTopics, ConsumerLoops loops, ConsumerStore store) {
        return new ProgressReport(settings.service(), log, ownTopics, loops, store);
    }

    @Bean
    ConsumersHealth consumersHealthIndicator(ConsumerLoops loops) {
        return new ConsumersHealth(loops);
    }
}
