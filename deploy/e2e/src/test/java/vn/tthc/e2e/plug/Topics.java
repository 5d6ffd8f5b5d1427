package vn.tthc.e2e.plug;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Json;
import vn.tthc.local.Ports;

/** The topics of events as any Kafka client sees them, without the code of the services. */
final class Topics {
    /** Kept here, so that it is not forgotten: a Kafka client tells its two hundred settings otherwise. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private static final List<String> EVENTS = List.of("tthc.dossier", "tthc.case", "tthc.postal");
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_EMPTY_POLLS = 20;

    private final String bootstrap;

    Topics(Ports ports) {
        this.bootstrap = "127.0.0.1:" + ports.broker();
        KAFKA.setLevel(Level.WARNING);
    }

    /** Everything that is there now, each partition in its order. */
    List<Fact> read() {
        List<Fact> facts = new ArrayList<>();
        each(EVENTS, record -> {
            Fact fact = fact(record);
            if (!fact.stream().isEmpty()) {
                facts.add(fact);
            }
        });
        return facts;
    }

    /** The records that satisfy a condition, each partition in its order. */
    List<ConsumerRecord<byte[], byte[]>> records(Predicate<ConsumerRecord<byte[], byte[]>> which) {
        return records(EVENTS, which);
    }

    /** The same of one topic. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic, Predicate<ConsumerRecord<byte[], byte[]>> which) {
        return records(List.of(topic), which);
    }

    private List<ConsumerRecord<byte[], byte[]>> records(
            List<String> topics, Predicate<ConsumerRecord<byte[], byte[]>> which) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        each(topics, record -> {
            if (which.test(record)) {
                found.add(record);
            }
        });
        return found;
    }

    /** Looks at every record that is there now and keeps none: a fast machine has written a great many. */
    private void each(List<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> look) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            int empty = 0;
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                var polled = consumer.poll(POLL);
                empty = polled.isEmpty() ? empty + 1 : 0;
                if (empty > MOST_EMPTY_POLLS) {
                    throw new AssertionError("the broker sends nothing");
                }
                polled.forEach(look);
            }
        }
    }

    /** Cuts off everything before an offset; the broker never had it. */
    void behead(String topic, int partition, long offset) throws Exception {
        Properties settings = new Properties();
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (Admin admin = Admin.create(settings)) {
            admin.deleteRecords(Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    /** Asks the owners of streams to publish them again from the first version on, as a consumer does that misses it. */
    void askAgain(Collection<String> streams) throws Exception {
        send(streams.stream()
                .map(stream -> {
                    byte[] request = Json.write(Map.of("stream", stream, "fromVersion", 1, "consumer", "plug"))
                            .getBytes(StandardCharsets.UTF_8);
                    ProducerRecord<byte[], byte[]> record =
                            new ProducerRecord<>("tthc.control", stream.getBytes(StandardCharsets.UTF_8), request);
                    record.headers().add("type", "republish-requested".getBytes(StandardCharsets.UTF_8));
                    return record;
                })
                .toList());
    }

    /** Puts records on their topics; all are there when this returns. */
    void send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (Future<?> one : sent) {
                one.get(30, TimeUnit.SECONDS);
            }
        }
    }

    /** The same record once more, byte for byte. */
    static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value(), record.headers());
    }

    static Fact fact(ConsumerRecord<byte[], byte[]> record) {
        Headers headers = record.headers();
        String version = header(headers, "ce_streamversion");
        String actor = header(headers, "ce_actor");
        String cause = header(headers, "ce_cause");
        return new Fact(
                record.topic(),
                record.partition(),
                record.offset(),
                text(header(headers, "ce_subject")),
                version == null ? 0 : Long.parseLong(version),
                text(header(headers, "ce_type")),
                text(header(headers, "ce_commandid")),
                actor == null ? "" : Json.mapper().readTree(actor).path("id").asString(""),
                cause == null ? null : cause(Json.mapper().readTree(cause)),
                header(headers, "ce_externalid"));
    }

    private static String cause(JsonNode cause) {
        return cause.path("stream").asString() + "@" + cause.path("version").asLong() + " "
                + cause.path("role").asString();
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }

    static @Nullable String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
