package vn.tthc.local.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.tthc.local.Failure;
import vn.tthc.local.Json;
import vn.tthc.local.Ports;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private HttpServer provider;
    private Keys keys;
    private int status = 200;
    private long life = 43_200;

    @BeforeEach
    void start() throws IOException {
        keys = new Keys(folder.resolve("keys")).ensure();
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/oauth2/token", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization") + "|"
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String answer = status == 200
                    ? "{\"access_token\":\"token-" + asked.size() + "\",\"expires_in\":" + life + "}"
                    : "{\"error\":\"invalid_client\"}";
            exchange.sendResponseHeaders(status, answer.length());
            try (var body = exchange.getResponseBody()) {
                body.write(answer.getBytes(StandardCharsets.UTF_8));
            }
        });
        provider.start();
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    private Tokens tokens() {
        return new Tokens(new Ports(provider.getAddress().getPort()), keys, InstantSource.fixed(NOW));
    }

    @Test
    void theProviderIsToldWhoAsksAndForWhom() {
        Tokens.Token token = tokens().of(People.load().named("officer-xa"));

        assertThat(token.text()).isEqualTo("token-1");
        assertThat(token.expiresAt()).isEqualTo(NOW.plusSeconds(43_200));
        String[] parts = asked.getFirst().split("\\|", -1);
        String basic =
                new String(Base64.getDecoder().decode(parts[0].substring("Basic ".length())), StandardCharsets.UTF_8);
        assertThat(URLDecoder.decode(basic, StandardCharsets.UTF_8))
                .isEqualTo("tthc-launcher:" + keys.launcherSecret());
        assertThat(URLDecoder.decode(parts[1], StandardCharsets.UTF_8))
                .isEqualTo("grant_type=client_credentials&sub=demo-officer-xa&roles=RECEPTION_OFFICER"
                        + "&agency=24781@2025-07-01");
    }

    @Test
    void aCitizensIdentityNumberCountsAsVerified() {
        tokens().of(People.load().named("citizen-an"));

        assertThat(URLDecoder.decode(asked.getFirst(), StandardCharsets.UTF_8))
                .endsWith("sub=demo-citizen-an&roles=CITIZEN&identity_number=068199000001");
    }

    @Test
    void aTokenIsAskedForOnceWhileItLasts() {
        Tokens tokens = tokens();
        Person admin = People.load().named("admin");
        assertThat(tokens.of(admin)).isEqualTo(tokens.of(admin));

        life = 60;
        Person postal = People.load().named("postal");
        assertThat(tokens.of(postal)).isNotEqualTo(tokens.of(postal));
    }

    @Test
    void whatGoesWrongIsSaidInASentence() {
        status = 401;
        assertThatThrownBy(() -> tokens().of(People.load().named("admin")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("demo-admin")
                .hasMessageContaining("invalid_client");

        Tokens tokens = tokens();
        provider.stop(0);
        assertThatThrownBy(() -> tokens.of(People.load().named("admin")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("./tthc up");
    }

    @Test
    void keysAreMadeOnceAndForTheirOwnerAlone() throws Exception {
        Map<String, String> first = contents();
        keys.ensure();

        assertThat(contents()).isEqualTo(first);
        assertThat(first)
                .containsOnlyKeys(
                        "token-private.pem",
                        "master.key",
                        "lookup.key",
                        "hash.key",
                        "carrier.key",
                        "carrier-ems.key",
                        "launcher.secret",
                        "people.password")
                .doesNotContainValue("");
        for (String name : first.keySet()) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("keys").resolve(name))))
                    .isEqualTo("rw-------");
        }
        assertThat(first.get("master.key")).matches("1:[A-Za-z0-9+/]{43}=\n").isNotEqualTo(first.get("lookup.key"));
        assertThat(first.get("people.password")).matches("([a-z0-9]{5}-){3}[a-z0-9]{5}\n");
    }

    @Test
    void nobodyUnknownGetsAToken() {
        assertThatThrownBy(() -> People.load().named("mallory"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("citizen-an");
    }

    @Test
    void thereIsSomebodyForEveryRoleAtEveryLevel() {
        List<Person> people = People.load().all();
        assertThat(people.stream().map(Person::name)).doesNotHaveDuplicates();
        assertThat(people.stream().map(Person::sub)).doesNotHaveDuplicates();
        assertThat(people.stream().flatMap(person -> person.roles().stream()).collect(Collectors.toSet()))
                .contains("CITIZEN", "POSTAL_WORKER", "INSPECTOR", "ADMINISTRATOR", "SYSTEM", "IMPORTER");
        for (String role :
                List.of("RECEPTION_OFFICER", "CASE_OFFICER", "HEAD_OF_UNIT", "AGENCY_LEADER", "RECORDS_CLERK")) {
            Set<String> agencies = people.stream()
                    .filter(person -> person.roles().contains(role))
                    .map(person -> String.valueOf(person.agency()).replaceAll("[-@].*", ""))
                    .collect(Collectors.toSet());
            assertThat(agencies).as(role).contains("24781", "672", "68").anyMatch(agency -> agency.startsWith("G"));
        }
    }

    @Test
    void thePeopleAreWrittenWhereTheProviderReadsThem() throws Exception {
        Path file = folder.resolve("run/people.json");
        People.load().write(file);

        JsonNode written = Json.mapper().readTree(Files.readString(file));
        assertThat(written.valueStream().map(person -> person.path("name").asString()))
                .contains("citizen-an", "leader-huyen", "officer-tw");
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new HashMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
