package vn.tthc.platform.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import vn.tthc.contracts.Topics;

/** How every topic must be: events are kept for ever, and the number of partitions never changes. */
final class TopicRules {
    private static final String FOR_EVER = "-1";

    /** One: its messages are few, and every reader reads all of them (ADR 0010). */
    private static final int CONTROL_PARTITIONS = 1;

    private TopicRules() {}

    /**
     * A topic as it must be.
     *
     * @param partitions how many
     * @param settings topic settings that must hold
     */
    record Rule(String topic, int partitions, Map<String, String> settings) {

        NewTopic create(int replication) {
            Map<String, String> all = new HashMap<>(settings);
            if (replication >= 3) {
                all.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
            }
            return new NewTopic(topic, partitions, (short) replication).configs(all);
        }

        /** What is wrong with an existing topic, in one sentence; empty when nothing is. */
        Optional<String> complaint(TopicDescription found, Config config, int replication) {
            List<String> wrong = new ArrayList<>();
            if (found.partitions().size() != partitions) {
                wrong.add(found.partitions().size() + " partitions instead of " + partitions);
            }
            settings.forEach((name, value) -> {
                if (!value.equals(value(config, name))) {
                    wrong.add(name + "=" + value(config, name) + " instead of " + value);
                }
            });
            found.partitions().stream()
                    .filter(partition -> partition.replicas().size() < replication)
                    .findFirst()
                    .ifPresent(partition ->
                            wrong.add(partition.replicas().size() + " replicas instead of " + replication));
            if (replication >= 3 && Integer.parseInt(value(config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)) < 2) {
                wrong.add("fewer than 2 in-sync replicas required for an acknowledgement");
            }
            return wrong.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Kafka topic " + topic + " has " + String.join(", ", wrong)
                            + "; correct it (never by changing the number of partitions of a topic in use) before"
                            + " this service is started.");
        }

        private static String value(Config config, String name) {
            ConfigEntry entry = config.get(name);
            return entry == null || entry.value() == null ? "nothing" : entry.value();
        }
    }

    static List<Rule> all() {
        Map<String, String> events = Map.of(
                TopicConfig.RETENTION_MS_CONFIG, FOR_EVER,
                TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER,
                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        return List.of(
                new Rule(Topics.DOSSIER, Topics.PARTITIONS, events),
                new Rule(Topics.CASE, Topics.PARTITIONS, events),
                new Rule(Topics.POSTAL, Topics.PARTITIONS, events),
                new Rule(Topics.REFERENCE, Topics.PARTITIONS, events),
                new Rule(Topics.OPERATION, Topics.PARTITIONS, events),
                new Rule(
                        Topics.PERSON_KEYS,
                        Topics.PARTITIONS,
                        Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)),
                new Rule(
                        Topics.CONTROL,
                        CONTROL_PARTITIONS,
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG,
                                Long.toString(Duration.ofDays(1).toMillis()))));
    }
}
