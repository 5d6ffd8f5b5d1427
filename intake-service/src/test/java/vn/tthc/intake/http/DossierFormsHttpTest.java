package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.tthc.platform.person.ReadLog;
import vn.tthc.platform.person.Reading;

/** Every form of a dossier: what stands in it, when there is one, who may read it, and that the reading is on record. */
class DossierFormsHttpTest extends IntakeServer {
    private static final String NAME = "Nguyễn Thị Bình An";
    private static final String RECEPTION = "?purpose=RECEPTION";

    @Autowired
    private ReadLog readLog;

    private Answer form(Answer dossier, String what) {
        return to(path(dossier) + "/forms/" + what).as(OFFICER).get();
    }

    private static Map<String, String> fields(Answer form) {
        assertThat(form.status()).as(form.body()).isEqualTo(200);
        Map<String, String> fields = new TreeMap<>();
        for (JsonNode field : form.json().at("/fields")) {
            fields.put(field.path("name").asString(), field.path("value").asString(""));
        }
        return fields;
    }

    private List<String> listed(Answer dossier) {
        Collection<JsonNode> forms = to(path(dossier) + "/forms")
                .as(OFFICER)
                .get()
                .json()
                .at("/forms")
                .values();
        return forms.stream()
                .map(form ->
                        form.path("number").asString() + " " + form.path("form").asString() + " "
                                + form.path("count").asInt())
                .toList();
    }

    private List<Reading> readings(Answer dossier) {
        return readLog.page(dossier.text("/dossierId"), null, null, null, null, 50)
                .readings();
    }

