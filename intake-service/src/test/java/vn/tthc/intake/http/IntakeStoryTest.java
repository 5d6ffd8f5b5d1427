package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.contracts.Sealed;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.cases.CaseEvent;
import vn.tthc.contracts.postal.PostalEvent;
import vn.tthc.law.Level;
import vn.tthc.platform.log.RecordedEvent;

class IntakeStoryTest extends IntakeServer {
    private static final AgencyRef AT_THE_WARD = new AgencyRef(WARD, "Phường", "Ward", Level.XA, null, null);

    @Test
    void aDossierGoesFromTheCounterToProcessingAndBackToTheCounter() {
        Answer submitted = submitted(submission());
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(submitted.header("Location")).isEqualTo(path(submitted));
        assertThat(submitted.header("ETag")).isEqualTo("\"dossier-1\"");
        assertThat(submitted.header("Tthc-Position")).isEqualTo("dossier-" + submitted.text("/dossierId") + "@1");
        assertThat(submitted.text("/number")).matches("N(-[0-9A-Z]{4}){3}");
        assertThat(submitted.text("/secret")).isNotBlank();
        assertThat(submitted.text("/statusUrl")).contains("#" + submitted.text("/secret"));

        Answer received = received(submitted);
        assertThat(received.status()).isEqualTo(200);
        assertThat(received.text("/code")).matches("H36\\.\\d{3}-\\d{8}-\\d{7}");
        assertThat(received.text("/calendarVersion")).isEqualTo("default-2026.2");
        assertThat(received.text("/secret")).isEqualTo(submitted.text("/secret"));
        assertThat(OffsetDateTime.parse(received.text("/dueAt")))
                .isAfter(OffsetDateTime.parse(received.text("/receivedAt")));
        assertThat(received.text("/dueAt")).endsWith("+07:00");

        Answer given = desk(submitted, "hand-overs", received, "{}");
        assertThat(given.status()).isEqualTo(200);
        assertThat(given.text("/toAgency/id")).isEqualTo(WARD);
        assertThat(given.text("/step")).isEqualTo("kiem-tra");

        String dossierId = submitted.text("/dossierId");
        Told told = new Told(reactions);
        StreamId stream = StreamId.caseOf(dossierId);
        told.tell(stream, 2, dossierId, new CaseEvent.CustodyAccepted(Instant.now(), "kiem-tra", AT_THE_WARD, true));
        assertThat(seen(submitted).json().at("/status/code").asInt()).isEqualTo(4);

        Instant end = Instant.now();
        told.tell(stream, 9, dossierId, new CaseEvent.Finished(end, "12/QĐ-UBND", false));
        told.tell(stream, 9, dossierId, new CaseEvent.Finished(end, "12/QĐ-UBND", false));
        Answer processed = seen(submitted);
        assertThat(processed.json().at("/status/code").asInt()).isEqualTo(9);
        assertThat(processed.text("/verdict")).isEqualTo("ON_TIME");

        Answer early = desk(
                submitted,
                "returns",
                processed,
                "{\"recipient\": {\"name\": \"An\", \"relation\": \"OWNER\", \"paperShown\": \"CCCD\"}}");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("/code")).isEqualTo("RESULT_NOT_ACCEPTED");

        Answer accepted = desk(submitted, "result-receptions", processed, "{}");
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.text("/resultNumber")).isEqualTo("12/QĐ-UBND");

        Answer returned = desk(
                submitted,
                "returns",
                accepted,
                "{\"recipient\": {\"name\": \"Trần Văn Cường\", \"relation\": \"FAMILY\", \"paperShown\": \"CCCD\"}}");
        assertThat(returned.status()).isEqualTo(200);
        Answer closed = seen(submitted);
        assertThat(closed.json().at("/status/code").asInt()).isEqualTo(10);
        assertThat(closed.json().at("/status/vi").asString()).isEqualTo("Đã trả kết quả");
        assertThat(closed.text("/endedAt")).isEqualTo(processed.text("/endedAt"));
    }

    @Test
    void aResultByPostIsReturnedWhenThePostHasProofAndNotBefore() {
        Answer submitted = submitted(submission(
                "COUNTER", "{\"way\": \"POST\", \"unit\": \"%s\", \"address\": \"12 Trần Phú\"}".formatted(WARD)));
        Answer given = desk(submitted, "hand-overs", received(submitted), "{}");
        assertThat(given.status()).isEqualTo(200);
        String dossierId = submitted.text("/dossierId");
        Told told = new Told(reactions);
        told.tell(StreamId.caseOf(dossierId), 9, dossierId, new CaseEvent.Finished(Instant.now(), "1", false));
        assertThat(desk(submitted, "result-receptions", seen(submitted), "{}").status())
                .isEqualTo(200);
        assertThat(seen(submitted).json().at("/status/code").asInt()).isEqualTo(9);

        PostalEvent delivered = new PostalEvent.Delivered(
                Instant.now(),
                dossierId,
                PostalEvent.Purpose.RESULT,
                1,
                1,
                new PostalEvent.Proof(new Sealed("p", "c"), "OWNER", "CCCD", null, null, null, null));
        told.tell(StreamId.item("item-" + dossierId), 4, dossierId, delivered);

        assertThat(seen(submitted).json().at("/status/code").asInt()).isEqualTo(10);
    }

    @Test
    void noPersonalDataStandsInTheLogOrTheFile() throws Exception {
        Answer submitted = submitted(submission(
                "COUNTER", "{\"way\": \"POST\", \"unit\": \"%s\", \"address\": \"77 Hùng Vương\"}".formatted(WARD)));

        List<RecordedEvent> events = log.read("dossier-" + submitted.text("/dossierId"), 1, 100);
        String stored = new String(events.getFirst().data(), StandardCharsets.UTF_8);

        assertThat(stored).doesNotContain("Bình An", "068199000123", "0912345678", "an@example.vn", "77 Hùng Vương");
        assertThat(stored).doesNotContain(submitted.text("/secret"));
        for (Path file : List.of(database(), database().resolveSibling("intake.db-wal"))) {
            if (Files.exists(file)) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .doesNotContain("068199000123", "0912345678", "77 Hùng Vương");
            }
        }
        assertThat(seen(submitted).body()).doesNotContain("Bình An", "068199000123");
    }

    @Test
    void refusedReceptionEndsIt() {
        Answer submitted = submitted(submission());
        Answer refused = desk(
                submitted,
                "reception-refusals",
                submitted,
                "{\"reason\": \"Không thuộc thẩm quyền\", \"ground\": \"Nghị định 118/2025/NĐ-CP\"}");

        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.json().at("/status/code").asInt()).isEqualTo(3);
        assertThat(desk(submitted, "receptions", refused, "{}").text("/code")).isEqualTo("NOT_WAITING_FOR_RECEPTION");
    }
}
