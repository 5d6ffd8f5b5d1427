package vn.tthc.platform.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;

/** The way from the log to Kafka. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelaySettings.class)
public class RelayConfiguration {

    @Bean
    Readiness topicsReadiness() {
        return new Readiness();
    }

    @Bean
    Admin topicsAdmin(RelaySettings settings) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.kafka(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                "tthc-" + settings.service() + "-admin",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                4_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                8_000));
    }

    @Bean
    TopicsSetup topicsSetup(
            Admin admin, RelaySettings settings, Readiness readiness, ConfigurableApplicationContext context) {
        return new TopicsSetup(admin, settings.kafkaReplication(), readiness, complaint -> {
            LoggerFactory.getLogger(TopicsSetup.class).error("This service stops: {}", complaint);
            // Closing stops the thread that calls this, so another one does it.
            Thread.ofPlatform().name("refusal").start(context::close);
        });
    }

    @Bean
    KafkaSender kafkaSender(RelaySettings settings) {
        return new KafkaSender(settings.kafka(), "tthc-" + settings.service() + "-relay");
    }

    @Bean
    EventRecords eventRecords(EventJson json) {
        return new EventRecords(json);
    }

    @Bean
    OwnTopics ownTopics(EventLog log, Admin admin) {
        return new OwnTopics(log, admin);
    }

    @Bean
    ControlPublisher controlPublisher(KafkaSender sender, EventJson json) {
        return new ControlPublisher(sender, json);
    }

    @Bean
    Relay relay(
            RelaySettings settings,
            EventLog log,
            KafkaSender sender,
            EventRecords records,
            Checkpoints checkpoints,
            Readiness readiness,
            Duties duties,
            MeterRegistry meters) {
        BrokerRestarts restarts = new BrokerRestarts(log, checkpoints, settings.republishAfterBrokerRestart());
        return new Relay(settings.service(), log, sender, records, restarts, readiness, duties, meters);
    }

    @Bean
    Watermarks watermarks(
            RelaySettings settings,
            EventLog log,
            OwnTopics topics,
            ControlPublisher control,
            Checkpoints checkpoints,
            Readiness readiness,
            Duties duties) {
        return new Watermarks(settings.service(), log, topics, control, checkpoints, readiness, duties);
    }

    @Bean
    Republisher republisher(
            RelaySettings settings,
            EventLog log,
            KafkaSender sender,
            EventRecords records,
            InstantSource clock,
            Duties duties) {
        return new Republisher(settings.service(), log, sender, records, clock, duties);
    }

    @Bean
    ControlListener controlListener(
            RelaySettings settings,
            EventJson json,
            ObjectProvider<ControlHandler> handlers,
            Readiness readiness,
            InstantSource clock) {
        List<ControlHandler> all = handlers.orderedStream().toList();
        return new ControlListener(settings.kafka(), json, all, readiness, clock);
    }

    @Bean
    MeterBinder relayBacklog(Watermarks watermarks, InstantSource clock) {
        return registry -> {
            Gauge.builder("tthc.relay.unpublished", watermarks, w -> w.backlog().commits())
                    .description("Commits that are not yet on Kafka")
                    .register(registry);
            Gauge.builder("tthc.relay.oldest.age", watermarks, w -> {
                        var oldest = w.backlog().oldest();
                        return oldest == null
                                ? 0
                                : Duration.between(oldest, clock.instant()).toMillis() / 1_000.0;
                    })
                    .description("Age of the oldest commit that is not yet on Kafka")
                    .baseUnit("seconds")
                    .register(registry);
        };
    }
}
