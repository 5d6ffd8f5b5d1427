package vn.tthc.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulatorTest {
    private static final Secret SECRET = new Secret(new byte[32]);
    private static final Secret OTHER = new Secret(new byte[] {1});
    private static final Secrets SECRETS = new Secrets(Map.of("vnpost", SECRET, "ems", SECRET, "upu", OTHER));
    private static final String ORDER = "5f0c2e3a-0000-3000-8000-000000000001";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<JsonNode> told = new CopyOnWriteArrayList<>();
    private HttpServer system;

    @BeforeEach
    void listen() throws IOException {
        system = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        system.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        system.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            boolean signed = SECRET.holds(
                    headers.getFirst("webhook-signature"),
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    body);
            if (signed) {
                told.add(JsonMapper.shared().readTree(body).path("events").get(0));
            }
            exchange.sendResponseHeaders(signed ? 200 : 401, -1);
            exchange.close();
        });
        system.start();
    }

    @AfterEach
    void stop() {
        system.stop(0);
        http.close();
    }

    private Simulator simulator(Faults faults) throws IOException {
        return new Simulator(
                0, URI.create("http://127.0.0.1:" + system.getAddress().getPort()), SECRETS, faults);
    }

    private static Faults faults(double loss, double duplication, double disorder) {
        return new Faults(
                Duration.ZERO, Duration.ofMillis(20), Duration.ofMillis(10), loss, duplication, disorder, 0, 7);
    }

    private HttpResponse<String> ask(Simulator simulator, String method, String path, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path))
                        .header("webhook-id", "m")
                        .header("webhook-timestamp", "1")
                        .header("webhook-signature", SECRET.sign("m", "1", bytes))
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void an_order_taken_twice_is_one_order_and_its_story_is_told_and_can_be_asked_for() throws Exception {
        try (Simulator simulator = simulator(faults(0, 0, 0))) {
            String path = "/vnpost/orders/" + ORDER;
            assertThat(ask(simulator, "PUT", path, "{\"revision\":1}").statusCode())
                    .isEqualTo(201);
            assertThat(ask(simulator, "PUT", path, "{\"revision\":1}").statusCode())
                    .isEqualTo(200);

            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> told.stream()
                            .anyMatch(event -> event.path("code").asString().equals("5")));
            JsonNode asked = JsonMapper.shared()
                    .readTree(ask(simulator, "GET", path + "/events", "").body())
                    .path("events");
            assertThat(told).hasSize(asked.size());
            assertThat(told.getLast().at("/proof/oneTimeCode").asString()).matches("[0-9]{6}");
            assertThat(ask(simulator, "GET", "/ems/orders/" + ORDER + "/events", "")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void with_every_message_lost_nothing_is_told_and_everything_can_be_asked_for() throws Exception {
        Faults all = faults(1, 0, 0);
        try (Simulator simulator = simulator(all)) {
            assertThatThrownBy(() -> ask(simulator, "PUT", "/vnpost/orders/" + ORDER, "{}"))
                    .isInstanceOf(IOException.class);
        }
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        try (Messenger messenger = new Messenger(
                URI.create("http://127.0.0.1:" + system.getAddress().getPort()),
                SECRETS,
                all,
                JsonMapper.shared(),
                now::get)) {
            Orders orders = new Orders(all, now::get, messenger::tell);
            orders.take("vnpost", ORDER, 1, false);
            assertThat(orders.told("vnpost", ORDER)).hasSize(1);
            now.set(Instant.EPOCH.plusSeconds(60));
            assertThat(orders.told("vnpost", ORDER)).hasSizeGreaterThan(3);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void with_every_message_twice_each_comes_under_two_names() throws Exception {
        try (Simulator simulator = simulator(faults(0, 1, 1))) {
            ask(simulator, "PUT", "/ems/orders/" + ORDER, "{\"revision\":1}");
            Awaitility.await().atMost(PATIENCE).until(() -> {
                Set<String> ids = new HashSet<>();
                told.forEach(event -> ids.add(event.path("eventId").asString()));
                return ids.size() >= 4 && told.size() == 2 * ids.size();
            });
        }
    }

    @Test
    void the_same_seed_tells_the_same_story_and_one_that_goes_back_is_never_delivered() {
        Faults back = new Faults(Duration.ZERO, Duration.ofSeconds(1), Duration.ZERO, 0, 0, 0, 1, 3);
        List<Event> first = Story.of(ORDER, "VT-1", Codes.VNPOST, Instant.EPOCH, back);

        assertThat(Story.of(ORDER, "VT-1", Codes.VNPOST, Instant.EPOCH, back)).isEqualTo(first);
        assertThat(first.stream().map(Event::code)).containsExactly("1", "2", "3", "4", "4", "7", "9");
    }

    @Test
    void settings_come_from_the_environment_and_a_share_is_a_share() {
        assertThat(Faults.of(Map.of("TTHC_SIMULATOR_LOSS", "0.5", "TTHC_SIMULATOR_SEED", "9")))
                .extracting(Faults::loss, Faults::seed)
                .containsExactly(0.5, 9L);
        assertThatThrownBy(() -> Faults.of(Map.of("TTHC_SIMULATOR_LOSS", "2"))).hasMessageContaining("loss");
    }

    @Test
    void each_carrier_knows_its_own_secret_alone_and_one_of_several_signatures_is_enough() throws Exception {
        try (Simulator simulator = simulator(faults(0, 0, 0))) {
            assertThat(ask(simulator, "PUT", "/upu/orders/" + ORDER, "{}").statusCode())
                    .isEqualTo(401);
            assertThat(ask(simulator, "PUT", "/nobody/orders/" + ORDER, "{}").statusCode())
                    .isEqualTo(404);
        }
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        String both = OTHER.sign("m", "1", body) + " " + SECRET.sign("m", "1", body);
        assertThat(SECRET.holds(both, "m", "1", body)).isTrue();
        assertThat(SECRET.holds(OTHER.sign("m", "1", body), "m", "1", body)).isFalse();
    }
}
