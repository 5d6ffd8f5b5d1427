package vn.tthc.platform.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.Backlog;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.relay.EventRecords;
import vn.tthc.platform.relay.OwnTopics;

/** Compares a service's log with itself and with its topics, while commands go on. */
public final class LogVerifier {
    private static final Duration OUT = Duration.ofSeconds(30);
    private static final long STEP_MILLIS = 50;

    /** Kafka's own 50 MB is a good part of a service's memory. */
    private static final int FETCH_BYTES = 4 * 1024 * 1024;

    private final String service;
    private final String kafka;
    private final EventLog log;
    private final EventJson json;
    private final EventRecords records;
    private final OwnTopics topics;
    private final LastResult last;
    private final ReentrantLock one = new ReentrantLock();

    LogVerifier(
            String service,
            String kafka,
            EventLog log,
            EventJson json,
            EventRecords records,
            OwnTopics topics,
            LastResult last) {
        this.service = service;
        this.kafka = kafka;
        this.log = log;
        this.json = json;
        this.records = records;
        this.topics = topics;
        this.last = last;
    }

    /**
     * Compares everything recorded before now; waits half a minute at most until the relay has it out.
     *
     * @throws VerificationRefused when the broker cannot be read, or another comparison is under way
     */
    public LogReport verify() throws InterruptedException {
        if (!one.tryLock()) {
            throw new VerificationRefused("another comparison is under way", null);
        }
        try {
            LogReport report = compare();
            last.found(report.differenceCount());
            return report;
        } catch (KafkaException | IllegalStateException e) {
            throw new VerificationRefused("the topics cannot be read", e);
        } finally {
            one.unlock();
        }
    }

    private LogReport compare() throws InterruptedException {
        Instant before = log.settledBefore();
        Differences differences = new Differences();
        LogWalk walk = new LogWalk(log, json, before, differences);
        walk.run();
        awaitPublished(before, differences);
        TopicWalk topic = new TopicWalk(service, log, json, records, before, differences);
        Map<String, Map<Integer, Long>> ends = topics.ends();
        Map<Integer, Map<String, LogWalk.Fixed>> byPartition = new HashMap<>();
        walk.streams()
                .forEach((stream, fixed) -> byPartition
                        .computeIfAbsent(TopicWalk.partition(fixed.key()), number -> new HashMap<>())
                        .put(stream, fixed));
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            for (int number = 0; number < Topics.PARTITIONS; number++) {
                topic.partition(consumer, number, ends, byPartition.getOrDefault(number, Map.of()));
            }
        }
        return new LogReport(
                service,
                before,
                walk.streams().size(),
                walk.events(),
                topic.published(),
                topic.repeats(),
                topic.foreignCount(),
                topic.foreign(),
                differences.count(),
                differences.shown());
    }

    private void awaitPublished(Instant before, Differences differences) throws InterruptedException {
        long deadline = System.nanoTime() + OUT.toNanos();
        Backlog backlog = log.backlog();
        while (backlog.oldest() != null && backlog.oldest().isBefore(before)) {
            if (System.nanoTime() > deadline) {
                differences.add(
                        "UNPUBLISHED",
                        service,
                        0,
                        backlog.commits() + " commits are not on Kafka after " + OUT.toSeconds() + " s");
                return;
            }
            TimeUnit.MILLISECONDS.sleep(STEP_MILLIS);
            backlog = log.backlog();
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "tthc-" + service + "-verify");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
        // Else the fetch that waits at the end of one partition holds up the next partition for half a second.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
