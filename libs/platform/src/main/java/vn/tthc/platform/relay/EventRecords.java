package vn.tthc.platform.relay;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.StreamId;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.RecordedEvent;

/**
 * An event as a CloudEvent 1.0 in binary mode and back: the envelope in headers, the data as it was stored. Nothing is
 * lost on the way, so that the envelope written as JSON again has the bytes that were hashed.
 */
public final class EventRecords {
    private static final String TYPE_PREFIX = "vn.tthc.";
    private static final String SOURCE_PREFIX = "/tthc/";

    private final JsonMapper mapper;
    private final ObjectReader actors;
    private final ObjectReader causes;

    public EventRecords(EventJson json) {
        this.mapper = json.mapper();
        this.actors = mapper.readerFor(Actor.class);
        this.causes = mapper.readerFor(Cause.class);
    }

    /** The key that keeps everything of one dossier on one partition number. */
    public static String key(Envelope envelope) {
        return envelope.dossierId() != null ? envelope.dossierId() : envelope.stream();
    }

    /**
     * The record of an event.
     *
     * @param service who publishes it
     */
    public ProducerRecord<String, byte[]> write(String service, RecordedEvent event) {
        Envelope envelope = event.envelope();
        CloudEventBuilder builder = CloudEventBuilder.v1()
                .withId(envelope.id())
                .withSource(URI.create(SOURCE_PREFIX + service))
                .withType(TYPE_PREFIX + envelope.type())
                .withSubject(envelope.stream())
                .withTime(OffsetDateTime.ofInstant(envelope.occurredAt(), ZoneOffset.UTC))
                .withData("application/json", event.data())
                .withExtension("revision", Integer.toString(envelope.revision()))
                .withExtension("streamversion", Long.toString(envelope.version()))
                .withExtension("recordedat", envelope.recordedAt().toString())
                .withExtension("origin", envelope.origin().name())
                .withExtension("actor", mapper.writeValueAsString(envelope.actor()))
                .withExtension("commandid", envelope.commandId())
                .withExtension("correlation", envelope.correlation())
                .withExtension("audience", envelope.audience().name())
                .withExtension("hash", HexFormat.of().formatHex(event.hash()));
        if (envelope.cause() != null) {
            builder.withExtension("cause", mapper.writeValueAsString(envelope.cause()));
        }
        optional(builder, "traceparent", envelope.trace());
        optional(builder, "dossierid", envelope.dossierId());
        optional(builder, "procedureversion", envelope.procedureVersion());
        optional(builder, "externalid", envelope.externalId());
        String topic = StreamId.parse(envelope.stream()).type().topic();
        return KafkaMessageFactory.<String>createWriter(topic, key(envelope)).writeBinary(builder.build());
    }

    private static void optional(CloudEventBuilder builder, String name, @Nullable String value) {
        if (value != null) {
            builder.withExtension(name, value);
        }
    }

    /**
     * Reads a record's event.
     *
     * @throws UnreadableRecord when it is none; the message holds nothing of its content
     */
    public PublishedEvent read(Headers headers, byte @Nullable [] value) {
        if (value == null) {
            throw new UnreadableRecord("the record has no value", null);
        }
        try {
            return published(KafkaMessageFactory.createReader(headers, value).toEvent());
        } catch (CloudEventRWException | JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new UnreadableRecord("the record is not a CloudEvent of this system", e);
        }
    }

    private PublishedEvent published(CloudEvent event) {
        CloudEventData data = event.getData();
        OffsetDateTime time = event.getTime();
        String subject = event.getSubject();
        if (data == null || time == null || subject == null || !event.getType().startsWith(TYPE_PREFIX)) {
            throw new UnreadableRecord("the record lacks data, time, subject or a type of this system", null);
        }
        String cause = extension(event, "cause");
        Envelope envelope = new Envelope(
                event.getId(),
                event.getType().substring(TYPE_PREFIX.length()),
                Integer.parseInt(required(event, "revision")),
                StreamId.parse(subject).toString(),
                Long.parseLong(required(event, "streamversion")),
                time.toInstant(),
                Instant.parse(required(event, "recordedat")),
                Origin.valueOf(required(event, "origin")),
                actors.<Actor>readValue(required(event, "actor")),
                required(event, "commandid"),
                cause == null ? null : causes.<Cause>readValue(cause),
                required(event, "correlation"),
                extension(event, "traceparent"),
                Audience.valueOf(required(event, "audience")),
                extension(event, "dossierid"),
                extension(event, "procedureversion"),
                extension(event, "externalid"));
        byte[] hash = HexFormat.of().parseHex(required(event, "hash"));
        return new PublishedEvent(envelope, data.toBytes(), hash);
    }

    private static @Nullable String extension(CloudEvent event, String name) {
        Object value = event.getExtension(name);
        return value == null ? null : value.toString();
    }

    private static String required(CloudEvent event, String name) {
        String value = extension(event, name);
        if (value == null) {
            throw new UnreadableRecord("the record lacks " + name, null);
        }
        return value;
    }
}
