package vn.tthc.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tthc.contracts.Role;
import vn.tthc.platform.web.TestService.Answer;

class SecurityTest {
    private static final String ME = "/api/v1/me";

    private static Answer with(String path, String token) {
        return TestService.send(
                path,
                request -> request.setHeader("Authorization", "Bearer " + token).GET());
    }

    private static void assertUnauthenticated(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void aTokenSaysWhoActs() {
        Answer answer = with(
                ME,
                TestService.tokens()
                        .token("officer-1", "H36.01@2025-07-01", Role.RECEPTION_OFFICER, Role.CASE_OFFICER));

        assertThat(answer.json().toString())
                .isEqualTo("{\"id\":\"officer-1\",\"roles\":[\"CASE_OFFICER\",\"RECEPTION_OFFICER\"],"
                        + "\"agency\":\"H36.01@2025-07-01\"}");
    }

    @Test
    void withoutATokenOnlyWhatIsPublicIsOpen() {
        assertUnauthenticated(TestService.get(ME));
        assertUnauthenticated(TestService.send(
                "/api/v1/forms",
                request -> request.setHeader("Content-Type", "application/json").POST(BodyPublishers.ofString("{}"))));
        assertUnauthenticated(TestService.get("/internal/progress"));
        assertUnauthenticated(TestService.get("/actuator/env"));
        assertUnauthenticated(TestService.get("/api/v1/status-lookups"));

        assertThat(TestService.get("/api/v1/procedures/who").json().toString())
                .isEqualTo("{\"id\":\"anonymous\",\"roles\":[\"CITIZEN\"]}");
        assertThat(TestService.send("/api/v1/status-lookups", request -> request.POST(BodyPublishers.noBody()))
                        .status())
                .isEqualTo(200);
        assertThat(TestService.get("/actuator/health").status()).isEqualTo(200);
        assertThat(TestService.get("/actuator/health/liveness").status()).isIn(200, 404);
    }

    @Test
    void theInsideIsForAdministratorsInspectorsAndServices() {
        assertThat(with("/internal/progress", TestService.officer()).status()).isEqualTo(403);
        assertThat(with("/internal/progress", TestService.officer()).code()).isEqualTo("FORBIDDEN");
        assertThat(with("/actuator/env", TestService.officer()).status()).isEqualTo(403);
        for (Role role : List.of(Role.ADMINISTRATOR, Role.INSPECTOR, Role.SYSTEM)) {
            String token = TestService.tokens().token("a", null, role);
            assertThat(with("/internal/progress", token).status()).isEqualTo(200);
            assertThat(with("/actuator/env", token).status()).isEqualTo(200);
        }
    }

    @Test
    void aTokenThatIsNotInOrderIsRefused(@TempDir Path folder) {
        TestTokens ours = TestService.tokens();
        String plain = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.";

        assertUnauthenticated(with(ME, "rubbish"));
        assertUnauthenticated(with(ME, plain));
        assertUnauthenticated(with(ME, new TestTokens(folder).token("a", null, Role.ADMINISTRATOR)));
        assertUnauthenticated(with(ME, ours.token(claims -> claims.claim("roles", List.of("CITIZEN")))));
        assertUnauthenticated(with(ME, ours.token(claims -> claims.subject("anonymous"))));
        assertUnauthenticated(with(ME, ours.token(claims -> claims.subject("a").claim("agency", List.of("x")))));
        assertUnauthenticated(with(ME, ours.token(claims -> claims.subject("a").expirationTime(null))));
        assertUnauthenticated(with(
                ME,
                ours.token(claims -> claims.subject("a")
                        .expirationTime(Date.from(Instant.now().minusSeconds(3_600))))));
    }

    @Test
    void aRoleNobodyKnowsGivesNothing() {
        Answer answer = with(
                ME, TestService.tokens().token(claims -> claims.subject("a").claim("roles", List.of("KING", 7))));
        Answer noList = with(
                ME, TestService.tokens().token(claims -> claims.subject("a").claim("roles", "CITIZEN")));

        assertThat(answer.json().path("roles")).isEmpty();
        assertThat(noList.json().path("roles")).isEmpty();
    }

    @Test
    void thereIsNoSessionAndNoCookie() {
        Answer answer = with(ME, TestService.officer());

        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(TestService.get(ME).header("Set-Cookie")).isEmpty();
    }

    @Test
    void browsersAreToldToLoadFromUsAlone() {
        Answer answer = TestService.get("/api/v1/procedures/who");

        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(TestService.get("/swagger-ui/index.html").header("Content-Security-Policy"))
                .contains("style-src 'self' 'unsafe-inline'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1//me",
                "/api/v1/%2e%2e/me",
                "/api/v1/me%00",
                "/api/v1/me;a=b",
                "/api/v1/a%2Fb",
                "/api/v1/a%5Cb"
            })
    void aTwistedPathIsRefusedAsAProblem(String path) {
        Answer answer = with(path, TestService.officer());

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isIn("MALFORMED_REQUEST", "NOT_FOUND");
    }

    @Test
    void withoutAKeyAServiceDoesNotStart(@TempDir Path folder) {
        assertThatThrownBy(() -> TokenDecoder.of("", List.of(), "")).hasMessageContaining("tthc.jwt-public-key");
        assertThatThrownBy(() -> TokenDecoder.of(
                        "", List.of(), folder.resolve("none.pem").toString()))
                .hasMessageContaining("no readable RSA public key");
        assertThat(TokenDecoder.of("https://issuer.example.vn", List.of(), "")).isNotNull();
    }
}
