package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.Envelope;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.StreamId;
import vn.tthc.contracts.StreamType;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.DueChange;
import vn.tthc.law.clock.VietnamTime;
import vn.tthc.platform.command.Streams;
import vn.tthc.platform.consume.Projection;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.platform.person.ReadLog;
import vn.tthc.platform.store.DocumentStore;

/** The register of a one-stop: whoever it received, in that order, and nobody else; who read it is on record. */
class RegisterHttpTest extends IntakeServer {
    @Autowired
    @Qualifier("receivedDossiers")
    private Projection received;

    @Autowired
    private DocumentStore documents;

    @Autowired
    private Streams streams;

    @Autowired
    private ReadLog readLog;

    private final LocalDate today = VietnamTime.date(Instant.now());

    @Test
    void a_line_for_every_dossier_in_the_order_of_their_reception() throws Exception {
        Answer first = submitted(submission());
        Answer second = submitted(submission().replace("Nguyễn Thị Bình An", "Trần Văn Bách"));
        Answer waiting = submitted(submission().replace("Nguyễn Thị Bình An", "Chưa Tiếp Nhận"));
        String code2 = received(second).text("/code");
        String code1 = received(first).text("/code");
        List.of(first, second, waiting).forEach(this::told);

        Answer register = to(of(WARD, today, today)).as(OFFICER).get();
        assertThat(register.status()).as(register.body()).isEqualTo(200);
        assertThat(register.header("Cache-Control")).isEqualTo("no-store");
        List<JsonNode> rows = register.json().at("/table/rows").valueStream().toList();
        List<String> codes = rows.stream().map(row -> row.get(1).asString()).toList();
        assertThat(codes).containsSubsequence(code2, code1);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).get(0).asString()).isEqualTo(Integer.toString(i + 1));
        }
        assertThat(rows.get(codes.indexOf(code2)).get(3).asString()).isEqualTo("Trần Văn Bách");
        assertThat(register.body()).doesNotContain("Chưa Tiếp Nhận");
        assertThat(register.text("/agency")).isNotEmpty();

        assertThat(readLog.page(second.text("/dossierId"), null, null, null, null, 10)
                        .readings())
                .anySatisfy(reading -> {
                    assertThat(reading.actor()).isEqualTo("officer-xa");
                    assertThat(reading.fields()).contains("applicant.name");
                });
        String page = page(WARD);
        assertThat(page).contains("SỔ THEO DÕI HỒ SƠ").contains("Trần Văn Bách");
    }

    @Test
    void another_agency_another_day_and_whoever_has_no_business_there_see_nothing_of_it() {
        Answer dossier = submitted(submission().replace("Nguyễn Thị Bình An", "Lê Thị Kín"));
        assertThat(received(dossier).status()).isEqualTo(200);
        told(dossier);

        String centre = TOKENS.token("officer-centre", CENTRE, Role.RECEPTION_OFFICER);
        assertThat(to(of(CENTRE, today, today)).as(centre).get().body()).doesNotContain("Lê Thị Kín");
        assertThat(to(of(WARD, today.minusDays(20), today.minusDays(1)))
                        .as(OFFICER)
                        .get()
                        .body())
                .contains("\"rows\":[]");
        for (String token : List.of(CITIZEN, MUI_NE_OFFICER, CLERK, centre)) {
            assertThat(to(of(WARD, today, today)).as(token).get().status()).isEqualTo(403);
        }
    }

    @Test
    void what_makes_no_sense_is_said_of_its_field() {
        assertThat(to(of(WARD, today, today.minusDays(1))).as(OFFICER).get().text("/field"))
                .isEqualTo("to");
        Answer tooLong = to(of(WARD, today, today.plusDays(31))).as(OFFICER).get();
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.text("/field")).isEqualTo("to");
        Answer far = to("/api/v1/registers/" + WARD
                        + "?from=%2B300000000-01-01&to=%2B300000000-01-01&purpose=INSPECTION")
                .as(OFFICER)
                .get();
        assertThat(far.status()).as(far.body()).isEqualTo(400);
        assertThat(far.text("/field")).isEqualTo("from");
        assertThat(to(of(WARD, today.plusDays(1), today.plusDays(1)))
                        .as(OFFICER)
                        .get()
                        .text("/field"))
                .isEqualTo("from");
        assertThat(to("/api/v1/registers/" + WARD + "?from=" + today + "&to=" + today)
                        .as(OFFICER)
                        .get()
                        .status())
                .as("without a purpose")
                .isEqualTo(400);
    }

    @Test
    void a_corrected_reception_stands_on_its_new_day() {
        Answer dossier = submitted(submission().replace("Nguyễn Thị Bình An", "Phạm Văn Sửa"));
        assertThat(received(dossier).status()).isEqualTo(200);
        told(dossier);
        Instant before = Instant.now();
        Instant after = before.minus(Duration.ofDays(3));
        Envelope envelope = streams.history(stream(dossier)).getLast().envelope();
        documents.write(writer -> {
            received.apply(
                    new ReceivedEvent(
                            envelope,
                            new DossierEvent.Corrected(
                                    before,
                                    DossierEvent.CorrectedFact.RECEIVED_AT,
                                    before,
                                    after,
                                    "Nhập nhầm ngày",
                                    "Sổ giấy",
                                    DueChange.NONE,
                                    null),
                            0),
                    writer);
            return true;
        });

        LocalDate day = VietnamTime.date(after);
        assertThat(to(of(WARD, day, day)).as(OFFICER).get().body()).contains("Phạm Văn Sửa");
        assertThat(to(of(WARD, today, today)).as(OFFICER).get().body()).doesNotContain("Phạm Văn Sửa");
    }

    private static String of(String agency, LocalDate from, LocalDate to) {
        return "/api/v1/registers/" + agency + "?from=" + from + "&to=" + to + "&purpose=INSPECTION";
    }

    private static StreamId stream(Answer dossier) {
        return new StreamId(StreamType.DOSSIER, dossier.text("/dossierId"));
    }

    /** Hands on what was recorded, as the topic does. */
    private void told(Answer dossier) {
        documents.write(writer -> {
            streams.history(stream(dossier))
                    .forEach(happened ->
                            received.apply(new ReceivedEvent(happened.envelope(), happened.event(), 0), writer));
            return true;
        });
    }

    private String page(String agency) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                                        + of(agency, today, today).replace("?", "/pdf?")))
                                .header("Authorization", "Bearer " + OFFICER)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
