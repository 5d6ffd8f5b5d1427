package vn.tthc.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProviderTest {
    private static final String PAGE = "http://127.0.0.1:8084/swagger-ui/oauth2-redirect.html";
    private static final String VERIFIER = "a-verifier-that-only-the-page-knows-0123456789abcdef";

    @TempDir
    static Path folder;

    private static RunningProvider provider;

    @BeforeAll
    static void start() throws Exception {
        provider = RunningProvider.on(folder);
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @Test
    void theLauncherGetsATokenForWhomItVouchesFor() throws Exception {
        HttpResponse<String> answer = provider.vouch(
                RunningProvider.SECRET,
                Map.of(
                        "grant_type", "client_credentials",
                        "sub", "demo-leader-xa",
                        "roles", "AGENCY_LEADER CASE_OFFICER",
                        "agency", "24781@2025-07-01"));

        JWTClaimsSet claims =
                provider.verified(json(answer).path("access_token").asString()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("demo-leader-xa");
        assertThat(claims.getStringListClaim("roles")).containsExactly("AGENCY_LEADER", "CASE_OFFICER");
        assertThat(claims.getStringClaim("agency")).isEqualTo("24781@2025-07-01");
        assertThat(claims.getAudience()).containsExactly("tthc");
        assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:8080");
        assertThat(claims.getExpirationTime()).isNotNull();
    }

    @Test
    void aVerifiedIdentityNumberIsToldAndNoOther() throws Exception {
        HttpResponse<String> answer = provider.vouch(
                RunningProvider.SECRET,
                Map.of(
                        "grant_type", "client_credentials",
                        "sub", "demo-citizen-an",
                        "roles", "CITIZEN",
                        "identity_number", "068199000001"));
        provider.forget();
        HttpResponse<String> signedIn =
                exchange(query(signIn("citizen-an", RunningProvider.PASSWORD), "code"), VERIFIER);
        provider.forget();
        HttpResponse<String> without = provider.vouch(
                RunningProvider.SECRET, Map.of("grant_type", "client_credentials", "sub", "a", "roles", "CITIZEN"));

        assertThat(accessOf(answer).getStringClaim("identity_number")).isEqualTo("068199000001");
        assertThat(accessOf(signedIn).getStringClaim("identity_number")).isEqualTo("068199000001");
        JWTClaimsSet id =
                provider.verified(json(signedIn).path("id_token").asString()).getJWTClaimsSet();
        assertThat(id.getClaim("identity_number"))
                .as("an ID token tells nothing of it")
                .isNull();
        assertThat(accessOf(without).getClaim("identity_number")).isNull();
    }

    private static JWTClaimsSet accessOf(HttpResponse<String> answer) throws Exception {
        return provider.verified(json(answer).path("access_token").asString()).getJWTClaimsSet();
    }

    @Test
    void nobodyElseIsVouchedFor() throws Exception {
        Map<String, String> ask = Map.of("grant_type", "client_credentials", "sub", "a", "roles", "CITIZEN");

        assertThat(provider.vouch("guessed", ask).statusCode()).isEqualTo(401);
        // Whether 400 or 401 depends on a session of somebody who signed in meanwhile; a token there is not.
        assertThat(json(provider.post("/oauth2/token", ask)).has("access_token"))
                .isFalse();
    }

    @Test
    void whoIsVouchedForHasAnAccountAndARole() throws Exception {
        List<Map<String, String>> wrong = List.of(
                Map.of("grant_type", "client_credentials"),
                Map.of("grant_type", "client_credentials", "sub", "a"),
                Map.of("grant_type", "client_credentials", "sub", "a b", "roles", "CITIZEN"),
                Map.of("grant_type", "client_credentials", "sub", "a", "roles", "citizen"),
                Map.of("grant_type", "client_credentials", "sub", "a", "roles", "CITIZEN", "agency", ""),
                Map.of("grant_type", "client_credentials", "sub", "a", "roles", "CITIZEN", "identity_number", "1"));

        for (Map<String, String> ask : wrong) {
            HttpResponse<String> answer = provider.vouch(RunningProvider.SECRET, ask);
            assertThat(answer.statusCode()).as(ask.toString()).isEqualTo(400);
            assertThat(json(answer).path("error").asString()).isEqualTo("invalid_request");
        }
    }

    @Test
    void aPageSignsSomebodyInWithACodeAndItsProof() throws Exception {
        URI back = signIn("officer-xa", RunningProvider.PASSWORD);
        assertThat(back.toString()).startsWith(PAGE).contains("state=s1");
        String code = query(back, "code");

        HttpResponse<String> forged = exchange(code, "another-verifier-0123456789-0123456789-0123");
        assertThat(forged.statusCode()).isEqualTo(400);
        assertThat(forged.body()).contains("invalid_grant");
        HttpResponse<String> exchanged =
                exchange(query(signIn("officer-xa", RunningProvider.PASSWORD), "code"), VERIFIER);
        assertThat(exchanged.statusCode()).as(exchanged.body()).isEqualTo(200);
        JsonNode tokens = json(exchanged);

        JWTClaimsSet access =
                provider.verified(tokens.path("access_token").asString()).getJWTClaimsSet();
        assertThat(access.getSubject()).isEqualTo("demo-officer-xa");
        assertThat(access.getStringListClaim("roles")).containsExactly("RECEPTION_OFFICER");
        assertThat(access.getStringClaim("agency")).isEqualTo("24781@2025-07-01");
        JWTClaimsSet id = provider.verified(tokens.path("id_token").asString()).getJWTClaimsSet();
        assertThat(id.getClaim("roles")).as("an ID token opens nothing").isNull();
        assertThat(id.getAudience()).containsExactly("tthc-pages");
        assertThat(tokens.has("refresh_token")).isFalse();
    }

    @Test
    void aWrongPasswordOrPersonGetsTheSameAnswer() throws Exception {
        assertThat(signIn("officer-xa", "wrong").toString()).endsWith("/sign-in?error");
        assertThat(signIn("nobody", RunningProvider.PASSWORD).toString()).endsWith("/sign-in?error");
    }

    @Test
    void withoutProofOrForAnotherPlaceThereIsNoCode() throws Exception {
        Map<String, String> ask = new HashMap<>(authorization());
        ask.remove("code_challenge");
        ask.remove("code_challenge_method");
        assertThat(provider.get("/oauth2/authorize?" + RunningProvider.form(ask))
                        .headers()
                        .firstValue("Location")
                        .orElse("error=invalid_request"))
                .contains("error=invalid_request")
                .doesNotContain("code=");

        Map<String, String> elsewhere = new HashMap<>(authorization());
        elsewhere.put("redirect_uri", "https://elsewhere.example/signed-in");
        HttpResponse<String> refused = provider.get("/oauth2/authorize?" + RunningProvider.form(elsewhere));
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void itDescribesItselfAndPublishesOnlyThePublicHalf() throws Exception {
        JsonNode described = provider.json("/.well-known/openid-configuration");
        JsonNode key = provider.json("/oauth2/jwks").path("keys").path(0);

        assertThat(described.path("issuer").asString()).isEqualTo("http://127.0.0.1:8080");
        assertThat(described.path("jwks_uri").asString()).isEqualTo("http://127.0.0.1:8080/oauth2/jwks");
        assertThat(key.propertyNames()).contains("kid", "n", "e").doesNotContain("d", "p", "q");
    }

    @Test
    void thePageIsInBothLanguagesAndNamesNobodyUnescaped() throws Exception {
        HttpResponse<String> page = provider.get("/sign-in");

        assertThat(page.body()).contains("Đăng nhập", "Sign in", "&lt;b&gt;cán bộ&lt;/b&gt;");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(provider.get("/anything/else").statusCode()).isNotEqualTo(200);
    }

    @Test
    void withoutItsFilesItDoesNotStart() throws Exception {
        Map<String, String> files = RunningProvider.files(folder);
        for (String missing : files.keySet()) {
            Map<String, String> some = new HashMap<>(files);
            some.put(missing, "");
            assertThatThrownBy(() -> new SpringApplicationBuilder(IdentityApplication.class)
                            .properties(Map.of("server.port", "0"))
                            .run(RunningProvider.arguments(some)))
                    .as(missing)
                    .rootCause()
                    .hasMessageContaining("tthc.identity." + missing);
        }
    }

    private static Map<String, String> authorization() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        return Map.of(
                "response_type", "code",
                "client_id", "tthc-pages",
                "redirect_uri", PAGE,
                "scope", "openid",
                "state", "s1",
                "code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                "code_challenge_method", "S256");
    }

    /** Goes through the door as a browser does; answers where that led to. */
    private static URI signIn(String name, String password) throws Exception {
        String ask = "/oauth2/authorize?" + RunningProvider.form(authorization());
        HttpResponse<String> first = provider.get(ask);
        URI led = location(first);
        if (led.toString().contains("/sign-in")) {
            HttpResponse<String> page = provider.get("/sign-in");
            Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
            assertThat(csrf.find()).isTrue();
            led = location(
                    provider.post("/sign-in", Map.of("username", name, "password", password, "_csrf", csrf.group(1))));
        }
        return led.getPath().equals("/oauth2/authorize")
                ? location(provider.get(led.getRawPath() + "?" + led.getRawQuery()))
                : led;
    }

    private static HttpResponse<String> exchange(String code, String verifier) throws Exception {
        return provider.post(
                "/oauth2/token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", "tthc-pages",
                        "redirect_uri", PAGE,
                        "code", code,
                        "code_verifier", verifier));
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElse(""));
    }

    private static String query(URI uri, String name) {
        for (String part : uri.getRawQuery().split("&", -1)) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return "";
    }
}
