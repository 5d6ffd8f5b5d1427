package vn.tthc.platform.relay;

import java.util.List;
import java.util.Map;

/** What the services themselves demand of each topic, for the published description. */
public record TopicFacts(String topic, int partitions, Map<String, String> settings) {

    public static List<TopicFacts> all() {
        return TopicRules.all().stream()
                .map(rule -> new TopicFacts(rule.topic(), rule.partitions(), rule.settings()))
                .toList();
    }
}