    private String printed(Answer dossier, String form) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path(dossier) + "/forms/" + form
                                        + "/pdf" + RECEPTION))
                                .header("Authorization", "Bearer " + OFFICER)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void theReceiptSaysWhatWasReceivedAndWhenItIsDue() throws Exception {
        Answer submitted = submitted(submission());
        assertThat(listed(submitted)).isEmpty();
        assertThat(form(submitted, "RECEIPT" + RECEPTION).text("/code")).isEqualTo("FORM_WITHOUT_GROUND");
        Answer received = desk(submitted, "receptions", submitted, """
                {"components": [{"component": "TP1", "kind": "ORIGINAL", "count": 1},
                                {"component": "TP2", "kind": "ORIGINAL", "count": 1},
                                {"component": "TP3", "kind": "COPY", "count": 2}]}""");
        assertThat(received.status()).as(received.body()).isEqualTo(200);
        assertThat(listed(submitted)).containsExactly("01 RECEIPT 1", "07 REGISTER_ENTRY 1");

        Answer receipt = form(submitted, "RECEIPT" + RECEPTION);
        assertThat(fields(receipt))
                .containsEntry("code", received.text("/code"))
                .containsEntry("applicant.name", NAME)
                .containsEntry("applicant.identityNumber", "068199000123")
                .containsEntry("applicant.phone", "0912345678")
                .containsEntry("applicant.email", "an@example.vn")
                .containsEntry("applicant.address", "12 Trần Phú")
                .containsEntry("term", "8 ngày làm việc")
                .containsEntry("returnAt", "Trực tiếp tại bộ phận một cửa")
                .doesNotContainKey("dueNow");
        assertThat(receipt.json().at("/fields").values().stream()
                        .filter(field -> field.path("name").asString().equals("dueAt"))
                        .map(field -> field.path("at").asString()))
                .containsExactly(received.text("/dueAt"));
        assertThat(receipt.text("/circular")).isEqualTo("03/2025/TT-VPCP");
        assertThat(receipt.text("/number")).isEqualTo("01");
        assertThat(receipt.text("/statusUrl")).isEqualTo(submitted.text("/statusUrl"));
        assertThat(receipt.json().at("/table/rows/2/2").asString()).isEqualTo("Bản sao");
        assertThat(receipt.json().at("/table/rows/2/3").asString()).isEqualTo("2");
        assertThat(receipt.header("Cache-Control")).contains("no-store");
        assertThat(form(submitted, "RECEIPT" + RECEPTION).body())
                .as("drawn again from the same version")
                .isEqualTo(receipt.body());

        assertThat(printed(submitted, "RECEIPT"))
                .contains(
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
                        "PHƯỜNG XUÂN HƯƠNG - ĐÀ LẠT",
                        "TỈNH LÂM ĐỒNG",
                        "Số: " + received.text("/code"),
                        "Tiếp nhận hồ sơ của: " + NAME,
                        "Bản sao",
                        "NGƯỜI TIẾP NHẬN HỒ SƠ");
    }

    @Test
    void aRequestForSupplementsIsPrintedAndTheReceiptTellsThatTheClockStands() throws Exception {
        Answer submitted = submitted(submission());
        Answer asked = desk(submitted, "supplement-requests", received(submitted), """
                {"items": [{"component": "TP3", "name": "Giấy tờ chứng minh sai sót", "demand": "nộp bản sao"}],
                 "reason": "Thiếu thành phần hồ sơ", "guidance": "Nộp trực tiếp"}""");
        assertThat(asked.status()).as(asked.body()).isEqualTo(200);

        Answer form = form(submitted, "SUPPLEMENT_REQUEST" + RECEPTION);
        assertThat(fields(form))
                .containsEntry("applicant.name", NAME)
                .containsEntry("reason", "Thiếu thành phần hồ sơ")
                .containsEntry("guidance", "Nộp trực tiếp")
                .containsEntry("nth", "1")
                .containsEntry("clock", "Tạm dừng từ thời điểm yêu cầu đến khi hồ sơ được bổ sung");
        assertThat(form.text("/number")).isEqualTo("02");
        assertThat(form.json().at("/table/rows/0/1").asString()).isEqualTo("Giấy tờ chứng minh sai sót");
        assertThat(fields(form(submitted, "RECEIPT" + RECEPTION)))
                .containsEntry("dueNow", "Đang tạm dừng tính thời hạn");
        assertThat(printed(submitted, "SUPPLEMENT_REQUEST"))
                .contains("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "nộp bản sao", "Kính gửi Ông/Bà: " + NAME);
        assertThat(form(submitted, "SUPPLEMENT_REQUEST" + RECEPTION + "&nth=2").text("/code"))
                .isEqualTo("FORM_WITHOUT_GROUND");
    }

    @Test
    void aRefusalOfReceptionIsPrintedWithItsReason() throws Exception {
        Answer submitted = submitted(submission());
        assertThat(desk(submitted, "reception-refusals", submitted, """
                {"reason": "Không thuộc phạm vi giải quyết", "ground": "Điều 17 Nghị định 118/2025/NĐ-CP"}""").status())
                .isEqualTo(200);
        assertThat(listed(submitted)).containsExactly("03 REFUSAL 1");
        assertThat(fields(form(submitted, "REFUSAL" + RECEPTION)))
                .containsEntry("reason", "Không thuộc phạm vi giải quyết")
                .containsEntry("ground", "Điều 17 Nghị định 118/2025/NĐ-CP")
                .containsEntry("applicant.name", NAME);
        assertThat(printed(submitted, "REFUSAL")).contains("PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "Điều 17");
    }

    @Test
    void anApologyNamesTheMeasuredDateAndTheNewOne() throws Exception {
        Answer submitted = submitted(submission());
        Answer received = received(submitted);
        LocalDate day =
                OffsetDateTime.parse(received.text("/dueAt")).toLocalDate().plusDays(30);
        String printedDay = day.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        Answer extended =
                to(path(submitted) + "/extensions").as(LEADER).seeing(received).post("""
                {"promisedAt": "%sT10:00:00+07:00", "reason": "Chờ hồ sơ gốc", "signer": "Chủ tịch UBND"}""".formatted(day));
        assertThat(extended.status()).as(extended.body()).isEqualTo(200);
        assertThat(fields(form(submitted, "APOLOGY" + RECEPTION)))
                .containsEntry("reason", "Chờ hồ sơ gốc")
                .containsEntry("signer", "Chủ tịch UBND")
                .containsEntry("promisedAt", "10 giờ 00 phút, ngày " + printedDay);
        assertThat(fields(form(submitted, "RECEIPT" + RECEPTION)))
                .containsEntry("dueNow", "10 giờ 00 phút, ngày " + printedDay);
        assertThat(printed(submitted, "APOLOGY"))
                .contains("VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT", "Mẫu số 04", printedDay);
    }

    @Test
    void aStopOnTheApplicantsWishIsPrintedWithItsReason() throws Exception {
        Answer submitted = submitted(submission());
        assertThat(desk(submitted, "withdrawals", received(submitted), "{\"reason\": \"Tôi không cần nữa\"}")
                        .status())
                .isEqualTo(200);
        assertThat(fields(form(submitted, "STOP" + RECEPTION)))
                .containsEntry("requestReason", "Tôi không cần nữa")
                .containsEntry("phase", "Chưa chuyển cơ quan giải quyết");
        assertThat(printed(submitted, "STOP")).contains("THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ", "Mẫu số 05");
        assertThat(readings(submitted).getFirst().fields()).contains("withdrawal.reason", "applicant.name");
    }

    @Test
    void theRegisterHasElevenColumns() throws Exception {
        Answer submitted = submitted(submission());
        Answer received = received(submitted);
        Answer entry = form(submitted, "REGISTER_ENTRY" + RECEPTION);
        assertThat(entry.json().at("/table/columns")).hasSize(11);
        assertThat(entry.json().at("/table/rows/0/1").asString()).isEqualTo(received.text("/code"));
        assertThat(entry.json().at("/table/rows/0/3").asString()).isEqualTo(NAME);
        assertThat(printed(submitted, "REGISTER_ENTRY")).contains("SỔ THEO DÕI HỒ SƠ", "Mẫu số 07");
    }

    @Test
    void anOldDossierHasTheFormsOfItsTime() {
        Answer brought = to("/api/v1/imports").as(IMPORTER).post("""
                {"source": "so-cu", "externalId": "forms-1", "code": "000.00.16.H36-240115-0077",
                 "procedure": "COSELOG.RECEIPT", "channel": "COUNTER", "receivedAt": "2024-01-15T08:30:00+07:00",
                 "dueAt": "2024-02-05T17:00:00+07:00", "agency": "24784@origin"}""");
        assertThat(brought.status()).as(brought.body()).isEqualTo(201);
        String forms = path(brought) + "/forms";
        JsonNode list = to(forms).as(INSPECTOR).get().json();
        assertThat(list.path("circular").asString()).isEqualTo("01/2018/TT-VPCP");
        assertThat(list.at("/forms/1/form").asString()).isEqualTo("REGISTER_ENTRY");
        assertThat(list.at("/forms/1/number").asString()).isEqualTo("06");
        Answer receipt = to(forms + "/RECEIPT?purpose=INSPECTION").as(INSPECTOR).get();
        assertThat(fields(receipt))
                .containsEntry("code", "000.00.16.H36-240115-0077")
                .containsEntry("dueAt", "17 giờ 00 phút, ngày 05/02/2024")
                .containsEntry("applicant.name", "");
        Answer stop = to(forms + "/STOP?purpose=INSPECTION").as(INSPECTOR).get();
        assertThat(stop.status()).isEqualTo(404);
        assertThat(stop.text("/code")).isEqualTo("FORM_NOT_IN_EDITION");
        assertThat(stop.text("/messages/vi")).contains("01/2018/TT-VPCP");
    }

    @Test
    void whoReadsAFormSaysWhatForAndIsOnRecordButWhoFiledItReadsTheirOwn() {
        Answer filed = to("/api/v1/dossiers").as(CITIZEN).post(submission("ONLINE", "{\"way\": \"COUNTER\"}"));
        assertThat(received(filed).status()).isEqualTo(200);
        String receipt = path(filed) + "/forms/RECEIPT";

        assertThat(to(receipt).as(OFFICER).get().text("/errors/0/field")).isEqualTo("purpose");
        assertThat(to(receipt + "?purpose=FUN").as(OFFICER).get().status()).isEqualTo(400);
        assertThat(to(receipt + RECEPTION).as(MUI_NE_OFFICER).get().status()).isEqualTo(403);
        assertThat(to(receipt + RECEPTION).as(OTHER_CITIZEN).get().status()).isEqualTo(403);
        assertThat(to(receipt + "/pdf" + RECEPTION).as(OTHER_CITIZEN).get().status())
                .isEqualTo(403);
        assertThat(to(receipt + RECEPTION).get().status()).isEqualTo(401);
        assertThat(to(path(filed) + "/forms").as(OTHER_CITIZEN).get().status()).isEqualTo(403);
        assertThat(readings(filed)).as("nothing was shown").isEmpty();

        Answer own = to(receipt).as(CITIZEN).get();
        assertThat(fields(own)).containsEntry("applicant.name", NAME);
        assertThat(own.text("/statusUrl")).isEqualTo(filed.text("/statusUrl"));
        assertThat(readings(filed)).isEmpty();

        Answer leaders =
                to(receipt + "?purpose=COMPLAINT&reference=12/GM").as(LEADER).get();
        assertThat(fields(leaders)).containsEntry("applicant.name", NAME);
        assertThat(leaders.text("/statusUrl")).endsWith("?code=" + filed.text("/number"));
        assertThat(readings(filed)).singleElement().satisfies(reading -> {
            assertThat(reading.fields())
                    .containsExactly(
                            "applicant.address",
                            "applicant.email",
                            "applicant.identityNumber",
                            "applicant.name",
                            "applicant.phone");
            assertThat(reading.reference()).isEqualTo("12/GM");
        });
    }
}
