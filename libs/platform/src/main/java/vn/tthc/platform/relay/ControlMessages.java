package vn.tthc.platform.relay;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Topics;
import vn.tthc.contracts.control.RepublishRequested;
import vn.tthc.contracts.control.Watermark;

/** What services tell each other on the control topic: JSON, with its kind in the header {@code type}. */
final class ControlMessages {
    static final String WATERMARK = "watermark";
    static final String REPUBLISH = "republish-requested";

    private static final String TYPE = "type";

    private final JsonMapper mapper;

    ControlMessages(JsonMapper mapper) {
        this.mapper = mapper;
    }

    ProducerRecord<String, byte[]> write(Watermark watermark) {
        return write(WATERMARK, watermark.service(), watermark);
    }

    ProducerRecord<String, byte[]> write(RepublishRequested request) {
        return write(REPUBLISH, request.stream(), request);
    }

    private ProducerRecord<String, byte[]> write(String type, String key, Object message) {
        List<Header> headers = List.of(new RecordHeader(TYPE, type.getBytes(StandardCharsets.UTF_8)));
        return new ProducerRecord<>(Topics.CONTROL, null, key, mapper.writeValueAsBytes(message), headers);
    }

    /** What kind of message it is, or null when it does not say. */
    static @Nullable String type(Headers headers) {
        Header type = headers.lastHeader(TYPE);
        return type == null || type.value() == null ? null : new String(type.value(), StandardCharsets.UTF_8);
    }

    Watermark watermark(byte[] value) {
        return mapper.readValue(value, Watermark.class);
    }

    RepublishRequested republish(byte[] value) {
        return mapper.readValue(value, RepublishRequested.class);
    }
}
