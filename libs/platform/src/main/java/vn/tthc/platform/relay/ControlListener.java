package vn.tthc.platform.relay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import vn.tthc.contracts.Topics;
import vn.tthc.platform.event.EventJson;

/**
 * Reads the control topic, outside any group, from an hour back: that is far enough to learn how fresh a view is whose
 * source is not running just now, and little to read (1.5 watermarks a second).
 */
public final class ControlListener implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ControlListener.class);
    private static final Duration LOOK_BACK = Duration.ofHours(1);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final String kafka;
    private final ControlMessages messages;
    private final List<ControlHandler> handlers;
    private final Readiness topics;
    private final InstantSource clock;
    private volatile @Nullable Thread thread;

    ControlListener(
            String kafka, EventJson json, List<ControlHandler> handlers, Readiness topics, InstantSource clock) {
        this.kafka = kafka;
        this.messages = new ControlMessages(json.mapper());
        this.handlers = List.copyOf(handlers);
        this.topics = topics;
        this.clock = clock;
    }

    private void run() {
        try {
            topics.await();
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    KafkaConsumer<String, byte[]> consumer = consumer();
                    Threads.untilInterrupted(
                            consumer,
                            () -> assign(consumer),
                            () -> consumer.poll(POLL).forEach(this::dispatch));
                } catch (RuntimeException e) {
                    LOG.warn("The control topic cannot be read; it will be tried again", e);
                    TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "latest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        10_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private void assign(KafkaConsumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.CONTROL).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> from = new HashMap<>();
        long since = clock.instant().minus(LOOK_BACK).toEpochMilli();
        partitions.forEach(partition -> from.put(partition, since));
        for (Map.Entry<TopicPartition, @Nullable OffsetAndTimestamp> found :
                consumer.offsetsForTimes(from).entrySet()) {
            OffsetAndTimestamp at = found.getValue();
            if (at == null) {
                consumer.seekToEnd(List.of(found.getKey()));
            } else {
                consumer.seek(found.getKey(), at.offset());
            }
        }
    }

    private void dispatch(ConsumerRecord<String, byte[]> record) {
        String type = ControlMessages.type(record.headers());
        if (type == null || record.value() == null) {
            return;
        }
        try {
            switch (type) {
                case ControlMessages.WATERMARK -> {
                    var watermark = messages.watermark(record.value());
                    handlers.forEach(handler -> handler.watermark(watermark));
                }
                case ControlMessages.REPUBLISH -> {
                    var request = messages.republish(record.value());
                    Instant sentAt = Instant.ofEpochMilli(record.timestamp());
                    handlers.forEach(handler -> handler.republishRequested(request, sentAt));
                }
                // A newer version of some service may say more than this one understands.
                default -> LOG.debug("Unknown control message {}", type);
            }
        } catch (RuntimeException e) {
            // One message must not silence the topic: who misses something asks again, and watermarks come every 2 s.
            LOG.warn("A control message of type {} at offset {} could not be handled", type, record.offset(), e);
        }
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().name("control").start(this::run);
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

    @Override
    public int getPhase() {
        return FlowPhases.RELAY;
    }
}
