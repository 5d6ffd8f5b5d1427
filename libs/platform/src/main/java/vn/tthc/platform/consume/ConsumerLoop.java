package vn.tthc.platform.consume;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.relay.Backoff;
import vn.tthc.platform.relay.Readiness;
import vn.tthc.platform.relay.Threads;

/**
 * One consumer's thread. Where one process owns the file that holds its offsets it takes all partitions by itself,
 * without a group: there is nobody to share with, a killed service goes on at once instead of waiting for a session to
 * run out, and a slow reaction is never thrown out of a group. Where several processes share a store Kafka gives each
 * some of the partitions, the same numbers of every topic. In trouble it seeks back, pauses and keeps polling.
 */
final class ConsumerLoop {
    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TICK = Duration.ofMillis(250);
    /** What this process knows of its shelves is true until it changes them; another one's may change without it. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration DISPLAY = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(15);

    private final Set<String> topics;
    private final KafkaConsumers kafka;
    private final ConsumerStore store;
    private final Handling handling;
    private final Backoff backoff;
    private final Readiness readiness;
    private final ConsumerMeters meters;
    private final InstantSource clock;
    private final Offsets offsets = new Offsets();
    private volatile @Nullable Thread thread;
    private volatile boolean assigned;
    private boolean stopping;
    private int troubles;
    private Instant resumeAt = Instant.MIN;
    private Instant nextTick = Instant.MIN;
    private Instant nextLook = Instant.MIN;
    private Instant nextDisplay = Instant.MIN;

    ConsumerLoop(
            Set<String> topics,
            KafkaConsumers kafka,
            ConsumerStore store,
            Handling handling,
            Backoff backoff,
            Readiness readiness,
            ConsumerMeters meters,
            InstantSource clock) {
        this.topics = Set.copyOf(topics);
        this.kafka = kafka;
        this.store = store;
        this.handling = handling;
        this.backoff = backoff;
        this.readiness = readiness;
        this.meters = meters;
        this.clock = clock;
    }

    String name() {
        return handling.consumer;
    }

    Set<String> topics() {
        return topics;
    }

    Handling handling() {
        return handling;
    }

    Offsets offsets() {
        return offsets;
    }

    ConsumerMeters meters() {
        return meters;
    }

    /** Whether it has ever read from its partitions. */
    boolean assigned() {
        return assigned;
    }

