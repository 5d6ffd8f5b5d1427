package vn.tthc.platform.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import tools.jackson.core.JacksonException;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.relay.EventRecords;
import vn.tthc.platform.relay.PublishedEvent;
import vn.tthc.platform.relay.UnreadableRecord;

/** Reads a service's topics from their beginning, a partition number at a time, and compares each record with the log. */
final class TopicWalk {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int SHOWN = 100;
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final String ownOperation;
    private final EventLog log;
    private final EventJson json;
    private final EventRecords records;
    private final Instant recordedBefore;
    private final Differences differences;
    private long published;
    private final List<String> foreign = new ArrayList<>();
    private long foreignCount;
    private long repeats;

    TopicWalk(
            String service,
            EventLog log,
            EventJson json,
            EventRecords records,
            Instant recordedBefore,
            Differences differences) {
        this.ownOperation = new StreamId(StreamType.OPERATION, service).toString();
        this.log = log;
        this.json = json;
        this.records = records;
        this.recordedBefore = recordedBefore;
        this.differences = differences;
    }

    long published() {
        return published;
    }

    long repeats() {
        return repeats;
    }

    /** Records that are none of our events. */
    long foreignCount() {
        return foreignCount;
    }

    /** Where the first hundred of them lie. */
    List<String> foreign() {
        return List.copyOf(foreign);
    }

    /** The partition the default partitioner gives a key. */
    static int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % Topics.PARTITIONS;
    }

    /**
     * Compares one partition number of all topics.
     *
     * @param ends per topic and partition, up to where
     * @param fixed the log's streams of this partition number
     * @throws IllegalStateException when the broker sends nothing for half a minute
     */
    void partition(
            KafkaConsumer<String, byte[]> consumer,
            int number,
            Map<String, Map<Integer, Long>> ends,
            Map<String, LogWalk.Fixed> fixed) {
        Map<TopicPartition, Long> open = new HashMap<>();
        ends.forEach((topic, partitions) -> {
            long end = partitions.getOrDefault(number, 0L);
            if (end > 0) {
                open.put(new TopicPartition(topic, number), end);
            }
        });
        Map<String, BitSet> seen = new HashMap<>();
        if (!open.isEmpty()) {
            consumer.assign(open.keySet());
            consumer.seekToBeginning(open.keySet());
            readToEnds(consumer, open, seen);
        }
        fixed.forEach((stream, until) -> {
            BitSet versions = seen.getOrDefault(stream, new BitSet());
            for (int missing = versions.nextClearBit(1); missing <= until.version(); ) {
                differences.add("MISSING_ON_TOPIC", stream, missing, "the log has it, the topic has not");
                missing = versions.nextClearBit(missing + 1);
            }
        });
        seen.values().forEach(versions -> published += versions.cardinality());
    }

    private void readToEnds(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> open, Map<String, BitSet> seen) {
        long lastProgress = System.nanoTime();
        while (!open.isEmpty()) {
            ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
            if (!polled.isEmpty()) {
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > STALLED.toNanos()) {
                throw new IllegalStateException("the broker sent nothing for " + STALLED.toSeconds() + " s");
            }
            for (TopicPartition partition : polled.partitions()) {
                Long end = open.get(partition);
                for (ConsumerRecord<String, byte[]> record : polled.records(partition)) {
                    if (end != null && record.offset() < end) {
                        record(record, seen);
                    }
                }
            }
            open.entrySet().removeIf(entry -> consumer.position(entry.getKey()) >= entry.getValue());
        }
    }

    private void record(ConsumerRecord<String, byte[]> record, Map<String, BitSet> seen) {
        PublishedEvent event;
        try {
            event = records.read(record.headers(), record.value());
        } catch (UnreadableRecord e) {
            foreignCount++;
            if (foreign.size() < SHOWN) {
                foreign.add(record.topic() + "-" + record.partition() + "/" + record.offset());
            }
            return;
        }
        if (!event.envelope().recordedAt().isBefore(recordedBefore)) {
            return;
        }
        String stream = event.envelope().stream();
        long version = event.envelope().version();
        if (record.topic().equals(Topics.OPERATION) && !isOurs(stream)) {
            // The one topic that all services write to: what another one wrote stands in its log, not in this one.
            return;
        }
        if (record.key() == null || partition(record.key()) != record.partition()) {
            differences.add(
                    "PARTITION",
                    stream,
                    version,
                    "is on partition " + record.partition() + ", not where its key belongs");
        }
        BitSet versions = seen.computeIfAbsent(stream, name -> new BitSet());
        if (versions.get((int) version)) {
            repeats++;
        }
        versions.set((int) version);
        compare(event, stream, version);
    }

    /** This service's own decisions, and those that have a stream beside them, such as an erasure. */
    private boolean isOurs(String operation) {
        return operation.equals(ownOperation) || operation.startsWith(ownOperation + ".");
    }

    private void compare(PublishedEvent event, String stream, long version) {
        List<RecordedEvent> found;
        try {
            found = log.read(stream, version, 1);
        } catch (JacksonException e) {
            differences.add("CONTENT", stream, version, "the log's envelope is damaged, the topic's is not");
            return;
        }
        if (found.isEmpty() || found.getFirst().envelope().version() != version) {
            differences.add("NOT_IN_LOG", stream, version, "the topic has it, the log has not");
            return;
        }
        RecordedEvent recorded = found.getFirst();
        if (!Arrays.equals(recorded.data(), event.data())
                || !Arrays.equals(recorded.meta(), json.writeEnvelope(event.envelope()))
                || !Arrays.equals(recorded.hash(), event.hash())) {
            differences.add("CONTENT", stream, version, "log and topic say different things");
        }
    }
}
