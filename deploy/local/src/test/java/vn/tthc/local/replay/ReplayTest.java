package vn.tthc.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.local.Ports;
import vn.tthc.local.http.Services;

/** Against two small servers that remember what they were told and refuse to be told otherwise. */
class ReplayTest {
    private static final String LOG = """
            case:channel,case:concept:name,case:deadline,case:enddate,concept:instance,concept:name,org:group,org:resource,time:timestamp
            Desk,c1,2011-02-01 00:00:00+01:00,2011-01-20 00:00:00+01:00,t1,Confirmation of receipt,G1,R1,2011-01-03 09:00:00+01:00
            Desk,c1,2011-02-01 00:00:00+01:00,2011-01-20 00:00:00+01:00,t2,T02,G1,R1,2011-01-04 09:00:00+01:00
            Post,c2,2011-02-01 00:00:00+01:00,,t3,Confirmation of receipt,G1,R1,2011-01-03 09:00:00+01:00
            """;

    @TempDir
    Path folder;

    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final List<String> paths = Collections.synchronizedList(new ArrayList<>());
    private final List<HttpServer> servers = new ArrayList<>();
    private Ports ports = new Ports(1);

    @BeforeEach
    void serve() throws IOException {
        // The services have neighbouring ports; the one beside a free port may be taken.
        for (int i = 0; i < 50 && servers.size() < 2; i++) {
            stop();
            servers.clear();
            HttpServer intake = server(0);
            ports = new Ports(intake.getAddress().getPort() - 1);
            try {
                server(ports.processing());
            } catch (BindException taken) {
                assertThat(taken).hasMessageContaining("in use");
            }
        }
        assertThat(servers).hasSize(2);
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void sendsReceptionStepsAndEndOnceAndTheSecondTimeFindsThemThere() throws Exception {
        Replay.Result first = replay(LOG);
        Replay.Result second = replay(LOG);

        assertThat(first.exitCode()).isZero();
        assertThat(first.figures())
                .containsEntry("dossiers", 2)
                .containsEntry("recordedSteps", 1)
                .containsEntry("finished", 1)
                .containsEntry("onTime", 1)
                .containsEntry("open", 1)
                .containsEntry("channels", Map.of("COUNTER", 1, "POST", 1))
                .containsEntry("new", 4)
                .containsEntry("unchanged", 0);
        assertThat(second.exitCode()).isZero();
        assertThat(second.figures())
                .containsEntry("dossiers", 2)
                .containsEntry("new", 0)
                .containsEntry("unchanged", 4);
        assertThat(paths)
                .containsSubsequence(
                        "/api/v1/imports", "/api/v1/cases/id-c1/recorded-steps", "/api/v1/cases/id-c1/finishes");
    }

    @Test
    void theSameStepWithOtherContentIsAConflictAndTheRestGoesOn() throws Exception {
        replay(LOG);
        Replay.Result changed = replay(LOG.replace("T02", "T03"));

        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.figures()).containsEntry("conflicts", 1).containsEntry("finished", 1);
        assertThat(changed.problems()).singleElement().asString().startsWith("line 3: ");
    }

    @Test
    void aMalformedRowLeavesTheRest() throws Exception {
        Replay.Result result = replay(LOG + "Desk,c3\n");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.figures()).containsEntry("malformed", 1).containsEntry("dossiers", 2);
    }

    private Replay.Result replay(String log) throws Exception {
        Path file = Files.writeString(folder.resolve("log.csv"), log);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Replay(new Services(ports), () -> "token", nowhere, false).run(file, "coselog", "P");
    }

    private HttpServer server(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            paths.add(path);
            String name = path + body.replaceAll(".*(\"externalId\"|\"recordId\"|\"endedAt\"):\"([^\"]*)\".*", "$2");
            String before = told.putIfAbsent(name, body);
            if (before != null) {
                exchange.getResponseHeaders().add("Idempotency-Replayed", "true");
            }
            String id = "{\"dossierId\":\"id-" + body.replaceAll(".*\"externalId\":\"([^\"]*)\".*", "$1") + "\"}";
            byte[] answer = (path.endsWith("imports") ? id : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(before == null ? 201 : before.equals(body) ? 200 : 409, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        servers.add(server);
        return server;
    }
}
