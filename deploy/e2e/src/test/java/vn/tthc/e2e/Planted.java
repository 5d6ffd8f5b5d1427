package vn.tthc.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.e2e.Http.Service.INTAKE;
import static vn.tthc.e2e.Http.Service.QUERY;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import vn.tthc.e2e.Http.Answer;

/**
 * A person whose name, numbers and addresses nobody else has. Whatever the system wrote down of that person, in whatever
 * file, topic or metric, these must not stand in it.
 */
final class Planted {
    static final String NAME = "Tôn Nữ Quỳnh Dao Xuyến Chi";
    static final String RECIPIENT = "Tôn Thất Hoàng Uyển Vĩ";
    static final String NUMBER = "068199777123";
    static final String PHONE = "0987650194";
    static final String EMAIL = "xuyenchi.ton@example.vn";
    static final String ADDRESS = "Số 77 hẻm Hoa Ban Trắng, Phường Xuân Hương - Đà Lạt";

    private static final List<String> SECRET = List.of(
            NAME,
            "Quỳnh Dao Xuyến",
            "Quynh Dao Xuyen",
            RECIPIENT,
            "Uyển Vĩ",
            NUMBER,
            PHONE,
            "xuyenchi.ton",
            "Hoa Ban Trắng",
            "Hoa Ban Trang");
    private static final List<Charset> WRITTEN_IN = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE);
    private static final int PIECE = 1 << 20;
    private static final int OVERLAP = 256;

    private final Http http;
    private final Tthc tthc;

    Planted(Http http, Tthc tthc) {
        this.http = http;
        this.tthc = tthc;
    }

    /** Lets everybody deal with the person, rightly and wrongly, and looks at everything that was written. */
    void leavesNoTrace(String dossier) throws Exception {
        isKnown(dossier);
        isDealtWithWrongly();
        isUploaded();
        String metrics = metrics();
        assertThat(metrics).contains("http_server_requests").doesNotContain(SECRET);
        lookingFindsWhatIsNoSecret(dossier);
        for (String secret : SECRET) {
            assertThat(filesWith(secret)).as(secret).isEmpty();
        }
    }

    /** In every kind of file that is looked through, so that finding nothing says something. */
    private void lookingFindsWhatIsNoSecret(String dossier) throws IOException {
        assertThat(filesWith(dossier))
                .anyMatch(file -> file.contains("/intake.db"))
                .anyMatch(file -> file.contains("/query.db"))
                .anyMatch(file -> file.contains("/broker/tthc.dossier-") && file.endsWith(".log"));
        assertThat(filesWith("Tomcat started on port"))
                .contains(
                        "logs/intake-service.log",
                        "logs/processing-service.log",
                        "logs/postal-delivery-service.log",
                        "logs/query-service.log",
                        "logs/identity.log");
    }

    private void isKnown(String dossier) throws Exception {
        for (Map<String, String> by : List.of(
                Map.of("identityNumber", NUMBER), Map.of("phone", "+84" + PHONE.substring(1)), Map.of("name", NAME))) {
            Map<String, Object> search = new HashMap<>(by);
            search.put("purpose", "COMPLAINT");
            Awaitility.await("found by " + by.keySet())
                    .atMost(Duration.ofSeconds(60))
                    .pollInSameThread()
                    .until(() -> http.post(QUERY, "/api/v1/dossier-searches", "officer-xa", Map.of(), search)
                            .body()
                            .path("dossiers")
                            .valueStream()
                            .anyMatch(row -> row.path("dossierId").asString("").equals(dossier)));
        }
        assertThat(disclosedName(http, dossier)).isEqualTo(NAME);
        assertThat(http.get(QUERY, "/internal/personal-data-reads?dossier=" + dossier, "inspector", "")
                        .body()
                        .path("readings"))
                .hasSize(1);
    }

    /** The applicant's name as an officer is told it for a reason. */
    static String disclosedName(Http http, String dossier) throws Exception {
        Answer told = http.post(
                QUERY,
                "/api/v1/dossiers/" + dossier + "/disclosures",
                "officer-xa",
                Map.of(),
                Map.of("purpose", "CONTACT"));
        return told.body().path("applicant").path("name").asString();
    }

    private void isDealtWithWrongly() throws Exception {
        assertThat(http.get(QUERY, "/api/v1/dossiers?name=" + NUMBER, "officer-xa", "")
                        .status())
                .isEqualTo(400);
        assertThat(http.get(QUERY, "/api/v1/dossiers/" + PHONE, "officer-xa", "")
                        .status())
                .isIn(403, 404);
        assertThat(http.post(INTAKE, "/api/v1/dossiers", "officer-xa", Map.of(), Map.of("procedure", Map.of(NAME, 1)))
                        .status())
                .isEqualTo(400);
        assertThat(http.post(
                                INTAKE,
                                "/api/v1/dossiers",
                                "officer-xa",
                                Map.of(),
                                Map.of("applicant", Map.of("name", NAME, "phone", EMAIL, "identityNumber", ADDRESS)))
                        .status())
                .isEqualTo(400);
        assertThat(http.post(QUERY, "/api/v1/status-lookups", "", Map.of(), Map.of("code", NUMBER, "secret", NAME))
                        .status())
                .isEqualTo(404);
        assertThat(http.post(
                                INTAKE,
                                "/api/v1/erasures",
                                "leader-xa",
                                Map.of(),
                                Map.of("identityNumber", "068199777124", "ground", "OBJECTION", "decision", "1"))
                        .status())
                .isEqualTo(404);
    }

    private void isUploaded() throws Exception {
        byte[] paper = ("%PDF-1.7\n" + NAME + "\n" + NUMBER + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + tthc.intakePort() + "/api/v1/blobs"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/pdf")
                .header(
                        "Authorization",
                        "Bearer " + tthc.ok(30, "token", "officer-xa").out().strip())
                .POST(HttpRequest.BodyPublishers.ofByteArray(paper))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(201);
    }

    private String metrics() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int port = tthc.portBase() + 1; port <= tthc.portBase() + 4; port++) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            all.append(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body());
        }
        return all.toString();
    }

    /** Logs, the broker's records with their keys and headers, database files, blobs: everything under the home. */
    private List<String> filesWith(String text) throws IOException {
        List<String> found = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(tthc.home())) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            for (Charset charset : WRITTEN_IN) {
                if (holds(file, text.getBytes(charset))) {
                    found.add(tthc.home().relativize(file).toString());
                }
            }
        }
        return found;
    }

    private static boolean holds(Path file, byte[] text) throws IOException {
        String wanted = new String(text, StandardCharsets.ISO_8859_1);
        String before = "";
        try (InputStream in = Files.newInputStream(file)) {
            for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                String here = before + new String(piece, StandardCharsets.ISO_8859_1);
                if (here.contains(wanted)) {
                    return true;
                }
                before = here.substring(Math.max(0, here.length() - OVERLAP));
            }
        } catch (NoSuchFileException gone) {
            return false;
        }
        return false;
    }
}
