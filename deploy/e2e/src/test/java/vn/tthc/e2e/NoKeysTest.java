package vn.tthc.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.tthc.local.Home;
import vn.tthc.local.Ports;
import vn.tthc.local.process.Fleet;
import vn.tthc.local.process.Jvm;
import vn.tthc.local.process.ProcessSpec;
import vn.tthc.local.token.Keys;

/** There is no key that everybody knows: a service that is given none of its own does not start, and says which it lacks. */
class NoKeysTest {
    private static final long BOUND_SECONDS = 120;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "intake-service, TTHC_MASTER_KEY, tthc.master-key",
        "processing-service, TTHC_MASTER_KEY, tthc.master-key",
        "postal-delivery-service, TTHC_MASTER_KEY, tthc.master-key",
        "query-service, TTHC_MASTER_KEY, tthc.master-key",
        "intake-service, TTHC_LOOKUP_KEY, tthc.lookup-key",
        "query-service, TTHC_HASH_KEY, tthc.hash-key",
    })
    void aServiceDoesNotStart(String service, String variable, String setting) throws Exception {
        Home home = new Home(Tthc.REPOSITORY, folder);
        new Keys(home.keys()).ensure();
        ProcessSpec spec = Fleet.of(home, Ports.of(Map.of())).named(service);
        Map<String, String> environment = new HashMap<>(spec.environment());
        assertThat(environment.remove(variable)).isNotNull();
        // Nothing it would listen on or talk to: it ends before.
        environment.putAll(Map.of("SERVER_PORT", "0", "TTHC_KAFKA", "127.0.0.1:1"));
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(Jvm.command(spec, List.of("-XX:TieredStopAtLevel=1")))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().remove(variable);
        builder.environment().putAll(environment);

        Process process = builder.start();
        try {
            assertThat(process.waitFor(BOUND_SECONDS, TimeUnit.SECONDS))
                    .as("it ends by itself")
                    .isTrue();
        } finally {
            process.destroyForcibly().onExit().join();
        }

        assertThat(process.exitValue()).isNotZero();
        assertThat(Files.readString(log)).contains("There is no key: set " + setting);
    }
}
