package vn.tthc.platform.consume;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Work that is spread over the lanes of a store. */
final class Lanes {
    private Lanes() {}

    /** Stores where to go on, a partition's place on the lane of its number. */
    static void offsets(ConsumerStore store, String consumer, Map<TopicPartition, NextOffset> next) {
        Map<Integer, Map<TopicPartition, NextOffset>> lanes = new HashMap<>();
        next.forEach((partition, offset) -> lanes.computeIfAbsent(
                        partition.partition() % store.lanes(), lane -> new HashMap<>())
                .put(partition, offset));
        lanes.forEach((lane, offsets) -> store.writeRepeatable(consumer, lane, tx -> {
            offsets.forEach(tx::offset);
            return true;
        }));
    }
}
