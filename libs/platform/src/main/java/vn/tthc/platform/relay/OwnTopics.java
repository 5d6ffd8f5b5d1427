package vn.tthc.platform.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.log.EventLog;

/** The topics this service publishes to: those of the streams its log holds. */
public final class OwnTopics {
    private static final long ANSWER_MILLIS = 3_000;

    private final EventLog log;
    private final Admin admin;
    private final Set<String> known = new ConcurrentSkipListSet<>();

    OwnTopics(EventLog log, Admin admin) {
        this.log = log;
        this.admin = admin;
    }

    /** Topics with at least one event of this service. */
    public Set<String> names() {
        for (StreamType type : StreamType.values()) {
            if (!known.contains(type.topic())
                    && !log.heads(null, type.prefix() + "-", 1).isEmpty()) {
                known.add(type.topic());
            }
        }
        return Set.copyOf(known);
    }

    /**
     * The end of every partition of them.
     *
     * @throws KafkaException when the broker does not answer in three seconds
     */
    public Map<String, Map<Integer, Long>> ends() throws InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (String topic : names()) {
            for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                wanted.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        Map<String, Map<Integer, Long>> ends = new TreeMap<>();
        if (wanted.isEmpty()) {
            return ends;
        }
        try {
            admin.listOffsets(wanted)
                    .all()
                    .get(ANSWER_MILLIS, TimeUnit.MILLISECONDS)
                    .forEach((partition, end) -> ends.computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                            .put(partition.partition(), end.offset()));
        } catch (ExecutionException e) {
            throw new KafkaException("the ends of the topics are not known", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("the broker did not tell the ends of the topics in time", e);
        }
        return ends;
    }
}
