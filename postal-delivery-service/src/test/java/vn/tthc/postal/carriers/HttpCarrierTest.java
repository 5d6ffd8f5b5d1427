package vn.tthc.postal.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tthc.contracts.postal.PostalEvent.Purpose;
import vn.tthc.platform.person.KeyFile;
import vn.tthc.platform.person.KeyFiles;
import vn.tthc.platform.web.HttpJson;

/** What a carrier answers is believed only when it is whole, short and readable. */
class HttpCarrierTest {
    @TempDir
    Path folder;

    private HttpServer server;
    private int status = 200;
    private String answer = "{\"events\":[]}";

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpCarrier carrier() {
        Signatures signatures = new Signatures(KeyFile.read(
                "a carrier", KeyFiles.write(folder, KeyFiles.line(1)).toString()));
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return new HttpCarrier(url, signatures, new HttpJson().mapper(), InstantSource.system());
    }

    @Test
    void a_whole_answer_is_read() throws Exception {
        assertThat(carrier().told("x")).isEmpty();
    }

    @Test
    void an_answer_that_is_too_long_or_unreadable_says_nothing_and_is_asked_for_again() {
        answer = "{\"events\":[]}" + " ".repeat(1 << 20);
        assertThatThrownBy(() -> carrier().told("x"))
                .isInstanceOf(CarrierAway.class)
                .hasMessageContaining("too long");
        answer = "<html>";
        assertThatThrownBy(() -> carrier().told("x")).isInstanceOf(CarrierAway.class);
        answer = "{\"events\":[]}";
        status = 503;
        assertThatThrownBy(() -> carrier().told("x"))
                .isInstanceOf(CarrierAway.class)
                .hasMessageContaining("503");
    }

    @Test
    void a_refusal_is_a_refusal_and_nobody_there_is_away() {
        status = 404;
        assertThatThrownBy(() -> carrier().told("x"))
                .isInstanceOfSatisfying(
                        CarrierRefused.class,
                        refused -> assertThat(refused.unknown()).isTrue());
        HttpCarrier carrier = carrier();
        server.stop(0);
        assertThatThrownBy(() -> carrier.told("x")).isInstanceOf(CarrierAway.class);
    }

    private HttpCarrier impatient(int port) {
        Signatures signatures = new Signatures(KeyFile.read(
                "a carrier", KeyFiles.write(folder, KeyFiles.line(1)).toString()));
        return new HttpCarrier(
                "http://127.0.0.1:" + port,
                Duration.ofMillis(500),
                signatures,
                new HttpJson().mapper(),
                InstantSource.system());
    }

    /** A carrier that takes the connection and then writes what it is told to, for as long as somebody is there. */
    private interface Manners {
        void write(OutputStream out) throws IOException;
    }

    private void met(Manners manners, String why) throws IOException {
        try (ServerSocket stalling = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            AtomicReference<@Nullable Throwable> ended = new AtomicReference<>();
            Thread other = Thread.ofVirtual().start(() -> {
                try (Socket socket = stalling.accept()) {
                    manners.write(socket.getOutputStream());
                    // What is never answered is held until we hang up.
                    ended.set(new EOFException(
                            "read to its end: " + socket.getInputStream().readAllBytes().length));
                } catch (IOException hungUp) {
                    ended.set(hungUp);
                }
            });
            HttpCarrier carrier = impatient(stalling.getLocalPort());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThatThrownBy(() -> carrier.told("x"))
                            .isInstanceOf(CarrierAway.class)
                            .hasMessageContaining(why));
            Awaitility.await("it is not kept waiting for us either")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> !other.isAlive());
            assertThat(ended.get()).isNotNull();
        }
    }

    private static final String BEGINS = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    @Test
    void one_that_takes_the_connection_and_never_answers_is_away_within_its_time() throws Exception {
        met(out -> out.flush(), "no whole answer in time");
    }

    @Test
    void one_that_answers_byte_by_byte_is_away_within_its_time() throws Exception {
        met(
                out -> {
                    out.write((BEGINS + "Content-Length: 100000\r\n\r\n").getBytes(StandardCharsets.UTF_8));
                    CountDownLatch never = new CountDownLatch(1);
                    try {
                        while (!never.await(20, TimeUnit.MILLISECONDS)) {
                            out.write(' ');
                            out.flush();
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "no whole answer in time");
    }

    @Test
    void one_that_answers_without_end_is_cut_off_when_it_is_too_long_and_not_when_its_time_is_over() throws Exception {
        met(
                out -> {
                    out.write((BEGINS + "\r\n").getBytes(StandardCharsets.UTF_8));
                    byte[] much = new byte[1 << 16];
                    while (true) {
                        out.write(much);
                    }
                },
                "too long");
    }

    @Test
    void one_that_hangs_up_in_the_middle_is_away() throws Exception {
        met(
                out -> {
                    out.write((BEGINS + "Content-Length: 100\r\n\r\n{\"events\":").getBytes(StandardCharsets.UTF_8));
                    out.close();
                },
                "IOException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{}",
                "<html>Welcome</html>",
                "{\"events\":{}}",
                "{\"events\":null}",
                "{\"events\":[]} {}"
            })
    void rubbish_with_a_good_status_is_no_answer(String rubbish) {
        answer = rubbish;
        assertThatThrownBy(() -> carrier().told("x")).isInstanceOf(CarrierAway.class);
        assertThatThrownBy(() -> carrier().order(order())).isInstanceOf(CarrierAway.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"number\":\"\"}", "{\"number\":{}}", "{\"number\":\"%s\"}"})
    void an_order_is_placed_when_it_has_a_number_somebody_can_tell_later(String odd) throws Exception {
        answer = odd.formatted("9".repeat(61));
        assertThatThrownBy(() -> carrier().order(order())).isInstanceOf(CarrierAway.class);
        answer = "{\"number\":\"VT-77\",\"queue\":3}";
        assertThat(carrier().order(order())).isEqualTo("VT-77");
    }

    @Test
    void one_event_that_cannot_be_read_hides_no_other() throws Exception {
        answer = "{\"events\":[{\"eventId\":7},null,{\"eventId\":\"e\"}]}";
        assertThat(carrier().told("x")).hasSize(3);
    }

    @Test
    void one_that_does_not_know_our_secret_yet_is_away_and_refuses_nothing() {
        status = 401;
        assertThatThrownBy(() -> carrier().order(order()))
                .isInstanceOf(CarrierAway.class)
                .hasMessageContaining("401");
    }

    private static CarrierOrder order() {
        CarrierOrder.Place nowhere = new CarrierOrder.Place(null, null, null, null, null);
        return new CarrierOrder("x", 1, false, "", "", Purpose.RESULT, false, nowhere, nowhere, 15);
    }
}
