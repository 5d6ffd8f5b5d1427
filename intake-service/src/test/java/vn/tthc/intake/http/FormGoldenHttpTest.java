package vn.tthc.intake.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands in each form, as data and on paper, held against a file: whatever changes in one is seen in a review. With
 * {@code -Dforms.write} the files are written anew. Ids, codes, secrets and moments differ with each run and are named.
 */
class FormGoldenHttpTest extends IntakeServer {
    private static final Path FILES = Path.of("src/test/resources/forms");
    private static final String RECEPTION = "?purpose=RECEPTION";
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    /** As long as a name and an address may well be. */
    private static final String LONG_NAME =
            "Công ty Trách nhiệm hữu hạn Một thành viên Thương mại Dịch vụ Xây dựng và Phát triển Nông nghiệp Ưỡng Nghĩa";

    private static final String LONG_ADDRESS =
            "Số 1234/56/78 đường Nguyễn Thị Minh Khai nối dài, tổ dân phố Nghĩa Thuỷ, khu quy hoạch Yersin - Trần Quý Cáp,"
                    + " Phường Xuân Hương - Đà Lạt, Tỉnh Lâm Đồng";

    @Test
    void everyFormIsAsItsFilesSay() throws Exception {
        Answer received = submitted(longSubmission());
        assertThat(desk(received, "receptions", received, """
                {"components": [{"component": "TP1", "kind": "ORIGINAL", "count": 1},
                                {"component": "TP2", "kind": "ORIGINAL", "count": 1},
                                {"component": "TP3", "kind": "COPY", "count": 2}]}""").status()).isEqualTo(200);
        isAsItsFilesSay(received, "RECEIPT");
        isAsItsFilesSay(received, "REGISTER_ENTRY");

        Answer asked = submitted(longSubmission());
        assertThat(desk(asked, "supplement-requests", received(asked), """
                {"items": [{"component": "TP3", "name": "Giấy tờ chứng minh sai sót", "demand": "nộp bản sao"}],
                 "reason": "Thiếu thành phần hồ sơ", "guidance": "Nộp trực tiếp"}""").status())
                .isEqualTo(200);
        isAsItsFilesSay(asked, "SUPPLEMENT_REQUEST");

        Answer refused = submitted(longSubmission());
        assertThat(desk(refused, "reception-refusals", refused, """
                {"reason": "Không thuộc phạm vi giải quyết", "ground": "Điều 17 Nghị định 118/2025/NĐ-CP"}""").status()).isEqualTo(200);
        isAsItsFilesSay(refused, "REFUSAL");

        Answer late = submitted(longSubmission());
        String later = Instant.now().plus(Duration.ofDays(60)).toString();
        assertThat(to(path(late) + "/extensions")
                        .as(LEADER)
                        .seeing(received(late))
                        .post("""
                {"promisedAt": "%s", "reason": "Chờ hồ sơ gốc", "signer": "Chủ tịch UBND"}""".formatted(later))
                        .status())
                .isEqualTo(200);
        isAsItsFilesSay(late, "APOLOGY");

        Answer stopped = submitted(longSubmission());
        assertThat(desk(stopped, "withdrawals", received(stopped), "{\"reason\": \"Tôi không cần nữa\"}")
                        .status())
                .isEqualTo(200);
        isAsItsFilesSay(stopped, "STOP");
    }

    private static String longSubmission() {
        return submission().replace("Nguyễn Thị Bình An", LONG_NAME).replace("12 Trần Phú", LONG_ADDRESS);
    }

    private void isAsItsFilesSay(Answer dossier, String form) throws IOException, InterruptedException {
        Answer data =
                to(path(dossier) + "/forms/" + form + RECEPTION).as(OFFICER).get();
        assertThat(data.status()).as(data.body()).isEqualTo(200);
        isAsTheFileSays(form + ".json", undated(PRETTY.writeValueAsString(data.json())) + "\n");

        byte[] page = page(dossier, form);
        try (PDDocument document = Loader.loadPDF(page)) {
            assertThat(document.getNumberOfPages()).as(form).isEqualTo(1);
            isAsTheFileSays(form + ".txt", undated(new PDFTextStripper().getText(document)));
        }
        Path drawn = Path.of("target", "forms");
        Files.createDirectories(drawn);
        Files.write(drawn.resolve(form + ".pdf"), page);
    }

    private byte[] page(Answer dossier, String form) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path(dossier) + "/forms/" + form
                                        + "/pdf" + RECEPTION))
                                .header("Authorization", "Bearer " + OFFICER)
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(form).isEqualTo(200);
        return answer.body();
    }

    /** Where a line ends depends on how wide its digits are, so that is not compared. */
    private static void isAsTheFileSays(String name, String told) throws IOException {
        Path file = FILES.resolve(name);
        if (System.getProperty("forms.write") != null) {
            Files.createDirectories(FILES);
            Files.writeString(file, told, StandardCharsets.UTF_8);
        }
        assertThat(told)
                .as(name + "; -Dforms.write writes it anew")
                .isEqualToNormalizingWhitespace(Files.readString(file));
    }

    private static String undated(String told) {
        return told.replaceAll("[0-9a-f]{8}(-\\s*[0-9a-f]{4}){3}-\\s*[0-9a-f]{12}", "{id}")
                .replaceAll("\\?code=[^\"]+", "?code={number and secret}")
                .replaceAll("H36\\.\\d{3}-\\s*\\d{8}-\\s*\\d{7}", "{code}")
                .replaceAll("\\d{2}\\s+giờ\\s+\\d{2}\\s+phút,\\s+ngày\\s+\\d{2}/\\d{2}/\\d{4}", "{moment}")
                .replaceAll("ngày\\s+\\d{2}\\s+tháng\\s+\\d{2}\\s+năm\\s+\\d{4}", "{day}")
                .replaceAll("\\d{4}-\\d{2}-\\d{2}T[0-9:.]+(Z|\\+07:00)", "{at}");
    }
}
