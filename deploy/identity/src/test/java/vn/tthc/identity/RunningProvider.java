package vn.tthc.identity;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The provider on a free port, with keys of its own, and a browser that remembers cookies and follows nothing. */
final class RunningProvider implements AutoCloseable {
    static final String SECRET = "launcher-secret-of-the-test";
    static final String PASSWORD = "abcde-fghjk-mnpqr-stuvw";
    private static final Duration BOUND = Duration.ofSeconds(20);

    private final ConfigurableApplicationContext context;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;

    private RunningProvider(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    static RunningProvider on(Path folder) throws Exception {
        return new RunningProvider(
                new SpringApplicationBuilder(IdentityApplication.class).run(onAnyPort(files(folder))));
    }

    static Map<String, String> files(Path folder) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String key = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        String people = """
            [{"name": "officer-xa", "sub": "demo-officer-xa", "roles": ["RECEPTION_OFFICER"],
              "agency": "24781@2025-07-01", "about": "<b>cán bộ</b>"},
             {"name": "citizen-an", "sub": "demo-citizen-an", "roles": ["CITIZEN"],
              "identityNumber": "068199000001", "about": "người dân"}]\
            """;
        return Map.of(
                "signing-key", Files.writeString(folder.resolve("key.pem"), key).toString(),
                "launcher-secret",
                        Files.writeString(folder.resolve("launcher"), SECRET + "\n")
                                .toString(),
                "password",
                        Files.writeString(folder.resolve("password"), PASSWORD + "\n")
                                .toString(),
                "people",
                        Files.writeString(folder.resolve("people.json"), people).toString());
    }

    static String[] arguments(Map<String, String> files) {
        return files.entrySet().stream()
                .map(file -> "--tthc.identity." + file.getKey() + "=" + file.getValue())
                .toArray(String[]::new);
    }

    /** Said as an argument: the program's own file names a port, and what it names goes before a default. */
    private static String[] onAnyPort(Map<String, String> files) {
        return Stream.concat(
                        Stream.of("--server.port=0", "--tthc.identity.issuer=http://127.0.0.1:8080"),
                        Stream.of(arguments(files)))
                .toArray(String[]::new);
    }

    /** Forgets who has signed in. */
    void forget() {
        cookies.getCookieStore().removeAll();
    }

    HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                request(path).header("Accept", "text/html").GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) throws Exception {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks as the launcher does. */
    HttpResponse<String> vouch(String secret, Map<String, String> form) throws Exception {
        String basic = Base64.getEncoder().encodeToString(("tthc-launcher:" + secret).getBytes(StandardCharsets.UTF_8));
        return post("/oauth2/token", form, "Authorization", "Basic " + basic);
    }

    JsonNode json(String path) throws Exception {
        return JsonMapper.shared().readTree(get(path).body());
    }

    /** The token, once its signature was found good with the keys that are published. */
    SignedJWT verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(get("/oauth2/jwks").body());
        var key = keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
        if (key.isPrivate() || !jwt.verify(new RSASSAVerifier(key))) {
            throw new AssertionError("not signed by the published key");
        }
        return jwt;
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port).resolve(path))
                .timeout(BOUND);
    }

    @Override
    public void close() {
        browser.shutdownNow();
        context.close();
    }
}
