package vn.tthc.postal.carriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
}
