package vn.tthc.platform.mongo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.platform.consume.ParkedRecord;
import vn.tthc.platform.consume.RawRecord;
import vn.tthc.platform.consume.Waiting;

/** What is known of consumers, as JSON. */
final class ConsumerDocuments {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private ConsumerDocuments() {}

    /** A header; bytes are base64. */
    record StoredHeader(String name, @Nullable String value) {}

    /** A record of a topic; bytes are base64. */
    record StoredRecord(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            List<StoredHeader> headers,
            @Nullable String value) {}

    /** A place in a partition. */
    record StoredOffset(
            String topic,
            int partition,
            long next,
            @Nullable Integer epoch) {}

    /** A stream that waits; moments in milliseconds of the epoch. */
    record StoredWaiting(String stream, String dossier, int tries, long due, long since) {
        static StoredWaiting of(Waiting waiting) {
            return new StoredWaiting(
                    waiting.stream(),
                    waiting.dossier(),
                    waiting.tries(),
                    waiting.due().toEpochMilli(),
                    waiting.since().toEpochMilli());
        }

        Waiting waiting() {
            return new Waiting(stream, dossier, tries, Instant.ofEpochMilli(due), Instant.ofEpochMilli(since));
        }
    }

    /** A record that is held or parked. */
    record StoredParked(
            long id,
            String consumer,
            String dossier,
            String stream,
            long version,
            String reason,
            int attempts,
            long parkedAt,
            StoredRecord raw) {
        ParkedRecord parked() {
            return new ParkedRecord(
                    id,
                    consumer,
                    dossier,
                    stream,
                    version,
                    reason,
                    attempts,
                    Instant.ofEpochMilli(parkedAt),
                    read(raw));
        }

        StoredParked failedAgain(String why) {
            return new StoredParked(id, consumer, dossier, stream, version, why, attempts + 1, parkedAt, raw);
        }
    }

    /** A record that a person passed over. */
    record StoredSkip(
            String consumer,
            String dossier,
            String stream,
            long version,
            String parkedReason,
            String skipReason,
            String actor,
            long skippedAt,
            StoredRecord raw) {
        StoredSkip of(String heir) {
            return new StoredSkip(heir, dossier, stream, version, parkedReason, skipReason, actor, skippedAt, raw);
        }
    }

    static String write(Object stored) {
        return JSON.writeValueAsString(stored);
    }

    static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    static StoredRecord write(RawRecord raw) {
        List<StoredHeader> headers = new ArrayList<>();
        for (Header header : raw.headers()) {
            headers.add(new StoredHeader(header.key(), text(header.value())));
        }
        return new StoredRecord(raw.topic(), raw.partition(), raw.offset(), raw.key(), headers, text(raw.value()));
    }

    static RawRecord read(StoredRecord stored) {
        RecordHeaders headers = new RecordHeaders();
        stored.headers().forEach(header -> headers.add(header.name(), bytes(header.value())));
        return new RawRecord(
                stored.topic(), stored.partition(), stored.offset(), stored.key(), headers, bytes(stored.value()));
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : Base64.getDecoder().decode(text);
    }
}
