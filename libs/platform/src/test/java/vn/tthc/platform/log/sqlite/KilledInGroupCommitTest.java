package vn.tthc.platform.log.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.log.EventLog;
import vn.tthc.platform.log.HashChain;
import vn.tthc.platform.log.RecordedEvent;
import vn.tthc.platform.log.StreamHead;
import vn.tthc.platform.sqlite.SqliteDatabase;

class KilledInGroupCommitTest {
    @TempDir
    private Path folder;

    @Test
    void what_was_acknowledged_before_a_kill_is_there_and_every_commit_is_whole() throws Exception {
        Path file = folder.resolve("log.db");
        Map<String, Long> acknowledged = new HashMap<>();
        for (int kill = 0; kill < 4; kill++) {
            acknowledged.putAll(runAndKill(file, "run" + kill, 400 + 150 * kill));
        }
        assertThat(acknowledged).isNotEmpty();
        try (SqliteDatabase database = SqliteDatabase.open(file, 100)) {
            EventLog log = new SqliteEventLog(database, InstantSource.system(), new EventJson());
            acknowledged.forEach((stream, version) -> {
                StreamHead head = log.head(stream).orElseThrow();
                assertThat(head.version()).as(stream).isGreaterThanOrEqualTo(version);
                assertThat(head.version() % 3).as("a commit has three events").isZero();
                assertChain(log, head);
            });
            assertThat(log.backlog().commits())
                    .isGreaterThanOrEqualTo(acknowledged.values().stream()
                            .mapToLong(version -> version / 3)
                            .sum());
        }
    }

    private static void assertChain(EventLog log, StreamHead head) {
        byte[] hash = HashChain.start();
        long version = 0;
        for (RecordedEvent event : log.read(head.stream(), 1, Integer.MAX_VALUE)) {
            hash = HashChain.next(hash, event.meta(), event.data());
            assertThat(event.envelope().version()).isEqualTo(++version);
        }
        assertThat(version).isEqualTo(head.version());
        assertThat(hash).isEqualTo(head.hash());
    }

    /** Starts the appender, kills it without warning after so many answers, and says what it had acknowledged. */
    private static Map<String, Long> runAndKill(Path file, String name, int answers)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendUntilKilled.class.getName(),
                        file.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Long> acknowledged = new HashMap<>();
        try (BufferedReader lines = process.inputReader()) {
            String line;
            int read = 0;
            while ((line = lines.readLine()) != null) {
                String[] words = line.split(" ");
                if (words.length == 2) {
                    acknowledged.merge(words[0], Long.parseLong(words[1]), Math::max);
                }
                if (++read == answers) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }
}
