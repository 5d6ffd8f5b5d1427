package vn.tthc.e2e.plug;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import vn.tthc.local.Home;
import vn.tthc.local.Ports;
import vn.tthc.local.aot.Caches;
import vn.tthc.local.http.Call;
import vn.tthc.local.process.Fleet;
import vn.tthc.local.process.Jvm;
import vn.tthc.local.process.PidFile;
import vn.tthc.local.process.ProcessSpec;

/** A second process of every service: the same jars, data and store, ten ports further. */
final class Twins {
    private static final int FURTHER = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Home home;
    private final List<ProcessSpec> specs;
    private final Caches caches;
    private final Map<String, String> environment;

    Twins(Home home, Ports ports, Map<String, String> environment) {
        this.home = new Home(home.repository(), home.data(), Path.of(environment.getOrDefault("TTHC_CACHES", "")));
        this.specs = Fleet.of(home, ports).all().stream()
                .filter(ProcessSpec::service)
                .toList();
        this.caches = new Caches(this.home, true);
        this.environment = environment;
    }

    /** What the second process of a service is called. */
    static String of(String service) {
        return service + "-2";
    }

    /** The same request to one of the two, whoever that is. */
    static Call either(Call call) {
        return ThreadLocalRandom.current().nextBoolean() ? call : second(call);
    }

    /** The same request to the second process. */
    static Call second(Call call) {
        return new Call(call.service(), call.method(), further(call.uri()), call.headers(), call.body());
    }

    private static URI further(URI uri) {
        return URI.create(uri.toString().replaceFirst(":" + uri.getPort(), ":" + (uri.getPort() + FURTHER)));
    }

    /** Starts those that do not run, and waits until all are well. */
    void up(Duration bound) throws IOException {
        for (ProcessSpec spec : specs) {
            PidFile file = new PidFile(home.run(), of(spec.name()));
            if (file.live().isEmpty()) {
                file.write(start(spec).toHandle());
            }
        }
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            for (ProcessSpec spec : specs) {
                Awaitility.await(of(spec.name()) + " is up").atMost(bound).until(() -> isUp(http, spec));
            }
        }
    }

    private Process start(ProcessSpec spec) throws IOException {
        List<String> command = new ArrayList<>(Jvm.command(spec, caches.options(spec)));
        command.addAll(1, List.of(environment.getOrDefault("TTHC_JAVA_OPTS", "").split(" ", -1)));
        File log = home.logOf(of(spec.name())).toFile();
        Files.createDirectories(home.logs());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.data().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        Map<String, String> told = new TreeMap<>(spec.environment());
        told.putAll(environment);
        told.put("SERVER_PORT", Integer.toString(spec.port() + FURTHER));
        builder.environment().putAll(told);
        return builder.start();
    }

    private static boolean isUp(HttpClient http, ProcessSpec spec) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + (spec.port() + FURTHER) + "/actuator/health"))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
