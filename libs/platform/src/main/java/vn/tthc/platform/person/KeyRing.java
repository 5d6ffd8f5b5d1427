package vn.tthc.platform.person;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.person.PersonKey;
import vn.tthc.platform.relay.Backoff;
import vn.tthc.platform.relay.FlowPhases;
import vn.tthc.platform.relay.Threads;

/**
 * Takes over the keys other services publish, and forgets those of whom a tombstone says so. Outside any group: how far
 * it has read stands beside the keys.
 */
final class KeyRing implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(5);

    /**
     * So many records are read again at the start: a broker that lost its last ones has given their numbers to others
     * since, and reading one twice changes nothing.
     */
    private static final long AGAIN = 1_000;

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private final HeldKeys keys;
    private final Consumer<String> forgotten;
    private final Supplier<org.apache.kafka.clients.consumer.Consumer<String, byte[]>> connect;
    private final JsonMapper json;
    private volatile @Nullable Thread thread;
    private int failures;

    /**
     * A key ring.
     *
     * @param forgotten told after a person's key is gone from the store
     * @param connect makes a consumer that starts at the beginning where it has no offset
     */
    KeyRing(
            HeldKeys keys,
            Consumer<String> forgotten,
            Supplier<org.apache.kafka.clients.consumer.Consumer<String, byte[]>> connect,
            JsonMapper json) {
        this.keys = keys;
        this.forgotten = forgotten;
        this.connect = connect;
        this.json = json;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer = connect.get();
                Threads.untilInterrupted(consumer, () -> seek(consumer), () -> {
                    take(consumer.poll(POLL));
                    failures = 0;
                });
            } catch (RuntimeException e) {
                failures++;
                LOG.warn("Taking over persons' keys failed, attempt {}: {}", failures, e.toString());
                pause(failures);
            }
        }
    }

    private void seek(org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.PERSON_KEYS, partition))
                .toList();
        consumer.assign(partitions);
        Map<Integer, Long> offsets = keys.offsets();
        for (TopicPartition partition : partitions) {
            long next = offsets.getOrDefault(partition.partition(), 0L);
            consumer.seek(partition, Math.max(0, next - AGAIN));
        }
    }

    private void take(ConsumerRecords<String, byte[]> records) {
        if (records.isEmpty()) {
            return;
        }
        List<PersonKeys.Change> changes = new ArrayList<>();
        Map<Integer, Long> next = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            PersonKeys.Change change = read(record);
            if (change != null) {
                changes.add(change);
            }
            next.put(record.partition(), record.offset() + 1);
        }
        keys.apply(changes, next);
        for (PersonKeys.Change change : changes) {
            if (change.key() == null) {
                forgotten.accept(change.person());
            }
        }
    }

    /** A record that is none cannot become one later: it is reported and passed over. */
    private PersonKeys.@Nullable Change read(ConsumerRecord<String, byte[]> record) {
        String person = record.key();
        if (person == null) {
            LOG.error("Record {}@{} of the persons' keys has no key", record.partition(), record.offset());
            return null;
        }
        if (record.value() == null) {
            return new PersonKeys.Change(person, null);
        }
        try {
            PersonKey key = json.readValue(record.value(), PersonKey.class);
            if (person.equals(key.person()) && key.wrapped() != null) {
                return new PersonKeys.Change(person, key);
            }
            LOG.error("Record {}@{} is the key of somebody else", record.partition(), record.offset());
        } catch (JacksonException e) {
            LOG.error(
                    "Record {}@{} of the persons' keys cannot be read: {}",
                    record.partition(),
                    record.offset(),
                    e.getClass().getSimpleName());
        }
        return null;
    }

    private static void pause(int failures) {
        try {
            TimeUnit.MILLISECONDS.sleep(BACKOFF.after(failures).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("person-keys-in").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        Threads.stop(thread, STOP);
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the consumers of events, which need the keys. */
    @Override
    public int getPhase() {
        return FlowPhases.CONSUMERS - 1;
    }
}
