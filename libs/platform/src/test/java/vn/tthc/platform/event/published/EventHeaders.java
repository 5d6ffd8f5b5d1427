package vn.tthc.platform.event.published;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.relay.EventRecords;

/** The headers of an event's record, read off records that are really written: one with everything, one with little. */
final class EventHeaders {
    private static final Map<String, String> MEANING = Map.ofEntries(
            Map.entry("ce_specversion", "version of CloudEvents"),
            Map.entry("ce_id", "unique for ever; the same when the record comes twice"),
            Map.entry("ce_source", "/tthc/ and the service whose log holds it"),
            Map.entry("ce_type", "vn.tthc. and the logical name"),
            Map.entry("ce_subject", "the stream it belongs to"),
            Map.entry("ce_time", "when it happened in the world, which may be long before it was recorded"),
            Map.entry("content-type", "of the value"),
            Map.entry("ce_revision", "shape of the data; a higher one than you know is to be refused"),
            Map.entry("ce_streamversion", "place in the stream, from 1 without a gap; the only order there is"),
            Map.entry("ce_recordedat", "when the log took it, to the millisecond"),
            Map.entry("ce_origin", "how far its own time is trusted: LIVE, IMPORTED or DEVICE"),
            Map.entry("ce_actor", "who did it, as JSON: id (a pseudonym), roles, agency as it was"),
            Map.entry("ce_commandid", "the command whose outcome it is"),
            Map.entry("ce_cause", "the event it answers, as JSON: stream, version, role"),
            Map.entry("ce_correlation", "the same through everything that one request set off"),
            Map.entry("ce_traceparent", "W3C trace context"),
            Map.entry("ce_audience", "for whom it is meant: CITIZEN, AGENCY or INTERNAL"),
            Map.entry("ce_dossierid", "the dossier it belongs to"),
            Map.entry("ce_procedureversion", "code@version of the procedure the dossier is pinned to"),
            Map.entry("ce_externalid", "how the source outside calls it"),
            Map.entry("ce_hash", "SHA-256 over the hash before it in the stream, the envelope and the data, in hex"));

    private EventHeaders() {}

    /** JSON Schema of the headers of every event. */
    static ObjectNode schema() {
        ObjectNode schema = Folder.PRETTY.createObjectNode().put("type", "object");
        Map<String, String> all = written(true);
        Set<String> always = written(false).keySet();
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        all.forEach((name, example) -> {
            ObjectNode header = properties.putObject(name).put("type", "string").put("description", meaning(name));
            header.putArray("examples").add(example);
            if (always.contains(name)) {
                required.add(name);
            }
        });
        return schema;
    }

    private static String meaning(String header) {
        String meaning = MEANING.get(header);
        if (meaning == null) {
            throw new IllegalStateException("say what the header " + header + " means");
        }
        return meaning;
    }

    private static Map<String, String> written(boolean everything) {
        Instant at = Instant.parse("2026-03-02T02:30:00Z");
        Envelope envelope = new Envelope(
                "01988f6e-5b1a-7c3e-9d2f-0a1b2c3d4e5f",
                "dossier.received",
                1,
                "dossier-0b2f3c1e-6f52-4d1c-9a3e-2f1f5c7b8a90",
                2,
                at,
                at,
                Origin.LIVE,
                new Actor("officer-1", Set.of(Role.RECEPTION_OFFICER), "24778@2025-07-01"),
                "8c0e5a6a-0d4f-4c83-a4c8-6d0b0f6a7b11",
                everything ? new Cause("case-0b2f3c1e-6f52-4d1c-9a3e-2f1f5c7b8a90", 4, "record") : null,
                "f3b1c9d2",
                everything ? "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" : null,
                Audience.CITIZEN,
                everything ? "0b2f3c1e-6f52-4d1c-9a3e-2f1f5c7b8a90" : null,
                everything ? "1.012796@2026.1" : null,
                everything ? "LGSP-77" : null);
        byte[] data = "{}".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new TreeMap<>();
        for (Header header : new EventRecords(new EventJson())
                .write("intake", new RecordedEvent(envelope, data, data, new byte[32]))
                .headers()) {
            headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
        }
        return headers;
    }
}
