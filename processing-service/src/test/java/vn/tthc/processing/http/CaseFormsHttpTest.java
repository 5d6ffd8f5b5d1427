package vn.tthc.processing.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.tthc.contracts.CaseFile;
import vn.tthc.contracts.FlowStep.Kind;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.dossier.DossierEvent;
import vn.tthc.contracts.dossier.Lookup;
import vn.tthc.law.Channel;
import vn.tthc.processing.domain.Flows;
import vn.tthc.processing.http.Api.Answer;

class CaseFormsHttpTest extends RunningService {
    private static final String COMMUNE = Flows.COMMUNE.id();
    private static final String DEPARTMENT = Flows.DEPARTMENT.id();

    private Api officer() {
        return as(COMMUNE, Role.CASE_OFFICER);
    }

    private static String path(String dossier, String what) {
        return "/api/v1/cases/" + dossier + "/" + what;
    }

    /** Given by the one-stop to the commune, and by the commune to the department, which has not taken it yet. */
    private String handedOverTwice() {
        CaseFile file = Flows.file(
                Flows.step("tham-dinh", Kind.WORK, Flows.COMMUNE),
                Flows.step("ky", Kind.SIGN, Flows.DEPARTMENT),
                Flows.step("phat-hanh", Kind.ISSUE, Flows.DEPARTMENT));
        String dossier = aDossier();
        arrives(dossier, 3, Flows.START, new DossierEvent.HandedOver(Flows.START, file));
        ok(officer().seen(1).post(path(dossier, "acceptances"), "{}"));
        ok(officer().seen(2).post(path(dossier, "steps/tham-dinh/completions"), "{}"));
        ok(officer().seen(3).post(path(dossier, "forwards"), "{}"));
        return dossier;
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void the_control_sheet_tells_who_gave_and_who_took_on_every_leg() throws Exception {
        String dossier = handedOverTwice();
        Answer listed = officer().get(path(dossier, "forms"));
        ok(listed);
        assertThat(listed.header("ETag")).isEqualTo("\"case-4\"");
        assertThat(listed.json().at("/circular").asString()).isEqualTo("03/2025/TT-VPCP");
        assertThat(listed.json().at("/forms")).hasSize(1);
        assertThat(listed.json().at("/forms/0/form").asString()).isEqualTo("CONTROL_SHEET");
        assertThat(listed.json().at("/forms/0/number").asString()).isEqualTo("06");

        Answer slip = officer().get(path(dossier, "forms/CONTROL_SHEET"));
        ok(slip);
        assertThat(slip.header("Cache-Control")).contains("no-store");
        assertThat(slip.json().at("/version").asLong()).isEqualTo(4);
        JsonNode rows = slip.json().at("/table/rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.at("/0/0").asString())
                .isEqualTo("1. Giao: " + Flows.ONE_STOP.name() + "\n2. Nhận: " + Flows.COMMUNE.name());
        assertThat(rows.at("/0/1").asString())
                .startsWith("Giao: 08 giờ 00 phút, ngày 02/03/2026\nNhận: ")
                .doesNotContain("chưa nhận");
        assertThat(rows.at("/1/0").asString())
                .isEqualTo("1. Giao: " + Flows.COMMUNE.name() + "\n2. Nhận: " + Flows.DEPARTMENT.name());
        assertThat(rows.at("/1/1").asString()).endsWith("Nhận: chưa nhận");
        assertThat(rows.at("/1/2").asString()).isEqualTo("Trước hạn");

        ok(as(DEPARTMENT, Role.AGENCY_LEADER).seen(4).post(path(dossier, "acceptances"), "{}"));
        JsonNode taken = officer().get(path(dossier, "forms/CONTROL_SHEET")).json();
        assertThat(taken.at("/version").asLong()).isEqualTo(5);
        assertThat(taken.at("/table/rows/1/1").asString()).contains("Nhận: ").doesNotContain("chưa nhận");
    }

    @Test
    void the_printed_slip_holds_the_same_and_is_the_same_twice() throws Exception {
        String dossier = handedOverTwice();
        byte[] first = pdf(dossier);
        assertThat(pdf(dossier)).isEqualTo(first);
        try (PDDocument document = Loader.loadPDF(first)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains(
                            "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
                            "Mẫu số 06 - Thông tư số 03/2025/TT-VPCP",
                            "Mã hồ sơ: H36.01-260302-0001",
                            "1. Giao: " + Flows.COMMUNE.name(),
                            "Nhận: chưa nhận",
                            "Trước hạn");
        }
    }

    private byte[] pdf(String dossier) throws Exception {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + port + path(dossier, "forms/CONTROL_SHEET/pdf")))
                                .header("Authorization", "Bearer " + officer().token())
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        return answer.body();
    }

    @Test
    void an_old_case_has_the_slip_of_its_time() {
        String dossier = aDossier();
        Instant then = Instant.parse("2024-01-15T01:30:00Z");
        CaseFile file = new CaseFile(
                "000.00.16.H36-240115-0042",
                "COSELOG.RECEIPT@1",
                "Thủ tục",
                "Procedure",
                Channel.COUNTER,
                "so-cu",
                then,
                null,
                Flows.DISTRICT,
                List.of());
        arrives(
                dossier,
                1,
                then,
                new DossierEvent.Imported(then, "so-cu", "old-" + dossier, "hash", file, new Lookup("1", "h", 1)));
        Answer slip = as(null, Role.INSPECTOR).get(path(dossier, "forms/CONTROL_SHEET"));
        ok(slip);
        assertThat(slip.json().at("/number").asString()).isEqualTo("05");
        assertThat(slip.json().at("/circular").asString()).isEqualTo("01/2018/TT-VPCP");
    }

    @Test
    void other_forms_have_no_ground_here_and_strangers_see_none() {
        String dossier = handedOverTwice();
        Answer none = officer().get(path(dossier, "forms/REFUSAL"));
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.code()).isEqualTo("FORM_WITHOUT_GROUND");
        assertThat(officer().get(path(dossier, "forms/CONTROL_SHEET?nth=2")).code())
                .isEqualTo("FORM_WITHOUT_GROUND");
        assertThat(officer().get(path(dossier, "forms/NOTHING")).code()).isEqualTo("NOT_FOUND");
        assertThat(officer().get(path(dossier, "forms/CONTROL_SHEET?nth=0")).status())
                .isEqualTo(400);
        Api stranger = as(Flows.MINISTRY.id(), Role.CASE_OFFICER);
        assertThat(stranger.get(path(dossier, "forms")).status()).isEqualTo(403);
        assertThat(stranger.get(path(dossier, "forms/CONTROL_SHEET")).status()).isEqualTo(403);
        assertThat(stranger.get(path(dossier, "forms/CONTROL_SHEET/pdf")).status())
                .isEqualTo(403);
        assertThat(officer().get(path(aDossier(), "forms/CONTROL_SHEET")).status())
                .isEqualTo(404);
    }
}