    synchronized void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("consume-" + name()).start(this::run);
    }

    /** Tells the thread to end; {@link #stop} waits for it. */
    synchronized void interrupt() {
        Thread running = thread;
        if (running != null && !stopping) {
            // Once only: a second time would disturb it while it closes in good order.
            stopping = true;
            running.interrupt();
        }
    }

    void stop() {
        interrupt();
        Threads.join(thread, STOP);
    }

    private void run() {
        try {
            readiness.await();
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    Consumer<String, byte[]> consumer = isShared() ? kafka.openInGroup(name()) : kafka.open(name());
                    Threads.untilInterrupted(consumer, () -> seek(consumer), () -> cycle(consumer));
                } catch (RuntimeException e) {
                    troubles++;
                    LOG.warn("Consumer {} starts again after a failure", name(), e);
                    TimeUnit.MILLISECONDS.sleep(backoff.after(troubles).toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void seek(Consumer<String, byte[]> consumer) {
        if (isShared()) {
            consumer.subscribe(topics, new Share(consumer));
            shelves();
            return;
        }
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
                partitions.add(new TopicPartition(topic, partition));
            }
        }
        consumer.assign(partitions);
        shelves();
        goOn(consumer, partitions);
    }

    private boolean isShared() {
        return store.lanes() > 1;
    }

    private void goOn(Consumer<String, byte[]> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, NextOffset> stored = store.read(name(), ConsumerReads::offsets);
        for (TopicPartition partition : partitions) {
            NextOffset next = stored.getOrDefault(partition, new NextOffset(0, null));
            consumer.seek(partition, metadata(next));
            offsets.put(partition, next.offset());
        }
    }

    /**
     * The partitions Kafka gives to this process. Nothing is under way when they change, since they change while this
     * thread polls; and what a process still does that was given up for dead, the store refuses.
     */
    private final class Share implements ConsumerRebalanceListener {
        private final Consumer<String, byte[]> consumer;

        Share(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            goOn(consumer, partitions);
            assigned = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // Where to go on is stored with what was done.
        }
    }

    /** Whether this process looks after what waits of a dossier. */
    private Predicate<String> mine(Consumer<String, byte[]> consumer) {
        if (!isShared()) {
            return dossier -> true;
        }
        Set<Integer> numbers =
                consumer.assignment().stream().map(TopicPartition::partition).collect(Collectors.toSet());
        return dossier -> numbers.contains(store.lane(dossier));
    }

    private static OffsetAndMetadata metadata(NextOffset next) {
        return new OffsetAndMetadata(next.offset(), Optional.ofNullable(next.leaderEpoch()), "");
    }

    private void cycle(Consumer<String, byte[]> consumer) throws InterruptedException {
        if (!consumer.paused().isEmpty() && !clock.instant().isBefore(resumeAt)) {
            consumer.resume(consumer.paused());
        }
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        if (!isShared()) {
            assigned = true;
        }
        boolean handled = records.isEmpty() || handle(consumer, records);
        Instant now = clock.instant();
        if (handled) {
            boolean due = !records.isEmpty() || !now.isBefore(nextTick);
            boolean look = meters.isStirred() || !now.isBefore(nextLook);
            // Nothing waits of which nothing is held.
            if (look || (due && meters.held() > 0)) {
                catchUp(now, mine(consumer), look);
                nextLook = now.plus(LOOK);
            }
            if (due) {
                lag(consumer);
                nextTick = now.plus(TICK);
            }
        }
        if (!now.isBefore(nextDisplay)) {
            display(consumer);
            nextDisplay = now.plus(DISPLAY);
        }
        TimeUnit.MILLISECONDS.sleep(
                Gathering.rest(records.count(), behind(consumer)).toMillis());
    }

    private boolean handle(Consumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records)
            throws InterruptedException {
        List<RawRecord> batch = new ArrayList<>(records.count());
        Map<TopicPartition, NextOffset> first = new HashMap<>();
        Map<TopicPartition, NextOffset> next = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            Integer epoch = record.leaderEpoch().orElse(null);
            first.putIfAbsent(partition, new NextOffset(record.offset(), epoch));
            next.put(partition, new NextOffset(record.offset() + 1, epoch));
            batch.add(new RawRecord(
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    record.key(),
                    record.headers(),
                    record.value()));
        }
        try {
            handling.handle(batch, next);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                // Stopping in the middle: what was not stored comes again after the start.
                return false;
            }
            troubles++;
            Duration wait = backoff.after(troubles);
            LOG.warn("Consumer {} cannot go on and tries again in {}: {}", name(), wait, Reasons.of(e));
            first.forEach((partition, from) -> consumer.seek(partition, metadata(from)));
            consumer.pause(consumer.assignment());
            resumeAt = clock.instant().plus(wait);
            return false;
        }
        troubles = 0;
        // What is held must be known before the offsets say that it has been read.
        if (meters.isStirred()) {
            shelves();
        }
        next.forEach((partition, to) -> offsets.put(partition, to.offset()));
        return true;
    }

    /**
     * Tries again what is due.
     *
     * @param look whether to look at what is held in any case: a person may have tried it again
     */
    private void catchUp(Instant now, Predicate<String> mine, boolean look) throws InterruptedException {
        try {
            if (look) {
                handling.storeOffsets();
            }
            if (handling.catchUp(now, mine) || look) {
                shelves();
            }
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LOG.warn("Consumer {} could not try again what it holds: {}", name(), Reasons.of(e));
        }
    }

    /** What is held must be known before the offsets behind it are, those of other processes too. */
    private void shelves() {
        meters.settled();
        Map<TopicPartition, NextOffset> everywhere;
        try {
            everywhere = store.read(name(), reads -> {
                Map<TopicPartition, NextOffset> first = isShared() ? reads.offsets() : Map.of();
                meters.shelves(reads.heldCount(), reads.parkedDossiers());
                return first;
            });
        } catch (RuntimeException e) {
            meters.stirred();
            throw e;
        }
        everywhere.forEach((partition, next) -> offsets.put(partition, next.offset()));
    }

    private void lag(Consumer<String, byte[]> consumer) {
        meters.lag(behind(consumer));
    }

    /** How many records it knows to be on the topics that it has not read. */
    private static long behind(Consumer<String, byte[]> consumer) {
        long lag = 0;
        for (TopicPartition partition : consumer.assignment()) {
            lag += consumer.currentLag(partition).orElse(0);
        }
        return lag;
    }

    /** Kafka's own offsets are for those who look with Kafka's tools; nothing depends on them. */
    private void display(Consumer<String, byte[]> consumer) {
        Map<TopicPartition, OffsetAndMetadata> shown = new HashMap<>();
        Set<TopicPartition> own = consumer.assignment();
        offsets.all().forEach((partition, next) -> {
            if (own.contains(partition)) {
                shown.put(partition, new OffsetAndMetadata(next));
            }
        });
        try {
            consumer.commitAsync(shown, (committed, failure) -> {
                if (failure != null) {
                    LOG.debug("The offsets of {} are not shown by Kafka: {}", name(), failure.toString());
                }
            });
        } catch (KafkaException e) {
            LOG.debug("The offsets of {} are not shown by Kafka: {}", name(), e.toString());
        }
    }
}
