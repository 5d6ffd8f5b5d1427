package vn.tthc.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Asks a running process how it is, never waiting long for the answer. */
final class HealthProbe implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Path run;

    HealthProbe(Path run) {
        this.run = run;
    }

    /** How the process is that runs under this specification. */
    Health of(ProcessSpec spec, ProcessHandle process) throws InterruptedException {
        return switch (spec.name()) {
            case Fleet.BROKER -> broker(spec.port(), process);
            case Fleet.IDENTITY -> http(spec.port(), "/.well-known/openid-configuration");
            default -> http(spec.port(), "/actuator/health");
        };
    }

    private Health http(int port, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? Health.UP : Health.DOWN;
        } catch (HttpConnectTimeoutException e) {
            return Health.STARTING;
        } catch (HttpTimeoutException e) {
            // It took the question and owes the answer: it waits for something itself.
            return Health.DOWN;
        } catch (IOException e) {
            return Health.STARTING;
        }
    }

    private Health broker(int port, ProcessHandle process) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            Path ready = readyFile(run);
            boolean ours = Files.exists(ready) && Files.readString(ready).equals(Long.toString(process.pid()));
            return ours ? Health.UP : Health.STARTING;
        } catch (IOException e) {
            return Health.STARTING;
        }
    }

    /** Written by the broker with its own pid once it takes records. */
    static Path readyFile(Path run) {
        return run.resolve("broker.ready");
    }

    @Override
    public void close() {
        http.close();
    }
}
