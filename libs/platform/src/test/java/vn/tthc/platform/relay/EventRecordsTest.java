package vn.tthc.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Audience;
import vn.tthc.contracts.Cause;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.HashChain;
import vn.tthc.platform.log.RecordedEvent;

class EventRecordsTest {
    private static final byte[] DATA = "{\"text\":\"hồ sơ số 7\"}".getBytes(StandardCharsets.UTF_8);

    private final EventJson json = new EventJson();
    private final EventRecords records = new EventRecords(json);

    static Stream<Envelope> envelopes() {
        Instant nanos = Instant.parse("2026-03-02T01:02:03.123456789Z");
        Instant wholeMinute = Instant.parse("1998-12-31T23:59:00Z");
        return Stream.of(
                new Envelope(
                        "e-1",
                        "dossier.received",
                        3,
                        "dossier-7",
                        12,
                        nanos,
                        Instant.parse("2026-03-02T01:02:03.123Z"),
                        Origin.DEVICE,
                        new Actor("cán bộ \"A\"", EnumSet.allOf(Role.class), "68@2025-07-01"),
                        "cmd/1|x",
                        new Cause("case-7", 4, "vai trò"),
                        "corr",
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                        Audience.CITIZEN,
                        "7",
                        "1.012796@2",
                        "ngoài, ü €"),
                new Envelope(
                        "e-2",
                        "case.finished",
                        1,
                        "case-with-dashes-8",
                        1,
                        wholeMinute,
                        wholeMinute,
                        Origin.IMPORTED,
                        new Actor("anonymous", Set.of(), null),
                        "cmd",
                        null,
                        "corr",
                        null,
                        Audience.INTERNAL,
                        null,
                        null,
                        null),
                new Envelope(
                        "e-3",
                        "item.scanned",
                        1,
                        "item-9",
                        Long.MAX_VALUE,
                        Instant.EPOCH,
                        nanos,
                        Origin.LIVE,
                        new Actor("p", Set.of(Role.SYSTEM, Role.CITIZEN), null),
                        "c",
                        null,
                        "c",
                        "",
                        Audience.AGENCY,
                        "9",
                        "",
                        " spaces "));
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void an_event_read_from_its_record_has_the_bytes_that_were_hashed(Envelope envelope) {
        byte[] meta = json.writeEnvelope(envelope);
        byte[] hash = HashChain.next(HashChain.start(), meta, DATA);

        ProducerRecord<String, byte[]> record = records.write("intake", new RecordedEvent(envelope, meta, DATA, hash));
        PublishedEvent read = records.read(record.headers(), record.value());

        assertThat(read.envelope()).isEqualTo(envelope);
        assertThat(json.writeEnvelope(read.envelope())).isEqualTo(meta);
        assertThat(HashChain.next(HashChain.start(), json.writeEnvelope(read.envelope()), read.data()))
                .isEqualTo(read.hash());
    }

    @Test
    void it_is_a_cloud_event_in_binary_mode_on_the_topic_of_its_stream() {
        Envelope envelope = envelopes().findFirst().orElseThrow();
        ProducerRecord<String, byte[]> record = records.write(
                "intake", new RecordedEvent(envelope, json.writeEnvelope(envelope), DATA, HashChain.start()));

        assertThat(record.topic()).isEqualTo("tthc.dossier");
        assertThat(record.key()).isEqualTo("7");
        assertThat(record.value()).isEqualTo(DATA);
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("vn.tthc.dossier.received");
        assertThat(header(record, "ce_source")).isEqualTo("/tthc/intake");
        assertThat(header(record, "ce_subject")).isEqualTo("dossier-7");
        assertThat(header(record, "ce_id")).isEqualTo("e-1");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    @Test
    void what_has_no_dossier_is_keyed_by_its_stream() {
        assertThat(EventRecords.key(envelopes().toList().get(1))).isEqualTo("case-with-dashes-8");
    }

    @Test
    void anything_else_is_unreadable_and_its_content_is_not_told() {
        assertThatThrownBy(() -> records.read(new RecordHeaders(), "Nguyễn Văn A".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableRecord.class)
                .message()
                .doesNotContain("Nguyễn");
        assertThatThrownBy(() -> records.read(new RecordHeaders(), null)).isInstanceOf(UnreadableRecord.class);
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
