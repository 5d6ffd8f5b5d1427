package vn.tthc.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ApiTest {

    @Test
    void comesAgainAsLongAsAServiceSaysLater() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = server(exchange -> asked.incrementAndGet() < 4 ? 503 : 201);
        try (Api api = new Api()) {
            assertThat(api.send(call(server)).status()).isEqualTo(201);
            assertThat(asked).hasValue(4);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void takesARefusalForAnAnswer() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = server(exchange -> {
            asked.incrementAndGet();
            return 409;
        });
        try (Api api = new Api()) {
            assertThat(api.send(call(server)).ok()).isFalse();
            assertThat(asked).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void givesUpOnAServiceThatStaysAway() throws Exception {
        HttpServer server = server(exchange -> 200);
        Call call = call(server);
        server.stop(0);
        try (Api api = new Api(Duration.ofMillis(300))) {
            assertThatThrownBy(() -> api.send(call))
                    .isInstanceOf(ServiceAway.class)
                    .hasMessageContaining("intake-service stayed away");
        }
    }

    private interface Status {
        int of(HttpExchange exchange) throws IOException;
    }

    private static HttpServer server(Status status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status.of(exchange), -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Call call(HttpServer server) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x");
        return new Call("intake-service", "GET", uri, Map.of(), null).posting(Map.of("a", 1));
    }
}
