package vn.tthc.intake.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Role;
import vn.tthc.platform.consume.Reaction;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.person.KeyFiles;
import vn.tthc.platform.web.TestTokens;

/** The whole service on a folder of its own and without a broker: commands must hold while Kafka is away. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "logging.level.org.apache.kafka=OFF")
abstract class IntakeServer {
    static final String WARD = "24781@2025-07-01";
    static final String CENTRE = "68-TTPVHCC@2025-07-01";
    static final String DISTRICT = "593@origin";

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final Path FOLDER = folder();
    static final TestTokens TOKENS = new TestTokens(FOLDER);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    static final String OFFICER = TOKENS.token("officer-xa", WARD, Role.RECEPTION_OFFICER);
    static final String CLERK = TOKENS.token("clerk-xa", WARD, Role.RECORDS_CLERK);
    static final String LEADER = TOKENS.token("leader-xa", WARD, Role.AGENCY_LEADER);
    static final String MUI_NE = "22918@2025-07-01";
    static final String MUI_NE_OFFICER = TOKENS.token("officer-mui-ne", MUI_NE, Role.RECEPTION_OFFICER);
    static final String ADMIN = TOKENS.token("admin", null, Role.ADMINISTRATOR);
    static final String OTHER_OFFICER = TOKENS.token("officer-tinh", CENTRE, Role.RECEPTION_OFFICER);
    static final String OTHER_LEADER = TOKENS.token("leader-tinh", CENTRE, Role.AGENCY_LEADER);
    static final String CITIZEN = TOKENS.token("citizen-an", null, Role.CITIZEN);
    static final String OTHER_CITIZEN = TOKENS.token("citizen-binh", null, Role.CITIZEN);
    static final String INSPECTOR = TOKENS.token("inspector", null, Role.INSPECTOR);
    static final String IMPORTER = TOKENS.token("importer", null, Role.IMPORTER);

    @LocalServerPort
    int port;

    @Autowired
    EventLog log;

    @Autowired
    List<Reaction> reactions;

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("tthc-intake-");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("tthc.data-dir", () -> FOLDER.resolve("data").toString());
        settings.add("tthc.intake.old-codes[0].agency", () -> MUI_NE);
        settings.add("tthc.intake.old-codes[0].unit", () -> "000.17.22");
        // Nobody listens there.
        settings.add("tthc.kafka", () -> "127.0.0.1:9");
        settings.add("tthc.jwt-public-key", () -> TOKENS.publicKey().toString());
        settings.add("spring.security.oauth2.resourceserver.jwt.audiences", () -> TestTokens.AUDIENCE);
        settings.add(
                "tthc.master-key",
                () -> KeyFiles.write(FOLDER, KeyFiles.line(1)).toString());
        settings.add(
                "tthc.lookup-key",
                () -> KeyFiles.write(FOLDER, KeyFiles.line(1)).toString());
        settings.add(
                "tthc.hash-key", () -> KeyFiles.write(FOLDER, KeyFiles.line(1)).toString());
    }

    static Path database() {
        return FOLDER.resolve("data").resolve("intake.db");
    }

    /** A request being put together. */
    final class Call {
        private final HttpRequest.Builder request;

        private Call(String path) {
            request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .timeout(BOUND)
                    .header("Content-Type", "application/json");
        }

        Call as(String token) {
            return with("Authorization", "Bearer " + token);
        }

        Call with(String header, String value) {
            request.setHeader(header, value);
            return this;
        }

        Call seeing(Answer answer) {
            return with("If-Match", answer.header("ETag"));
        }

        Answer get() {
            return send(request.GET());
        }

        Answer post(String body) {
            return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        private static Answer send(HttpRequest.Builder request) {
            try {
                return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** An answer. */
    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        String body() {
            return http.body();
        }

        JsonNode json() {
            return JSON.readTree(http.body());
        }

        String text(String pointer) {
            return json().at(pointer).asString("");
        }
    }

    Call to(String path) {
        return new Call(path);
    }

    static String submission(String channel, String wayAndAddress) {
        return """
                {"procedure": "1.012796", "channel": "%s", "receivingAgency": "%s", "competentAgency": "%s",
                 "portalCode": "G22.99.2-260302-0001",
                 "applicant": {"name": "Nguyễn Thị Bình An", "identityNumber": "068199000123",
                               "phone": "0912345678", "email": "an@example.vn", "address": "12 Trần Phú"},
                 "returnBy": %s}
                """.formatted(channel, WARD, WARD, wayAndAddress);
    }

    static String submission() {
        return submission("COUNTER", "{\"way\": \"COUNTER\"}");
    }

    Answer submitted(String body) {
        return to("/api/v1/dossiers").as(OFFICER).post(body);
    }

    Answer received(Answer submitted) {
        return desk(submitted, "receptions", submitted, "{}");
    }

    /** A decision of the ward's officer on the dossier of an answer, having seen another answer. */
    Answer desk(Answer dossier, String decision, Answer seen, String body) {
        return to(path(dossier) + "/" + decision).as(OFFICER).seeing(seen).post(body);
    }

    Answer seen(Answer dossier) {
        return to(path(dossier)).as(OFFICER).get();
    }

    static String path(Answer dossier) {
        return "/api/v1/dossiers/" + dossier.text("/dossierId");
    }
}
