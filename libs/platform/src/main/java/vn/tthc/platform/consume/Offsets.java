package vn.tthc.platform.consume;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/** Up to where a consumer has stored the effect of what it read. */
final class Offsets {
    private final Map<TopicPartition, Long> next = new ConcurrentHashMap<>();

    void put(TopicPartition partition, long offset) {
        next.put(partition, offset);
    }

    Map<TopicPartition, Long> all() {
        return Map.copyOf(next);
    }

    /** The same by topic and partition. */
    Map<String, Map<Integer, Long>> byTopic() {
        Map<String, Map<Integer, Long>> topics = new TreeMap<>();
        next.forEach((partition, offset) -> topics.computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                .put(partition.partition(), offset));
        return topics;
    }
}
