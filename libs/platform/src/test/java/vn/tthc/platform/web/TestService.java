package vn.tthc.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.tthc.contracts.Role;
import vn.tthc.platform.TthcProperties;
import vn.tthc.platform.access.AccessConfiguration;
import vn.tthc.platform.access.AgencyTree;
import vn.tthc.platform.access.AgencyTrees;
import vn.tthc.platform.api.ApiConfiguration;
import vn.tthc.platform.blob.BlobConfiguration;
import vn.tthc.platform.person.KeyFile;
import vn.tthc.platform.person.KeyFiles;
import vn.tthc.platform.person.MasterKeys;

/** A service of nothing but endpoints, on a real server, started once for all tests of this package. */
final class TestService {
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final TestService ONE = new TestService();

    /** What the position source of the service says. */
    static final Map<String, Long> REACHED = new ConcurrentHashMap<>();

    private final HttpClient client = HttpClient.newHttpClient();
    private final TestTokens tokens;
    private final int port;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @EnableConfigurationProperties(TthcProperties.class)
    @Import({
        WebConfiguration.class,
        ApiConfiguration.class,
        AccessConfiguration.class,
        BlobConfiguration.class,
        TestEndpoints.class
    })
    static class App {
        @Bean
        MasterKeys masterKeys(TthcProperties properties) {
            return new MasterKeys(KeyFile.read(
                    "test",
                    KeyFiles.write(properties.dataDir(), KeyFiles.line(1)).toString()));
        }

        @Bean
        AgencyTrees agencyTrees() {
            return () -> AgencyTree.EMPTY;
        }

        @Bean
        InstantSource clock() {
            return InstantSource.system();
        }

        @Bean
        PositionSource positions() {
            return (stream, version) -> REACHED.getOrDefault(stream, 0L) >= version;
        }
    }

    private TestService() {
        Path folder;
        try {
            folder = Files.createTempDirectory("tthc-web");
            this.tokens = new TestTokens(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ConfigurableApplicationContext context = new SpringApplicationBuilder(App.class)
                .properties(Map.ofEntries(
                        Map.entry("server.port", "0"),
                        Map.entry("server.address", "127.0.0.1"),
                        Map.entry("spring.main.banner-mode", "off"),
                        Map.entry("spring.threads.virtual.enabled", "true"),
                        Map.entry("spring.autoconfigure.exclude", others()),
                        Map.entry("management.endpoints.web.exposure.include", "health,info,env"),
                        Map.entry("tthc.service", "test"),
                        Map.entry("tthc.data-dir", folder.toString()),
                        Map.entry("tthc.blobs.enabled", "true"),
                        Map.entry("tthc.blobs.max-bytes", "3MB"),
                        Map.entry("tthc.position-wait", "300ms"),
                        Map.entry("tthc.jwt-public-key", tokens.publicKey().toString())))
                .run();
        this.port = ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** Nothing but the web is under test. */
    private static String others() {
        return StreamSupport.stream(
                        ImportCandidates.load(AutoConfiguration.class, TestService.class.getClassLoader())
                                .spliterator(),
                        false)
                .filter(name -> name.startsWith("org.axonframework.")
                        || name.startsWith("vn.tthc.")
                        || name.contains(".kafka."))
                .collect(Collectors.joining(","));
    }

    static TestTokens tokens() {
        return ONE.tokens;
    }

    static String officer() {
        return ONE.tokens.token("officer-1", "H36.01@2025-07-01", Role.RECEPTION_OFFICER);
    }

    /** An answer, its body read when it is JSON. */
    record Answer(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(http.body());
        }

        String code() {
            return json().path("code").asString("");
        }
    }

    static Answer get(String path) {
        return send(path, request -> request.GET());
    }

    /** Somebody at the desk sends JSON. */
    static Answer post(String path, String body) {
        return send(path, request -> signedIn(request).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    static HttpRequest.Builder signedIn(HttpRequest.Builder request) {
        return request.setHeader("Authorization", "Bearer " + officer()).setHeader("Content-Type", "application/json");
    }

    static Answer send(String path, UnaryOperator<HttpRequest.Builder> how) {
        HttpRequest request = how.apply(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ONE.port + path)))
                .timeout(BOUND)
                .build();
        try {
            return new Answer(ONE.client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
