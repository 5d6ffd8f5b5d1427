package vn.tthc.platform.relay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the relay is told about Kafka.
 *
 * @param service whose log it publishes
 * @param kafka bootstrap servers
 * @param kafkaReplication replicas of every topic: 1 for one broker, 3 in production
 * @param republishAfterBrokerRestart publish the last minute again when the broker may have been restarted; duplicates
 *     are dropped by every consumer
 */
@ConfigurationProperties("tthc")
public record RelaySettings(
        String service,
        @DefaultValue("127.0.0.1:9092") String kafka,
        @DefaultValue("1") int kafkaReplication,
        @DefaultValue("true") boolean republishAfterBrokerRestart) {}
