package vn.tthc.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.tthc.local.Failure;
import vn.tthc.local.http.Answer;
import vn.tthc.local.http.Call;

@Timeout(60)
class WireTest {
    private final Wire wire = new Wire();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void close() {
        wire.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void a_request_goes_out_as_it_is_and_the_answer_comes_back_as_it_is() throws Exception {
        Queue<String> got = new ConcurrentLinkedQueue<>();
        serve(exchange -> {
            got.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            got.add(exchange.getRequestHeaders().getFirst("Content-Type"));
            got.add(exchange.getRequestHeaders().getFirst("If-Match"));
            got.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.getResponseHeaders().add("ETag", "\"7\"");
            exchange.getResponseHeaders().add("Tthc-Position", "intake:3:9");
            exchange.getResponseHeaders().add("Link", "one");
            exchange.getResponseHeaders().add("Link", "two");
            answer(exchange, 409, "{\"code\":\"KHÔNG\"}");
        });

        Answer answer =
                wire.send(call(port()).posting(Map.of("tên", "Nguyễn Thị Bưởi")).with("If-Match", "\"6\""));

        assertThat(got).containsExactly("POST /a?b=c", "application/json", "\"6\"", "{\"tên\":\"Nguyễn Thị Bưởi\"}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.etag()).isEqualTo("\"7\"");
        assertThat(answer.position()).isEqualTo("intake:3:9");
        assertThat(answer.headers().allValues("link")).containsExactly("one", "two");
        assertThat(answer.problem()).isEqualTo("KHÔNG");
    }

    @Test
    void an_answer_without_a_body_is_an_empty_text() throws Exception {
        serve(exchange -> exchange.sendResponseHeaders(204, -1));

        assertThat(wire.good(call(port())).text()).isEmpty();
    }

    @Test
    void a_connection_is_kept_for_the_next_request() throws Exception {
        Queue<Integer> from = new ConcurrentLinkedQueue<>();
        serve(exchange -> {
            from.add(exchange.getRemoteAddress().getPort());
            answer(exchange, 200, "{}");
        });

        for (int i = 0; i < 5; i++) {
            wire.good(call(port()));
        }

        assertThat(from).hasSize(5);
        assertThat(Set.copyOf(from)).hasSize(1);
    }

    @Test
    void where_an_answer_points_to_is_not_asked() throws Exception {
        serve(exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            answer(exchange, 303, "");
        });

        assertThat(wire.send(call(port())).status()).isEqualTo(303);
    }

    @Test
    void who_is_silent_for_longer_than_the_bound_does_not_answer() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        serve(exchange -> {
            await(over);
            answer(exchange, 200, "{}");
        });
        long begun = System.nanoTime();

        assertThatThrownBy(() -> wire.send(call(port()), Duration.ofMillis(200)))
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.code()).isEqualTo(Failure.UNAVAILABLE))
                .hasMessageContaining("the echo does not answer");

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(15));
        over.countDown();
    }

    @Test
    void who_is_interrupted_while_it_waits_learns_of_it_at_once() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        serve(exchange -> {
            asked.countDown();
            await(over);
        });
        CountDownLatch learned = new CountDownLatch(1);
        Thread client = Thread.ofVirtual().start(() -> {
            try {
                wire.send(call(port()));
            } catch (InterruptedException e) {
                learned.countDown();
            }
        });
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

        client.interrupt();

        assertThat(learned.await(15, TimeUnit.SECONDS)).isTrue();
        over.countDown();
    }

    @Test
    void nobody_there_is_a_failure() {
        int port = port();
        server.stop(0);

        assertThatThrownBy(() -> wire.send(call(port)))
                .isInstanceOfSatisfying(Failure.class, e -> assertThat(e.code()).isEqualTo(Failure.UNAVAILABLE));
    }

    @Test
    void a_kept_connection_that_was_closed_meanwhile_is_not_used() throws Exception {
        try (Hasty hasty = new Hasty()) {
            for (int i = 0; i < 20; i++) {
                Future<Boolean> closed =
                        threads.submit(() -> hasty.serve("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"));

                assertThat(wire.good(call(hasty.port())).text()).isEqualTo("{}");
                // Without this the next request could be on its way before the connection is closed.
                assertThat(closed.get(20, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void a_request_that_was_sent_is_not_sent_again() throws Exception {
        AtomicInteger came = new AtomicInteger();
        serve(exchange -> {
            came.incrementAndGet();
            // Closes the connection without an answer.
            throw new IOException("nothing is answered");
        });

        assertThatThrownBy(() -> wire.send(call(port()))).isInstanceOf(Failure.class);

        // Whatever the client does, it has done when it says that there is no answer.
        assertThat(came).hasValue(1);
    }

    private void serve(HttpHandler handler) {
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private static Call call(int port) {
        return new Call("the echo", "GET", URI.create("http://127.0.0.1:" + port + "/a?b=c"), Map.of(), null);
    }
}
